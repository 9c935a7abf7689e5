import type { Operation } from '../../../demo/client.ts';
import type { CaseStatus } from '../../../src/generated/prisma/enums.ts';
import type { TestApi } from '../../support/api.ts';
import { withdraw } from '../../support/ends.ts';
import { globalId } from '../../support/global-id.ts';
import { choices, draft, refer } from '../../support/refer.ts';

/** What to send, and as whom, to be refused. */
export type Provocation = { by: string; mutation: Operation<unknown, never>; input: object };

/** For refusals, named `mutation.Refusal`, how to get each. */
export type Provocations = Record<string, () => Promise<Provocation>>;

/** The type of the referrals that provocations make, where it does not matter. */
export const within = { type: 'INFORMATIONAL_WITHIN' } as const;

/** An id that no record has. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** What provocations are made with, on one API. */
export type Provoker = ReturnType<typeof provoker>;

/** See {@link Provoker}. */
export function provoker(api: TestApi) {
  const north = () => api.as('north.manager');
  return {
    api,
    north,
    by: (username: string, mutation: Provocation['mutation'], input: object): Provocation => ({
      by: username,
      mutation,
      input,
    }),
    caseId: async (number: string) =>
      globalId('Case', (await api.database.case.findUniqueOrThrow({ where: { number } })).id),
    aDraft: async () => (await draft(await north(), { ...within, number: '50244764' })).referralId,
    submitted: async () => (await refer(await north(), { ...within, number: '50244764' })).referralId,
    transferReferral: async (number: string) =>
      (await refer(await north(), { number, type: 'CASE_TRANSFER' })).referralId,
    withdrawn: async () => {
      const visitor = await north();
      const { referralId } = await refer(visitor, { number: '50244764', type: 'CASE_TRANSFER' });
      await withdraw(visitor, referralId);
      return referralId;
    },
    setStatus: async (number: string, status: CaseStatus) =>
      void (await api.database.case.update({ where: { number }, data: { status } })),
    organizationOf: async (username: string) =>
      (await api.database.staff.findUniqueOrThrow({ where: { username } })).organizationId,
    /** Case Transfer of this case, open, to South. */
    openTransfer: async (number: string) => {
      const referred = await refer(await north(), { number, type: 'CASE_TRANSFER' });
      return await choices(await api.as('south.manager'), referred.caseId);
    },
  };
}

import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readEmploymentGoal } from '../cases/employment-goal.ts';
import type { FieldProblem } from '../errors.ts';
import type { Moment } from '../people/access.ts';
import { addCase, type NewCase, tellCaseManager } from './add-case.ts';
import { checkCaseChoices } from './case-choices.ts';

/** What somebody who opens a case says of it. */
export type CaseWish = {
  programId: string;
  officeId: string;
  /** Left out, whoever opens it. */
  caseManagerId?: string | null | undefined;
  agreementId: string;
  serviceDeliveryLocationId?: string | null | undefined;
  employmentGoal?: string | null | undefined;
};

/** A case that is as it was wished, but for the client. */
export type ReadyCase = Omit<NewCase, 'personId'>;

const allChoices = ['officeId', 'caseManagerId', 'agreementId', 'serviceDeliveryLocationId'] as const;

/** Reads and checks what is wished for a case at the actor's organization. @returns it, and every problem with it. */
export async function readCaseWish(
  transaction: Transaction,
  actor: Actor,
  wish: CaseWish,
  { day }: Moment,
): Promise<{ ready: ReadyCase; problems: FieldProblem[] }> {
  const { organizationId } = actor;
  const { programId, officeId, agreementId } = wish;
  const chosen = {
    ...{ programId, officeId, agreementId },
    caseManagerId: wish.caseManagerId ?? actor.staffId,
    serviceDeliveryLocationId: wish.serviceDeliveryLocationId ?? null,
  };
  const { employmentGoal, problems } = readEmploymentGoal(wish.employmentGoal);
  const checked = await checkCaseChoices(transaction, organizationId, chosen, { day, only: allChoices });
  const { serviceDeliveryLocationId } = checked;
  return {
    ready: {
      ...{ ...chosen, serviceDeliveryLocationId, organizationId, employmentGoal },
      ...{ status: 'INTAKE', openedOn: day, closedOn: null },
    },
    problems: [...checked.problems, ...problems],
  };
}

/** Opens a case that is ready for a client: history, the word to its case manager, and the audit event go with it. */
export async function openReadyCase(
  transaction: Transaction,
  actor: Actor,
  opened: NewCase,
  { now, day }: Moment,
): Promise<string> {
  const { personId, caseManagerId } = opened;
  const caseId = await addCase(transaction, actor, opened, now);
  await tellCaseManager(transaction, actor, { caseId, caseManagerId, day });
  await recordAudit(transaction, actor, {
    action: 'case.open',
    entityType: 'Case',
    entityId: caseId,
    caseId,
    personId,
  });
  return caseId;
}

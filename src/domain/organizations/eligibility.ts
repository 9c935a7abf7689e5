import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import type { Ineligibility } from './ineligibility.ts';

/** An agreement that is active on a day; its first and last day count. */
export function activeAgreement(day: Date): Prisma.AgreementWhereInput {
  return { startsOn: { lte: day }, endsOn: { gte: day } };
}

const ofEcmProgram = { program: { ecm: true } } satisfies Prisma.AgreementProgramWhereInput;

/**
 * The organizations that referrals can be sent to on a day (R6): open, with one agreement that is active, has an ECM
 * program enabled and client tracking enabled.
 */
export function eligibleForReferrals(day: Date): Prisma.OrganizationWhereInput {
  return {
    closedAt: null,
    agreements: { some: { ...activeAgreement(day), clientTracking: true, programs: { some: ofEcmProgram } } },
  };
}

/** What {@link ineligibilityOf} needs to know of an organization. */
export function eligibilityFacts(day: Date) {
  return {
    id: true,
    closedAt: true,
    agreements: {
      where: activeAgreement(day),
      select: {
        clientTracking: true,
        programs: { where: ofEcmProgram, take: 1, select: { programId: true } },
      },
    },
  } satisfies Prisma.OrganizationSelect;
}

/** What {@link eligibilityFacts} selects. */
export type EligibilityFacts = Prisma.OrganizationGetPayload<{ select: ReturnType<typeof eligibilityFacts> }>;

/**
 * Why the actor cannot refer to an organization: what of {@link eligibleForReferrals} it fails on the day of the facts, and
 * whether it is the actor's own (R6). Organizations are known to the whole network, so nothing is told that could not be seen.
 * @param organization null where there is none.
 * @returns every reason; none where it can be referred to.
 */
export function ineligibilityOf(actor: Actor, organization: EligibilityFacts | null): Ineligibility[] {
  if (organization === null) return ['NOT_FOUND'];
  const { id, closedAt, agreements } = organization;
  return [
    ...(id === actor.organizationId ? (['OWN_ORGANIZATION'] as const) : []),
    ...(closedAt === null ? [] : (['CLOSED'] as const)),
    ...lacking(agreements),
  ];
}

/** {@link ineligibilityOf} the organization with an id, on a day. */
export async function whyIneligible(
  actor: Actor,
  database: Reader,
  id: string,
  day: Date,
): Promise<Ineligibility[]> {
  const select = eligibilityFacts(day);
  return ineligibilityOf(actor, await database.organization.findUnique({ where: { id }, select }));
}

/** What the active agreements lack. One of them has to have everything, so tracking counts only where the ECM program is. */
function lacking(active: { clientTracking: boolean; programs: unknown[] }[]): Ineligibility[] {
  if (active.length === 0) return ['NO_ACTIVE_AGREEMENT'];
  const withEcm = active.filter(({ programs }) => programs.length > 0);
  const candidates = withEcm.length > 0 ? withEcm : active;
  return [
    ...(withEcm.length > 0 ? [] : (['NO_ECM_PROGRAM'] as const)),
    ...(candidates.some(({ clientTracking }) => clientTracking) ? [] : (['NO_CLIENT_TRACKING'] as const)),
  ];
}

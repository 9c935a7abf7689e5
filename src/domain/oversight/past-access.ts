import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Relation } from '../access-table.ts';
import { eligibleSpans } from '../organizations/past-eligibility.ts';
import { relationByScope } from '../people/relations.ts';
import { type Stretch, whileEligible, whileOpen } from './stretch.ts';

/** That an organization stood in a relation to a case of a client, and when. */
export type PastAccess = Stretch & {
  relation: Relation;
  organizationId: string;
  /** Null where it holds for every client, whatever their cases. */
  caseNumber: string | null;
  /** The referral that gave it; null where none did. */
  referralId: string | null;
};

const casesOnRecord = {
  number: true,
  createdAt: true,
  organizationId: true,
  transfers: {
    orderBy: [{ completedAt: 'asc' }, { id: 'asc' }],
    select: { completedAt: true, fromOrganizationId: true, toOrganizationId: true },
  },
  accesses: {
    orderBy: [{ beganAt: 'asc' }, { id: 'asc' }],
    select: {
      referralId: true,
      organizationId: true,
      scope: true,
      beganAt: true,
      expiresAt: true,
      endedAt: true,
      endCause: true,
    },
  },
} satisfies Prisma.CaseSelect;

type CaseOnRecord = Prisma.CaseGetPayload<{ select: typeof casesOnRecord }>;
type AccessOnRecord = CaseOnRecord['accesses'][number];

/**
 * Every time in which an organization stood in a relation to one of a client's cases, from the records: who managed each case
 * by its transfers, and whom a referral gave access, while it had an agreement that allowed it (D8, D12). Nobody sees
 * anything at an organization while it is closed.
 */
export async function pastAccess(
  database: Reader,
  personId: string,
  timeZone: string,
): Promise<PastAccess[]> {
  const cases = await database.case.findMany({
    where: { personId },
    orderBy: { number: 'asc' },
    select: casesOnRecord,
  });
  const found = cases.flatMap((one) => [...managed(one), ...given(one)]);
  const ids = [...new Set(found.map(({ organizationId }) => organizationId))];
  const openings = await database.organizationVersion.findMany({
    where: { organizationId: { in: ids }, open: true },
    orderBy: { validFrom: 'asc' },
  });
  const agreements = await database.agreementVersion.findMany({ where: { organizationId: { in: ids } } });
  const spans = new Map(
    ids.map((id) => [
      id,
      {
        eligible: eligibleSpans(of(id, agreements), timeZone),
        open: of(id, openings).map(({ validFrom, validUntil }) => ({ from: validFrom, until: validUntil })),
      },
    ]),
  );
  return found.flatMap((access) => {
    const { eligible, open } = spans.get(access.organizationId) ?? { eligible: [], open: [] };
    const parts = access.referralId === null ? [access] : whileEligible(access, eligible);
    return parts
      .flatMap((part) => whileOpen(part, open))
      .map(({ began, ended }) => ({ ...access, began, ended }));
  });
}

/** Those of an organization. */
function of<T extends { organizationId: string }>(id: string, versions: readonly T[]): T[] {
  return versions.filter(({ organizationId }) => organizationId === id);
}

/** Who managed a case, one after the other. */
function managed({ number, createdAt, organizationId, transfers }: CaseOnRecord): PastAccess[] {
  const began = [
    {
      organizationId: transfers[0]?.fromOrganizationId ?? organizationId,
      began: { at: createdAt, cause: 'CASE_OPENED' as const },
    },
    ...transfers.map(({ toOrganizationId, completedAt }) => ({
      organizationId: toOrganizationId,
      began: { at: completedAt, cause: 'CASE_TRANSFERRED_HERE' as const },
    })),
  ];
  return began.map((one, index): PastAccess => {
    const next = transfers[index];
    return {
      ...one,
      ended: next === undefined ? null : { at: next.completedAt, cause: 'CASE_TRANSFERRED_AWAY' },
      relation: 'MANAGES',
      caseNumber: number,
      referralId: null,
    };
  });
}

/** Whom referrals of a case gave access, and until when. */
function given({ number, accesses }: CaseOnRecord): PastAccess[] {
  return accesses.map(
    (access): PastAccess => ({
      began: { at: access.beganAt, cause: 'REFERRAL_SUBMITTED' },
      ended: endOf(access),
      relation: relationByScope(access.scope),
      organizationId: access.organizationId,
      caseNumber: number,
      referralId: access.referralId,
    }),
  );
}

/** Access runs out on time, whether that is on record yet or not (D8). */
function endOf({ expiresAt, endedAt, endCause }: AccessOnRecord): NonNullable<Stretch['ended']> {
  const onRecord = endedAt !== null && endCause !== null;
  return onRecord ? { at: endedAt, cause: endCause } : { at: expiresAt, cause: 'EXPIRED' };
}

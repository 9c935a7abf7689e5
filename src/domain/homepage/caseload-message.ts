import type { Prisma } from '../../generated/prisma/client.ts';
import type { HomepageTaskType } from '../../generated/prisma/enums.ts';
import type { Bilingual } from '../language.ts';
import { fullName } from '../people/person-name.ts';

const name = { select: { name: true } } as const;
const person = { select: { givenName: true, familyName: true } } as const;

/** What {@link caseloadMessage} needs to know of a caseload transfer that is finished. */
export const caseloadFacts = {
  fromOrganizationId: true,
  toOrganizationId: true,
  fromOrganization: name,
  toOrganization: name,
  fromCaseManager: person,
  toCaseManager: person,
  _count: { select: { items: { where: { status: 'MOVED' } } } },
} satisfies Prisma.CaseloadTransferSelect;

/** What {@link caseloadFacts} selects. */
export type CaseloadFacts = Prisma.CaseloadTransferGetPayload<{ select: typeof caseloadFacts }>;

/**
 * What the digest of a caseload transfer says (B9): how many cases went from whom to whom. Inside an organization those are case
 * managers, else organizations; to senders it tells that their referrals have ended by it (D6).
 */
export function caseloadMessage(type: HomepageTaskType, caseload: CaseloadFacts): Bilingual {
  const inside = caseload.fromOrganizationId === caseload.toOrganizationId;
  const named = (member: { givenName: string; familyName: string }) =>
    fullName({ ...member, middleNames: null });
  const from = inside ? named(caseload.fromCaseManager) : caseload.fromOrganization.name;
  const to = inside ? named(caseload.toCaseManager) : caseload.toOrganization.name;
  if (type === 'REFERRAL_SUPERSEDED') {
    return {
      EN: `Referrals have been superseded: their cases have been transferred from ${from} to ${to}`,
      FR: `Des aiguillages ont été remplacés : leurs cas ont été transférés de ${from} à ${to}`,
    };
  }
  const count = caseload._count.items;
  return count === 1
    ? {
        EN: `1 case has been transferred from ${from} to ${to}`,
        FR: `1 cas a été transféré de ${from} à ${to}`,
      }
    : {
        EN: `${count} cases have been transferred from ${from} to ${to}`,
        FR: `${count} cas ont été transférés de ${from} à ${to}`,
      };
}

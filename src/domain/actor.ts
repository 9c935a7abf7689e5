import type { IntegrationScope, StaffRole } from '../generated/prisma/enums.ts';
import type { Reader } from '../platform/database.ts';
import type { Language } from './language.ts';

/** The signed-in staff member in whose name something is seen or done. */
export type Actor = {
  staffId: string;
  username: string;
  organizationId: string;
  /** Whether that organization is Employment Nova Scotia itself. */
  atEmploymentNovaScotia: boolean;
  roles: readonly StaffRole[];
  /** What a service account may do; empty for people. */
  scopes: readonly IntegrationScope[];
  /** The language this person prefers, where a request names none. */
  language: Language;
};

/** No staff member has this id. */
const nobodysId = '00000000-0000-0000-0000-000000000000';

/** Whoever works on cases at an organization, nobody in particular: to ask what its people see. Not to act for. */
export function anyoneAt(organizationId: string): Actor {
  return {
    staffId: nobodysId,
    username: '',
    organizationId,
    atEmploymentNovaScotia: false,
    roles: ['CASE_MANAGER'],
    scopes: [],
    language: 'EN',
  };
}

/**
 * Finds the staff member a verified token speaks for.
 * @param by the user name of a development token, the subject of an OIDC token, or the id in a signed link.
 * @returns null where there is no such member, or they or their organization are no longer active.
 */
export async function findActor(
  database: Reader,
  by: { username: string } | { subject: string } | { id: string },
): Promise<Actor | null> {
  const member = await database.staff.findFirst({
    where: { ...by, disabledAt: null, organization: { closedAt: null } },
    select: {
      id: true,
      username: true,
      organizationId: true,
      organization: { select: { isEmploymentNovaScotia: true } },
      roles: true,
      scopes: true,
      language: true,
    },
  });
  if (member === null) return null;
  const { id: staffId, organization, ...rest } = member;
  return { staffId, atEmploymentNovaScotia: organization.isEmploymentNovaScotia, ...rest };
}

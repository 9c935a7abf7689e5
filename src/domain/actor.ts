import type { Prisma } from '../generated/prisma/client.ts';
import type { IntegrationScope, StaffRole } from '../generated/prisma/enums.ts';
import type { Reader } from '../platform/database.ts';
import { gather } from '../platform/gather.ts';
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
  const member = await database.staff.findFirst({ where: { ...by, ...mayComeIn }, select: ofActors });
  return member === null ? null : actorOf(member);
}

/**
 * The staff member with an id as they are now, like {@link findActor}; many who are asked for at once are looked up by one statement.
 */
export const presentActor = gather(async (database, ids: readonly string[]): Promise<(Actor | null)[]> => {
  const members = await database.staff.findMany({
    where: { id: { in: [...new Set(ids)] }, ...mayComeIn },
    select: ofActors,
  });
  const byId = new Map(members.map((member) => [member.id, actorOf(member)]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** Neither they nor their organization have been shut out. */
const mayComeIn = { disabledAt: null, organization: { closedAt: null } } satisfies Prisma.StaffWhereInput;

const ofActors = {
  id: true,
  username: true,
  organizationId: true,
  organization: { select: { isEmploymentNovaScotia: true } },
  roles: true,
  scopes: true,
  language: true,
} satisfies Prisma.StaffSelect;

function actorOf(member: Prisma.StaffGetPayload<{ select: typeof ofActors }>): Actor {
  const { id: staffId, organization, ...rest } = member;
  return { staffId, atEmploymentNovaScotia: organization.isEmploymentNovaScotia, ...rest };
}

import type { Reader } from '../../platform/database.ts';
import { type Actor, findActor } from '../actor.ts';

/** A staff member whose account or organization lets nobody in, and which of the two. */
export type ShutOut = {
  why: 'STAFF_MEMBER_DISABLED' | 'STAFF_ORGANIZATION_CLOSED';
  staffId: string;
  organizationId: string;
};

/**
 * Finds out who comes in with a verified token, or why they do not.
 * @param by the user name of a development token, or the subject of an OIDC token.
 * @returns null where no staff member is meant by it.
 */
export async function signInStanding(
  database: Reader,
  by: { username: string } | { subject: string },
): Promise<Actor | ShutOut | null> {
  const actor = await findActor(database, by);
  if (actor !== null) return actor;
  const member = await database.staff.findFirst({
    where: by,
    select: { id: true, organizationId: true, disabledAt: true },
  });
  if (member === null) return null;
  const why = member.disabledAt === null ? 'STAFF_ORGANIZATION_CLOSED' : 'STAFF_MEMBER_DISABLED';
  return { why, staffId: member.id, organizationId: member.organizationId };
}

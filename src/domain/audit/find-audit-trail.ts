import { Prisma } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { hasPrivilege } from '../privileges.ts';
import { recordAudit } from './record-audit.ts';
import { personViewed } from './shown-concern.ts';
import { filterDetails, type TrailFilter, trailCondition } from './trail-filter.ts';

/** A part of the trail. */
export type TrailPage = {
  /** The id of the event that the page begins or ends with; null for the newest or the oldest page. */
  cursor: string | null;
  /** So many at the most; negative for those up to the cursor, or the oldest of all. */
  take: number;
};

const readersOnly = {
  EN: 'Ask an auditor, or the administrator of your organization.',
  FR: 'Adressez-vous à un vérificateur ou à l’administrateur de votre organisme.',
};

/**
 * The ids of the audit events that the actor may read and a filter lets through, one page of them, newest first (D14). Who may
 * read the trail of their own organization finds what its people did, and what anybody did with cases while it managed them.
 * That somebody reads is itself on record.
 * @throws NotAllowed.
 */
export async function findAuditTrail(
  actor: Actor,
  { database }: Pick<Platform, 'database'>,
  { filter, page }: { filter: TrailFilter; page: TrailPage },
): Promise<string[]> {
  const all = hasPrivilege(actor, 'readAuditTrail');
  if (!all && !hasPrivilege(actor, 'readOwnAuditTrail')) throw new NotAllowed(readersOnly);
  const rows = await database.$queryRaw<{ id: string }[]>(
    all ? pageOf(filter, page) : ownPage(actor, filter, page),
  );
  await recordAudit(database, actor, {
    action: 'auditTrail.read',
    outcome: 'VIEWED',
    details: filterDetails(filter),
  });
  const ids = rows.map(({ id }) => id);
  return page.take < 0 ? ids.toReversed() : ids;
}

/** Both indexes are read from their newest end, each for a page at the most: one could not be read in order for both. */
function ownPage({ organizationId }: Actor, filter: TrailFilter, page: TrailPage): Prisma.Sql {
  // What is not shown of an event cannot be looked for either; see shownConcern.
  const hidden = [
    ...(filter.caseId || filter.personId ? [Prisma.sql`"outcome" = 'REFUSED'`] : []),
    ...(filter.caseId ? [Prisma.sql`"action" = ${personViewed}`] : []),
  ];
  const isShown =
    hidden.length === 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`("managingOrganizationId" = ${organizationId}::uuid OR NOT (${Prisma.join(hidden, ' OR ')}))`;
  const byColumn = (column: Prisma.Sql) =>
    pageOf(filter, page, Prisma.sql`${column} = ${organizationId}::uuid AND ${isShown}`);
  return Prisma.sql`
    (${byColumn(Prisma.sql`"actorOrganizationId"`)}) UNION (${byColumn(Prisma.sql`"managingOrganizationId"`)})
     ORDER BY ${orderOf(page)} LIMIT ${Math.abs(page.take)}`;
}

function pageOf(filter: TrailFilter, page: TrailPage, scope: Prisma.Sql = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`
    SELECT id, "at" FROM "AuditEvent"
     WHERE ${scope} AND ${trailCondition(filter)} AND ${beyond(page)}
     ORDER BY ${orderOf(page)} LIMIT ${Math.abs(page.take)}`;
}

function orderOf({ take }: TrailPage): Prisma.Sql {
  return take < 0 ? Prisma.sql`"at" ASC, id ASC` : Prisma.sql`"at" DESC, id DESC`;
}

/** The first comparison is what an index can begin at, the second is exact. */
function beyond({ cursor, take }: TrailPage): Prisma.Sql {
  if (cursor === null) return Prisma.sql`TRUE`;
  const at = Prisma.sql`(SELECT "at" FROM "AuditEvent" WHERE id = ${cursor}::uuid)`;
  return take < 0
    ? Prisma.sql`"at" >= ${at} AND ("at", id) >= (${at}, ${cursor}::uuid)`
    : Prisma.sql`"at" <= ${at} AND ("at", id) <= (${at}, ${cursor}::uuid)`;
}

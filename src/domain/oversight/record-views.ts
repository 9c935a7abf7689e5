import { Prisma } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import { allows, type Thing } from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { caseOfRecord } from '../audit/case-of-record.ts';
import type { AuditEntityType } from '../audit/record-audit.ts';
import { administersNetwork } from '../privileges.ts';

/** The kinds of records whose views by outsiders are on record. */
export type ViewedEntity = Extract<
  AuditEntityType,
  | 'Person'
  | 'Case'
  | 'Referral'
  | 'ReferralNote'
  | 'ReferralDocument'
  | 'Correspondence'
  | 'CaseNotification'
  | 'CaseTransfer'
  | 'PendingTransfer'
>;

/** That fields of a record were shown to somebody. */
export type View = { entityType: ViewedEntity; entityId: string; fields: string[] };

/**
 * Whether anybody but the organization that manages the case, and the administrators of the network, can see a thing at all, by
 * the access table.
 */
export function isShownOutside(thing: Thing): boolean {
  const outside = ['OPEN_CASE_TRANSFER', 'INFORMATIONAL'] as const;
  return outside.some((relation) => allows(relation, thing, 'see'));
}

/**
 * Puts on record what somebody was shown of clients and cases that their own organization does not manage, in one statement
 * (D14). Of a person record there is an event for each case that lets them see it; an administrator of the network is taken to
 * see it by the cases of each organization that manages one, so that each of these learns of it.
 * @param views each record once. Those of the actor's own organization are left out here, where it was not known before.
 */
export async function recordViews(
  actor: Actor,
  { database, now }: Pick<Platform, 'database' | 'now'>,
  views: readonly View[],
): Promise<void> {
  const types = views.map(({ entityType }) => entityType);
  const ids = views.map(({ entityId }) => entityId);
  const fields = views.map((view) => view.fields.toSorted().join(','));
  await database.$executeRaw`
    WITH shown AS (
      SELECT * FROM unnest(${types}::text[], ${ids}::uuid[], ${fields}::text[]) AS shown(type, id, fields)
    ), found AS (
      SELECT shown.*, ${caseOfRecord(Prisma.sql`type`, Prisma.sql`shown.id`)} AS "caseId", NULL::uuid AS "personId"
        FROM shown WHERE type <> 'Person'
      UNION ALL
      SELECT shown.*, by_case."caseId", shown.id
        FROM shown LEFT JOIN LATERAL (${casesThatShow(actor, now())}) AS by_case ON TRUE
       WHERE type = 'Person'
         AND NOT EXISTS (
           SELECT FROM "Case" WHERE "personId" = shown.id AND "organizationId" = ${actor.organizationId}::uuid)
    )
    INSERT INTO "AuditEvent" (id, "actorId", "actorOrganizationId", action, outcome, "entityType", "entityId", "caseId",
                              "personId", details)
    SELECT gen_random_uuid(), ${actor.staffId}::uuid, ${actor.organizationId}::uuid,
           lower(left(type, 1)) || substr(type, 2) || '.view', 'VIEWED', type, found.id, found."caseId", found."personId",
           string_to_array(fields, ',')
      FROM found LEFT JOIN "Case" ON "Case".id = found."caseId"
     WHERE "Case"."organizationId" IS DISTINCT FROM ${actor.organizationId}::uuid`;
}

/** The cases of the client in the row `shown` by which the actor sees the person record. */
function casesThatShow(actor: Actor, now: Date): Prisma.Sql {
  return administersNetwork(actor)
    ? Prisma.sql`
        SELECT DISTINCT ON ("organizationId") "Case".id AS "caseId" FROM "Case" WHERE "personId" = shown.id
         ORDER BY "organizationId", "openedOn" DESC, "Case".id`
    : Prisma.sql`
        SELECT DISTINCT "caseId" FROM "ReferralAccess"
         WHERE "personId" = shown.id AND "organizationId" = ${actor.organizationId}::uuid
           AND "beganAt" <= ${now} AND "endedAt" IS NULL AND "expiresAt" > ${now}`;
}

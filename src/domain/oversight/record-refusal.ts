import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { caseOfRecord } from '../audit/case-of-record.ts';
import type { AuditEntityType } from '../audit/record-audit.ts';
import type { Refusal } from '../errors.ts';

/** A record that a request named, whether there is one of this id or not. */
export type NamedRecord = { entityType: AuditEntityType; entityId: string };

/** What else a request named beside its first record is on record up to this many. */
const mostOthers = 20;

/** They are named along with what a request is about: a case goes to an office, an agreement, a case manager. */
const minor: readonly AuditEntityType[] = [
  'Agreement',
  'CorrespondenceTemplate',
  'Office',
  'Organization',
  'Program',
  'ServiceDeliveryLocation',
  'Staff',
];
const isMinor = ({ entityType }: NamedRecord) => minor.includes(entityType);

/**
 * Puts on record that somebody was refused, after whatever the request did has been undone (D14): with the refusal's code, the
 * fields it names, and the records that the request named, those too which the actor may not see. It is about the first of them
 * that has to do with a client, else about the first; the case is that of the first that belongs to one. Nothing is recorded of a refusal that only asks: when it is answered, the action is.
 * @param request.action the name of the field in the API.
 * @param request.fields the names of the fields that the refusal is about.
 * @param request.named in the order in which they were named.
 */
export async function recordRefusal(
  actor: Actor,
  database: Reader,
  request: { action: string; refusal: Refusal; fields: readonly string[]; named: readonly NamedRecord[] },
): Promise<void> {
  const { action, refusal, fields } = request;
  if (refusal.asks) return;
  const named = request.named.toSorted((one, other) => Number(isMinor(one)) - Number(isMinor(other)));
  const [first, ...others] = named;
  const details = [
    refusal.code,
    ...new Set(fields),
    ...others.slice(0, mostOthers).map(({ entityType, entityId }) => `${entityType}:${entityId}`),
  ];
  const person = named.find(({ entityType }) => entityType === 'Person')?.entityId ?? null;
  const types = named.map(({ entityType }) => entityType);
  const ids = named.map(({ entityId }) => entityId);
  await database.$executeRaw`
    INSERT INTO "AuditEvent" (id, "actorId", "actorOrganizationId", action, outcome, "entityType", "entityId", "caseId",
                              "personId", details)
    SELECT gen_random_uuid(), ${actor.staffId}::uuid, ${actor.organizationId}::uuid, ${action}, 'REFUSED',
           ${first?.entityType ?? null}, ${first?.entityId ?? null}::uuid,
           (SELECT "caseId"
              FROM unnest(${types}::text[], ${ids}::uuid[]) WITH ORDINALITY AS named(type, id, place)
             CROSS JOIN LATERAL (SELECT ${caseOfRecord(Prisma.sql`type`, Prisma.sql`named.id`)} AS "caseId") AS found
             WHERE "caseId" IS NOT NULL ORDER BY place LIMIT 1),
           ${person}::uuid, ${details}::text[]`;
}

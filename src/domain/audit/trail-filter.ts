import { Prisma } from '../../generated/prisma/client.ts';
import type { AuditOutcome } from '../../generated/prisma/enums.ts';
import type { AuditEntityType } from './record-audit.ts';

/** Which audit events somebody looks for; what is left out or null lets all through. */
export type TrailFilter = {
  /** The first instant. */
  from?: Date | null | undefined;
  /** The first instant after. */
  until?: Date | null | undefined;
  /** Who did it: the id of a staff member. */
  actorId?: string | null | undefined;
  /** For which organization. */
  organizationId?: string | null | undefined;
  actions?: string[] | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  entity?: { entityType: AuditEntityType; entityId: string } | null | undefined;
  caseId?: string | null | undefined;
  personId?: string | null | undefined;
};

/** The condition on rows of "AuditEvent" that a filter makes; an index serves each part of it by itself. */
export function trailCondition(filter: TrailFilter): Prisma.Sql {
  const { from, until, actorId, organizationId, actions, outcome, entity, caseId, personId } = filter;
  const conditions = [
    from && Prisma.sql`"at" >= ${from}`,
    until && Prisma.sql`"at" < ${until}`,
    actorId && Prisma.sql`"actorId" = ${actorId}::uuid`,
    organizationId && Prisma.sql`"actorOrganizationId" = ${organizationId}::uuid`,
    actions && Prisma.sql`"action" = ANY (${actions}::text[])`,
    // As the partial index has it: with a parameter it would not be used.
    outcome &&
      (outcome === 'REFUSED'
        ? Prisma.sql`"outcome" = 'REFUSED'`
        : Prisma.sql`"outcome" = ${outcome}::"AuditOutcome"`),
    entity && Prisma.sql`"entityType" = ${entity.entityType} AND "entityId" = ${entity.entityId}::uuid`,
    caseId && Prisma.sql`"caseId" = ${caseId}::uuid`,
    personId && Prisma.sql`"personId" = ${personId}::uuid`,
  ].filter((condition) => condition !== null && condition !== undefined);
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
}

/** What a filter asks for, by the names of its parts and, where they are ids, with them: fit to be put on record. */
export function filterDetails(filter: TrailFilter): string[] {
  const { actorId, organizationId, caseId, personId, entity, ...others } = filter;
  const ids = { actorId, organizationId, caseId, personId, entityId: entity?.entityId };
  return [
    ...Object.entries(others).flatMap(([name, value]) => (value ? [name] : [])),
    ...Object.entries(ids).flatMap(([name, id]) => (id ? [`${name}:${id}`] : [])),
  ];
}

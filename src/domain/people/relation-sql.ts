import { Prisma } from '../../generated/prisma/client.ts';
import type { AccessScope } from '../../generated/prisma/enums.ts';
import { type Action, allows, type Relation, relations, type Thing } from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { administersNetwork, hasPrivilege } from '../privileges.ts';
import { isoDay } from '../program-day.ts';
import { type Moment, scopeOf } from './relations.ts';

type Sign = (actor: Actor, moment: Moment) => Prisma.Sql;

const never: Sign = () => Prisma.sql`FALSE`;

/** How a row named "case" tells that the actor's organization stands in a relation to it; see signOf of relations.ts. */
const signOf: Record<Relation, Sign> = {
  MANAGES: ({ organizationId }) => Prisma.sql`"case"."organizationId" = ${organizationId}::uuid`,
  OPEN_CASE_TRANSFER: byAccess(scopeOf.OPEN_CASE_TRANSFER),
  INFORMATIONAL: byAccess(scopeOf.INFORMATIONAL),
  MANAGED_BEFORE: ({ organizationId }) => Prisma.sql`EXISTS (
    SELECT FROM "CaseTransfer" WHERE "caseId" = "case".id AND "fromOrganizationId" = ${organizationId}::uuid)`,
  NETWORK_ADMINISTRATOR: (actor) => (administersNetwork(actor) ? Prisma.sql`TRUE` : Prisma.sql`FALSE`),
  NONE: never,
};

/** By access in force (D8), while the organization is eligible (D12); see accessInForce. */
function byAccess(scope: AccessScope): Sign {
  return ({ organizationId }, { now, day }) => Prisma.sql`(
    EXISTS (
      SELECT FROM "ReferralAccess"
       WHERE "caseId" = "case".id AND "organizationId" = ${organizationId}::uuid AND "scope" = ${scope}::"AccessScope"
         AND "beganAt" <= ${now} AND "endedAt" IS NULL AND "expiresAt" > ${now})
    AND EXISTS (
      SELECT FROM "Organization" AS viewing
       WHERE viewing.id = ${organizationId}::uuid AND viewing."closedAt" IS NULL
         AND EXISTS (
           SELECT FROM "Agreement"
            WHERE "organizationId" = viewing.id AND "clientTracking"
              AND ${isoDay(day)}::date BETWEEN "startsOn" AND "endsOn"
              AND EXISTS (
                SELECT FROM "AgreementProgram" JOIN "Program" ON "Program".id = "programId"
                 WHERE "agreementId" = "Agreement".id AND "ecm"))))`;
}

/**
 * Whether the actor's organization may do something with the case in a row named "case", by the access table: what casesWhere
 * says, for statements written by hand. Where there is no such row it may not.
 */
export function allowedOnCase<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  moment: Moment,
): Prisma.Sql {
  const signs = (hasPrivilege(actor, 'seeCases') ? relations : [])
    .filter((relation) => allows(relation, thing, action))
    .map((relation) => signOf[relation](actor, moment));
  const any = signs.length === 0 ? Prisma.sql`FALSE` : Prisma.join(signs, ' OR ');
  return Prisma.sql`("case".id IS NOT NULL AND (${any}))`;
}

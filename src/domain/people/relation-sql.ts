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
  return (actor, moment) => Prisma.sql`(
    EXISTS (SELECT FROM "ReferralAccess" WHERE "caseId" = "case".id AND ${inForce(actor, scope, moment)})
    AND ${isEligible(actor, moment)})`;
}

function inForce({ organizationId }: Actor, scope: AccessScope, { now }: Moment): Prisma.Sql {
  return Prisma.sql`"organizationId" = ${organizationId}::uuid AND "scope" = ${scope}::"AccessScope"
    AND "beganAt" <= ${now} AND "endedAt" IS NULL AND "expiresAt" > ${now}`;
}

function isEligible({ organizationId }: Actor, { day }: Moment): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "Organization" AS viewing
     WHERE viewing.id = ${organizationId}::uuid AND viewing."closedAt" IS NULL
       AND EXISTS (
         SELECT FROM "Agreement"
          WHERE "organizationId" = viewing.id AND "clientTracking"
            AND ${isoDay(day)}::date BETWEEN "startsOn" AND "endsOn"
            AND EXISTS (
              SELECT FROM "AgreementProgram" JOIN "Program" ON "Program".id = "programId"
               WHERE "agreementId" = "Agreement".id AND "ecm")))`;
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

/** How the cases to which the actor's organization stands in a relation are found; null where that is every case. */
const findBy: Record<Relation, (actor: Actor, moment: Moment) => Prisma.Sql | null> = {
  MANAGES: ({ organizationId }) =>
    Prisma.sql`SELECT id FROM "Case" WHERE "organizationId" = ${organizationId}::uuid`,
  OPEN_CASE_TRANSFER: findByAccess(scopeOf.OPEN_CASE_TRANSFER),
  INFORMATIONAL: findByAccess(scopeOf.INFORMATIONAL),
  MANAGED_BEFORE: ({ organizationId }) =>
    Prisma.sql`SELECT "caseId" FROM "CaseTransfer" WHERE "fromOrganizationId" = ${organizationId}::uuid`,
  NETWORK_ADMINISTRATOR: (actor) => (administersNetwork(actor) ? null : noId),
  NONE: () => noId,
};

function findByAccess(scope: AccessScope) {
  return (actor: Actor, moment: Moment) => Prisma.sql`
    SELECT "caseId" FROM "ReferralAccess" WHERE ${inForce(actor, scope, moment)} AND ${isEligible(actor, moment)}`;
}

const noId = Prisma.sql`SELECT NULL::uuid WHERE FALSE`;

/**
 * The condition that a case is among those on which the actor's organization may do something, by the access table. It says the same as
 * {@link allowedOnCase}, for looking for cases: each relation is looked up by its own index, where "or" would try every case.
 * @param id the case's id in the statement.
 */
export function amongAllowedCases<T extends Thing, A extends Action<T>>(
  actor: Actor,
  { thing, action, moment, id }: { thing: T; action: A; moment: Moment; id: Prisma.Sql },
): Prisma.Sql {
  const ways = (hasPrivilege(actor, 'seeCases') ? relations : [])
    .filter((relation) => allows(relation, thing, action))
    .map((relation) => findBy[relation](actor, moment));
  if (ways.includes(null)) return Prisma.sql`TRUE`;
  const queries = ways.filter((way) => way !== null && way !== noId) as Prisma.Sql[];
  return queries.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`${id} IN (${Prisma.join(queries, ' UNION ')})`;
}

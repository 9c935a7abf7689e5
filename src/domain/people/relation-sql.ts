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

/** What is looked for: cases, or the clients whose cases they are. */
type Wanted = 'case' | 'person';

/** The columns of what is found, by the name of the column that has the case's id: the id of what is looked for, and the client's. */
const columns = {
  case: (caseId: Prisma.Sql) => Prisma.sql`${caseId} AS id, "personId"`,
  person: () => Prisma.sql`"personId" AS id, "personId"`,
} satisfies Record<Wanted, (caseId: Prisma.Sql) => Prisma.Sql>;

const ownId = Prisma.sql`"Case".id`;
const caseId = Prisma.sql`"caseId"`;

/** How the cases to which the actor's organization stands in a relation are found, or their clients; null where that is every one. */
const findBy: Record<Relation, (wanted: Wanted, actor: Actor, moment: Moment) => Prisma.Sql | null> = {
  MANAGES: (wanted, { organizationId }) => Prisma.sql`
    SELECT ${columns[wanted](ownId)} FROM "Case" WHERE "organizationId" = ${organizationId}::uuid`,
  OPEN_CASE_TRANSFER: findByAccess(scopeOf.OPEN_CASE_TRANSFER),
  INFORMATIONAL: findByAccess(scopeOf.INFORMATIONAL),
  MANAGED_BEFORE: (wanted, { organizationId }) => Prisma.sql`
    SELECT ${columns[wanted](ownId)}
      FROM "CaseTransfer" JOIN "Case" ON "Case".id = "caseId" WHERE "fromOrganizationId" = ${organizationId}::uuid`,
  NETWORK_ADMINISTRATOR: (_wanted, actor) => (administersNetwork(actor) ? null : noId),
  NONE: () => noId,
};

function findByAccess(scope: AccessScope) {
  return (wanted: Wanted, actor: Actor, moment: Moment) => Prisma.sql`
    SELECT ${columns[wanted](caseId)}
      FROM "ReferralAccess" WHERE ${inForce(actor, scope, moment)} AND ${isEligible(actor, moment)}`;
}

const noId = Prisma.sql`SELECT NULL::uuid AS id, NULL::uuid AS "personId" WHERE FALSE`;

/**
 * The cases on which the actor's organization may do something, by the access table, as a query of their ids, "id", and their clients',
 * "personId". It says the same as {@link allowedOnCase}, for looking for cases: each relation is looked up by its own index, where
 * "or" would try every case.
 * @returns null where that is every case.
 */
export function allowedCases<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  moment: Moment,
): Prisma.Sql | null {
  return foundBy('case', actor, { thing, action, moment });
}

/**
 * The clients whose person record the actor's organization sees, as peopleWhere says it, as a query of their ids: "id", and again "personId".
 * @returns null where that is everybody.
 */
export function clientsSeen(actor: Actor, moment: Moment): Prisma.Sql | null {
  return foundBy('person', actor, { thing: 'personRecord', action: 'see', moment });
}

function foundBy<T extends Thing, A extends Action<T>>(
  wanted: Wanted,
  actor: Actor,
  { thing, action, moment }: { thing: T; action: A; moment: Moment },
): Prisma.Sql | null {
  const ways = (hasPrivilege(actor, 'seeCases') ? relations : [])
    .filter((relation) => allows(relation, thing, action))
    .map((relation) => findBy[relation](wanted, actor, moment));
  if (ways.includes(null)) return null;
  const queries = ways.filter((way) => way !== null && way !== noId) as Prisma.Sql[];
  return queries.length === 0 ? noId : Prisma.join(queries, ' UNION ');
}

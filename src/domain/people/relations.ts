import type { Prisma } from '../../generated/prisma/client.ts';
import type { AccessScope } from '../../generated/prisma/enums.ts';
import {
  type Action,
  allows,
  type Relation,
  type RelationsThatAllow,
  relations,
  type Thing,
} from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { noRecord } from '../no-record.ts';
import { eligibleForReferrals } from '../organizations/eligibility.ts';
import { administersNetwork, hasPrivilege } from '../privileges.ts';

/** When and on which day access is judged. */
export type Moment = { now: Date; day: Date };

/** Access that has not run out by then (D8). */
export function notRunOut(now: Date): Prisma.ReferralAccessWhereInput {
  return { expiresAt: { gt: now } };
}

/**
 * Access that a referral gave to the actor's organization and that is in force: begun, not ended, not run out (D8), and
 * the organization still eligible (D12).
 */
export function accessInForce(actor: Actor, { now, day }: Moment): Prisma.ReferralAccessWhereInput {
  // Who may see no case at all has no access by a referral either.
  if (!hasPrivilege(actor, 'seeCases')) return noRecord;
  return {
    organizationId: actor.organizationId,
    beganAt: { lte: now },
    endedAt: null,
    ...notRunOut(now),
    organization: eligibleForReferrals(day),
  };
}

/** The scope of access that each relation goes by which a referral makes, while that access is in force (R24, R26). */
export const scopeOf = {
  OPEN_CASE_TRANSFER: 'PERSON_RECORD_AND_CASE_SUMMARY',
  INFORMATIONAL: 'PERSON_RECORD',
} as const satisfies Partial<Record<Relation, AccessScope>>;

/** The relation that access of a scope makes while it is in force. */
export function relationByScope(scope: AccessScope): keyof typeof scopeOf {
  return scope === scopeOf.OPEN_CASE_TRANSFER ? 'OPEN_CASE_TRANSFER' : 'INFORMATIONAL';
}

/** How the records tell that the actor's organization stands in a relation to a case; always, to any case; or never. */
type Sign = 'ALWAYS' | 'NEVER' | { case: Prisma.CaseWhereInput } | { access: AccessScope };

const signOf: Record<Relation, (actor: Actor) => Sign> = {
  MANAGES: ({ organizationId }) => ({ case: { organizationId } }),
  OPEN_CASE_TRANSFER: () => ({ access: scopeOf.OPEN_CASE_TRANSFER }),
  INFORMATIONAL: () => ({ access: scopeOf.INFORMATIONAL }),
  MANAGED_BEFORE: ({ organizationId }) => ({
    case: { transfers: { some: { fromOrganizationId: organizationId } } },
  }),
  NETWORK_ADMINISTRATOR: (actor) => (administersNetwork(actor) ? 'ALWAYS' : 'NEVER'),
  NONE: () => 'NEVER',
};

/** The moment, for what is allowed by relations that end with time; the compiler asks for it where the table has one. */
export type MomentFor<T extends Thing, A extends Action<T>> =
  Extract<RelationsThatAllow<T, A>, keyof typeof scopeOf> extends never ? [] : [moment: Moment];

/** The signs of all relations that allow an action, put together. */
type Signs = {
  always: boolean;
  cases: Prisma.CaseWhereInput[];
  /** At most one condition, for all scopes. */
  accesses: Prisma.ReferralAccessWhereInput[];
};

function signs<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  ...momentFor: MomentFor<T, A>
): Signs {
  const [moment] = momentFor as [Moment?];
  const found = (hasPrivilege(actor, 'seeCases') ? relations : [])
    .filter((relation) => allows(relation, thing, action))
    .map((relation) => signOf[relation](actor))
    .filter((sign) => sign !== 'NEVER');
  const scopes = found.flatMap((sign) => (sign !== 'ALWAYS' && 'access' in sign ? [sign.access] : []));
  return {
    always: found.includes('ALWAYS'),
    cases: found.flatMap((sign) => (sign !== 'ALWAYS' && 'case' in sign ? [sign.case] : [])),
    accesses:
      moment === undefined || scopes.length === 0
        ? []
        : [{ ...accessInForce(actor, moment), scope: { in: scopes } }],
  };
}

/** The cases on which the actor's organization may do something, by the access table. */
export function casesWhere<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  ...moment: MomentFor<T, A>
): Prisma.CaseWhereInput {
  const { always, cases, accesses } = signs(actor, thing, action, ...moment);
  // Prisma leaves an empty condition out of an OR, so "all" must stand alone.
  if (always) return {};
  return oneOf([...cases, ...accesses.map((some) => ({ accesses: { some } }))]);
}

/**
 * The people whose person record the actor's organization sees, by the access table.
 * @param caseId where only what comes by this case counts.
 */
export function peopleWhere(actor: Actor, moment: Moment, caseId?: string): Prisma.PersonWhereInput {
  const { always, cases, accesses } = signs(actor, 'personRecord', 'see', moment);
  if (always) return caseId === undefined ? {} : { cases: { some: { id: caseId } } };
  return oneOf([
    ...cases.map((one) => ({
      cases: { some: caseId === undefined ? one : { AND: [{ id: caseId }, one] } },
    })),
    ...accesses.map((some) => ({
      accesses: { some: caseId === undefined ? some : { ...some, caseId } },
    })),
  ]);
}

/** Whether the actor's organization may do something with a case at hand, where that hangs on the case's row alone. */
export function allowedOnRow<T extends Thing, A extends Action<T>>(
  actor: Actor,
  thing: T,
  action: A,
  row: { organizationId: string },
  ..._rowIsEnough: MomentFor<T, A>
): boolean {
  return (
    hasPrivilege(actor, 'seeCases') &&
    ((allows('MANAGES', thing, action) && row.organizationId === actor.organizationId) ||
      (allows('NETWORK_ADMINISTRATOR', thing, action) && administersNetwork(actor)))
  );
}

function oneOf<Where extends object>(conditions: Where[]): Where | { OR: Where[] } | typeof noRecord {
  const [only, ...others] = conditions;
  if (only === undefined) return noRecord;
  return others.length === 0 ? only : { OR: conditions };
}

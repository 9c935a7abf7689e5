import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { refusalOf } from '../allowance.ts';
import type { AllowedAction } from '../allowed-action.ts';
import { NotAllowed } from '../errors.ts';
import { requirePrivilege } from '../privileges.ts';
import { allowedOnRow, casesWhere, type Moment } from './relations.ts';

/** What can be done with a client's record. */
export type PersonAction = 'UPDATE' | 'OPEN_CASE';

/** What the checks need to know of a client whom the actor sees: by which cases the actor's organization may open another. */
export function personActionFacts(actor: Actor, moment: Moment) {
  return {
    cases: {
      where: casesWhere(actor, 'personRecord', 'openCase', moment),
      select: { organizationId: true },
    },
  } satisfies Prisma.PersonSelect;
}

/** What {@link personActionFacts} selects. */
export type PersonActionFacts = Prisma.PersonGetPayload<{ select: ReturnType<typeof personActionFacts> }>;

const managersOnly = {
  EN: 'Only an organization that manages a case of this client can change the record; ask the case manager there.',
  FR: 'Seul un organisme qui gère un cas de ce client peut modifier le dossier; adressez-vous à son gestionnaire de cas.',
};
const caseWorkersOnly = {
  EN: 'Ask an organization that manages a case of this client, or that the client was referred to.',
  FR: 'Adressez-vous à un organisme qui gère un cas de ce client, ou vers lequel il a été aiguillé.',
};

/** @throws NotAllowed unless the actor's organization manages a case of the client, and the role suffices. */
export function requireMayUpdate(actor: Actor, { cases }: PersonActionFacts): void {
  const allowed = cases.some((row) => allowedOnRow(actor, 'personRecord', 'update', row));
  if (!allowed) throw new NotAllowed(managersOnly);
  requirePrivilege(actor, 'workOnCases');
}

/** @throws NotAllowed unless the client is one of the actor's organization or was referred to it (R24), and the role suffices. */
export function requireMayOpenCase(actor: Actor, { cases }: PersonActionFacts): void {
  if (cases.length === 0) throw new NotAllowed(caseWorkersOnly);
  requirePrivilege(actor, 'workOnCases');
}

const checks: Record<PersonAction, (actor: Actor, facts: PersonActionFacts) => void> = {
  UPDATE: requireMayUpdate,
  OPEN_CASE: requireMayOpenCase,
};

/**
 * What the actor can do with the record of a client whom they see, and if not, why: as the use cases would answer now (B6).
 * @param facts of the same actor and moment.
 */
export function personActions(actor: Actor, facts: PersonActionFacts): AllowedAction<PersonAction>[] {
  return (['UPDATE', 'OPEN_CASE'] as const).map((action) => ({
    action,
    refusal: refusalOf(() => checks[action](actor, facts)),
  }));
}

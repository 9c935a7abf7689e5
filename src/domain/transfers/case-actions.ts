import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { refusalOf } from '../allowance.ts';
import type { AllowedAction, AskedFor } from '../allowed-action.ts';
import { summaryScope } from '../cases/access.ts';
import { requireAcknowledgeable } from '../cases/acknowledge-case-notifications.ts';
import { requireAllowed } from '../cases/require-allowed.ts';
import { requireOpenCase, requireTransferable } from '../cases/status.ts';
import { accessInForce, type Moment } from '../people/access.ts';
import { hasPrivilege } from '../privileges.ts';
import { requireReferable } from '../referrals/add-referral.ts';
import { requireTakeOver } from './ground-by-referral.ts';

/** What can be done with a case. */
export type CaseAction =
  | 'ADD_CASE_TRANSFER'
  | 'ADD_INFORMATIONAL_WITHIN'
  | 'ADD_INFORMATIONAL_OUTSIDE'
  | 'TRANSFER'
  | 'UPDATE'
  | 'CHANGE_STATUS'
  | 'ACKNOWLEDGE_NOTIFICATIONS';

/** What {@link caseActions} needs to know of a case at a moment. */
export function caseActionFacts(actor: Actor, moment: Moment) {
  return {
    organizationId: true,
    status: true,
    accesses: {
      where: { ...accessInForce(actor, moment), scope: summaryScope },
      take: 1,
      select: { id: true },
    },
  } satisfies Prisma.CaseSelect;
}

/** What {@link caseActionFacts} selects. */
export type CaseActionFacts = Prisma.CaseGetPayload<{ select: ReturnType<typeof caseActionFacts> }>;

/** The check that the use case of each action calls. */
const checks: Record<CaseAction, (actor: Actor, found: CaseActionFacts) => unknown> = {
  ADD_CASE_TRANSFER: (actor, found) => requireReferable(actor, found, 'CASE_TRANSFER'),
  ADD_INFORMATIONAL_WITHIN: (actor, found) => requireReferable(actor, found, 'INFORMATIONAL_WITHIN'),
  ADD_INFORMATIONAL_OUTSIDE: (actor, found) => requireReferable(actor, found, 'INFORMATIONAL_OUTSIDE'),
  TRANSFER: requireTransfer,
  UPDATE: requireMayUpdate,
  CHANGE_STATUS: (actor, found) => requireAllowed(actor, 'case', 'changeStatus', found),
  ACKNOWLEDGE_NOTIFICATIONS: requireAcknowledgeable,
};

/** Checks all of a change but what is changed, as updateCase does. */
function requireMayUpdate(actor: Actor, found: CaseActionFacts): void {
  requireAllowed(actor, 'case', 'update', found);
  requireOpenCase(found.status);
}

/** Checks all of a transfer but the choices, as transferCase does (R28, D5). */
export function requireTransfer(actor: Actor, { accesses: [open], ...found }: CaseActionFacts): void {
  if (hasPrivilege(actor, 'transferAnyCase')) requireTransferable(found.status);
  else requireTakeOver(actor, found, open ?? null);
}

const actions = Object.keys(checks) as CaseAction[];

/**
 * What the actor can do with a case that they see, whole or as a summary, and if not, why: as the use cases would answer now (B6).
 * @param found the facts of the same actor and moment.
 */
export function caseActions(actor: Actor, found: CaseActionFacts): AllowedAction<CaseAction>[] {
  return actions.map((action) => ({ action, refusal: refusalOf(() => checks[action](actor, found)) }));
}

/** What an action that is allowed asks for; of a change of status each move asks for its own. */
export function caseActionAsksFor(actor: Actor, action: CaseAction): readonly AskedFor[] {
  if (action !== 'TRANSFER') return [];
  return hasPrivilege(actor, 'transferAnyCase') ? ['REASON', 'CONFIRMATION'] : ['CONFIRMATION'];
}

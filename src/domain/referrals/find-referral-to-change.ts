import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader, Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { lockCase } from '../cases/lock-case.ts';
import { requireAllowed } from '../cases/require-allowed.ts';
import { NotFound } from '../errors.ts';
import { visibleReferrals } from './access.ts';

const withCase = { case: { select: { organizationId: true } } } satisfies Prisma.ReferralInclude;

/** Work on a referral, as the access table names it. */
export type ReferralWork =
  | readonly [thing: 'referrals', action: 'update' | 'submit' | 'cancel' | 'withdraw']
  | readonly [thing: 'letters', action: 'sendAgain']
  | readonly [thing: 'notes', action: 'add']
  | readonly [thing: 'documents', action: 'add' | 'remove'];

/** A referral, and who manages its case. */
export type ReferralToChange = Prisma.ReferralGetPayload<{ include: typeof withCase }>;

/**
 * A referral the actor may work on, with its case locked until the transaction ends. Whether it is still a draft is for the
 * caller to say.
 * @throws NotFound where the actor does not see it; NotAllowed where their organization does not manage the case, or the role
 * does not suffice.
 */
export async function findReferralToChange(
  transaction: Transaction,
  actor: Actor,
  id: string,
  work: ReferralWork,
): Promise<ReferralToChange> {
  const { caseId } = await findVisibleReferral(transaction, actor, id);
  await lockCase(transaction, caseId);
  const referral = await findVisibleReferral(transaction, actor, id);
  requireReferralWork(actor, referral, work);
  return referral;
}

/** @throws NotFound where the actor does not see such a referral. */
export async function findVisibleReferral(
  database: Reader,
  actor: Actor,
  id: string,
): Promise<ReferralToChange> {
  const where = { id, ...visibleReferrals(actor) };
  const referral = await database.referral.findFirst({ where, include: withCase });
  if (referral === null) throw new NotFound();
  return referral;
}

/**
 * What goes before all work on a referral that the actor sees.
 * @throws NotAllowed.
 */
export function requireReferralWork(
  actor: Actor,
  referral: { case: { organizationId: string } },
  [thing, action]: ReferralWork,
): void {
  requireAllowed(actor, thing, action, referral.case);
}

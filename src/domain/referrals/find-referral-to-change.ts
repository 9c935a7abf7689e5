import type { Referral } from '../../generated/prisma/client.ts';
import type { Reader, Transaction } from '../../platform/database.ts';
import { type Actor, worksOnCases } from '../actor.ts';
import { lockCase } from '../cases/lock-case.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import { managedReferrals } from './access.ts';

/**
 * A referral the actor may work on, with its case locked until the transaction ends. Whether it is still a draft is for the
 * caller to say.
 * @throws NotFound where the actor's organization does not manage the case; NotAllowed where the role does not suffice.
 */
export async function findReferralToChange(
  transaction: Transaction,
  actor: Actor,
  id: string,
): Promise<Referral> {
  const { caseId } = await find(transaction, actor, id);
  await lockCase(transaction, caseId);
  const referral = await find(transaction, actor, id);
  if (!worksOnCases(actor)) throw new NotAllowed();
  return referral;
}

async function find(database: Reader, actor: Actor, id: string): Promise<Referral> {
  const referral = await database.referral.findFirst({ where: { id, ...managedReferrals(actor) } });
  if (referral === null) throw new NotFound();
  return referral;
}

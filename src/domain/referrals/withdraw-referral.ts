import type { Referral, ReferralAccess } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired, InvalidInput, Refusal } from '../errors.ts';
import { readReason } from '../reason.ts';
import { endAccess } from './end-access.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { requireOpen } from './referral-ended.ts';
import { ReferralNotSubmitted } from './referral-not-submitted.ts';
import { tellReceiverOfWithdrawal } from './tell-receiver.ts';

const confirmation = {
  EN: 'Withdrawing will end what the receiving organization sees by this referral, and tell it so. Emails still on their way will not be sent.\n\nDo you wish to proceed?',
  FR: 'Le retrait mettra fin à ce que l’organisme destinataire voit par cet aiguillage et l’en avisera. Les courriels encore en route ne seront pas envoyés.\n\nVoulez-vous continuer?',
};

const cancelInstead = { EN: 'Cancel it instead.', FR: 'Annulez-la plutôt.' };

/** Only a Case Transfer referral asks for something that can be taken back (D3). */
export class NotACaseTransfer extends Refusal {
  override readonly name = 'NotACaseTransfer';
  readonly code = 'NOT_A_CASE_TRANSFER';

  constructor() {
    super({
      EN: 'Only a Case Transfer referral can be withdrawn. An informational referral has told what it had to tell; the access that it may have given ends by itself.',
      FR: 'Seul un aiguillage de transfert de cas peut être retiré. Un aiguillage à titre d’information a dit ce qu’il avait à dire; l’accès qu’il a pu donner prend fin de lui-même.',
    });
  }
}

/**
 * Withdraws a submitted Case Transfer referral that no transfer has followed, once confirmed: the receiver's access ends, and
 * it is told. The referral stays as it was, its status too; the withdrawal is on record beside it (D3, R17, R18).
 * @throws NotFound, NotAllowed, NotACaseTransfer, ReferralNotSubmitted for a draft, ReferralEnded where something has ended it
 * before, InvalidInput for a reason that is missing or cannot be read, ConfirmationRequired.
 */
export async function withdrawReferral(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; reason: string; confirm: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, [
      'referrals',
      'withdraw',
    ]);
    const now = platform.now();
    const access = await transaction.referralAccess.findUnique({ where: { referralId: referral.id } });
    requireWithdrawable(referral, access, now);
    const { text: reason, problems } = readReason(input.reason);
    if (problems.length > 0) throw new InvalidInput(problems);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);

    const end = { cause: 'WITHDRAWN', reason, at: now } as const;
    for (const ended of await endAccess(transaction, actor, { referralId: referral.id }, end)) {
      await tellReceiverOfWithdrawal(transaction, platform, ended, actor.staffId);
    }
    await recordAudit(transaction, actor, {
      action: 'referral.withdraw',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
      details: ['reason'],
    });
  });
}

/**
 * Checks that a referral can be withdrawn.
 * @param access what it gave its receiver; null before submit.
 * @throws NotACaseTransfer, ReferralNotSubmitted for a draft, ReferralEnded where something has ended it before.
 */
export function requireWithdrawable(
  referral: Pick<Referral, 'type'>,
  access: ReferralAccess | null,
  now: Date,
): void {
  if (referral.type !== 'CASE_TRANSFER') throw new NotACaseTransfer();
  if (access === null) throw new ReferralNotSubmitted(cancelInstead);
  requireOpen(access, now);
}

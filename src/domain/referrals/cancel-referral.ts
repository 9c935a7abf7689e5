import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired } from '../errors.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { ReferralLocked, requireDraft } from './status.ts';

const confirmation = {
  EN: 'Cancelling the referral will delete the draft version.\n\nDo you wish to proceed?',
  FR: 'L’annulation de l’aiguillage supprimera l’ébauche.\n\nVoulez-vous continuer?',
};

/**
 * Deletes a draft, with its notes and documents, once confirmed (R18).
 * @throws NotFound, NotAllowed, ReferralLocked after submit, ConfirmationRequired.
 */
export async function cancelReferral(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; confirm: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId);
    requireDraft(referral.status);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);
    const { count } = await transaction.referral.deleteMany({ where: { id: referral.id, status: 'DRAFT' } });
    if (count === 0) throw new ReferralLocked();
    await recordAudit(transaction, actor, {
      action: 'referral.cancel',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
    });
  });
}

import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired } from '../errors.ts';
import { deleteDrafts } from './delete-drafts.ts';
import { requireVersion } from './draft-version.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { cancelConfirmation } from './form-texts.ts';
import { ReferralLocked, requireDraft } from './status.ts';

/**
 * Deletes a draft, with its notes and documents, once confirmed (R18).
 * @param input.version the version that the user has seen, so that nobody's later work is deleted unseen; left out, any.
 * @throws NotFound, NotAllowed, ReferralLocked after submit, StaleDraft, ConfirmationRequired.
 */
export async function cancelReferral(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; version?: number | null | undefined; confirm: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, [
      'referrals',
      'cancel',
    ]);
    requireDraft(referral.status);
    requireVersion(referral, input.version);
    if (!input.confirm) throw new ConfirmationRequired(cancelConfirmation);
    const deleted = await deleteDrafts(transaction, platform, { id: referral.id });
    if (deleted.length === 0) throw new ReferralLocked();
    await recordAudit(transaction, actor, {
      action: 'referral.cancel',
      entityType: 'Referral',
      entityId: referral.id,
      caseId: referral.caseId,
    });
  });
}

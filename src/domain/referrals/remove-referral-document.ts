import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired, NotFound } from '../errors.ts';
import { visibleDocuments } from './access.ts';
import { discardFiles } from './discard-file.ts';
import { findReferralToChange } from './find-referral-to-change.ts';
import { requireDraft } from './status.ts';

const confirmation = {
  EN: 'Removing the document will delete it for good.\n\nDo you wish to proceed?',
  FR: 'Le retrait du document le supprimera définitivement.\n\nVoulez-vous continuer?',
};

/**
 * Removes a document from a draft, once confirmed; its file is discarded after the commit (R13, D11).
 * @returns the id of the referral it belonged to.
 * @throws NotFound, NotAllowed, ReferralLocked after submit, ConfirmationRequired.
 */
export async function removeReferralDocument(
  actor: Actor,
  platform: Platform,
  input: { documentId: string; confirm: boolean },
): Promise<string> {
  const where = { id: input.documentId, ...visibleDocuments(actor) };
  return await platform.database.$transaction(async (transaction) => {
    const found = await transaction.referralDocument.findFirst({ where });
    if (found === null) throw new NotFound();
    const referral = await findReferralToChange(transaction, actor, found.referralId, [
      'documents',
      'remove',
    ]);
    requireDraft(referral.status);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);
    const { count } = await transaction.referralDocument.deleteMany({ where: { id: found.id } });
    // Somebody else removed it while this waited for the case.
    if (count === 0) throw new NotFound();
    await discardFiles(transaction, platform, [found]);
    await recordAudit(transaction, actor, {
      action: 'referral.document.remove',
      entityType: 'ReferralDocument',
      entityId: found.id,
      caseId: referral.caseId,
      details: [`Referral:${referral.id}`],
    });
    return referral.id;
  });
}

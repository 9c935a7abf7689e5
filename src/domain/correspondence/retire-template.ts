import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired, NotFound, Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { lockTemplates, requireTemplateAdministrator } from './template-administrator.ts';
import { templatesOnOffer } from './template-text.ts';

/** No other template is on offer for the type of referral: without it nobody could submit one. */
export class LastTemplate extends Refusal {
  override readonly name = 'LastTemplate';
  readonly code = 'LAST_TEMPLATE';

  constructor() {
    super({
      EN: 'This is the only template on offer for its type of referral. Publish another one for the type first, or publish a new version of this one.',
      FR: 'C’est le seul modèle offert pour ce type d’aiguillage. Publiez-en d’abord un autre pour ce type, ou publiez une nouvelle version de celui-ci.',
    });
  }
}

/**
 * Takes a template off offer for good, once confirmed (R8, R23). Submitted referrals keep it; a draft that has it needs
 * another one before it can be submitted. Retiring one that has been retired changes nothing and is no error.
 * @throws NotAllowed, NotFound, LastTemplate, ConfirmationRequired.
 */
export async function retireTemplate(
  actor: Actor,
  platform: Platform,
  { templateId, confirm }: { templateId: string; confirm: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    requireTemplateAdministrator(actor);
    await lockTemplates(transaction);
    const template = await transaction.correspondenceTemplate.findUnique({ where: { id: templateId } });
    if (template === null) throw new NotFound();
    if (template.retiredAt !== null) return;
    const others = { ...templatesOnOffer(template.referralType), id: { not: templateId } };
    if ((await transaction.correspondenceTemplate.count({ where: others })) === 0) throw new LastTemplate();
    if (!confirm) throw new ConfirmationRequired(await confirmation(transaction, templateId));

    await transaction.correspondenceTemplate.update({
      where: { id: templateId, retiredAt: null },
      data: { retiredAt: platform.now() },
    });
    await recordAudit(transaction, actor, {
      action: 'template.retire',
      entityType: 'CorrespondenceTemplate',
      entityId: templateId,
    });
  });
}

async function confirmation(transaction: Transaction, templateId: string): Promise<Bilingual> {
  const drafts = await transaction.referral.count({ where: { templateId, status: 'DRAFT' } });
  return {
    EN: `The template will no longer be on offer, and cannot be brought back. Submitted referrals keep it; drafts need another one before they can be submitted. Drafts that have it: ${drafts}.\n\nDo you wish to proceed?`,
    FR: `Le modèle ne sera plus offert et ne pourra pas être rétabli. Les aiguillages soumis le conservent; les ébauches devront en recevoir un autre avant d’être soumises. Ébauches concernées : ${drafts}.\n\nVoulez-vous continuer?`,
  };
}

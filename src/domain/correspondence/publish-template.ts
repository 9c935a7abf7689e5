import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { ConfirmationRequired, InvalidInput, Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { changedFields, type Inspection, inspectTemplate, type TemplateTarget } from './inspect-template.ts';
import { InvalidTemplate } from './invalid-template.ts';
import { lockTemplates, requireTemplateAdministrator } from './template-administrator.ts';
import { type TemplateTexts, templateLanguages, tidyWords } from './template-words.ts';

/** Somebody else has published a version since the one that the change was based on. */
export class StaleTemplate extends Refusal {
  override readonly name = 'StaleTemplate';
  readonly code = 'STALE_TEMPLATE';

  constructor(newest: number) {
    super({
      EN: `Version ${newest} of this template has been published since you loaded it. Load it again, then make your change on top.`,
      FR: `La version ${newest} de ce modèle a été publiée depuis que vous l’avez ouvert. Rechargez-le, puis refaites votre modification.`,
    });
  }
}

/**
 * Publishes a template's texts in both languages, once confirmed: as the next version of a template or as the first of a
 * new one (R22, R23). Earlier versions stay as they are, and so does every referral that has one. What the newest version
 * says already is not published again, so that a retry after a lost answer is safe.
 * @param input.version the number of the version that the change was based on, for a template there is already.
 * @returns the template's id.
 * @throws NotAllowed, InvalidInput, NotFound, TemplateRetired, StaleTemplate, InvalidTemplate naming every problem and its
 * place, ConfirmationRequired.
 */
export async function publishTemplate(
  actor: Actor,
  platform: Platform,
  input: TemplateTarget & { version?: number | null | undefined; texts: TemplateTexts; confirm: boolean },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    requireTemplateAdministrator(actor);
    await lockTemplates(transaction);
    const inspection = await inspectTemplate(transaction, input, input.texts);
    if (inspection.sameAs !== null) return inspection.sameAs;
    requireNewest(inspection, input.version);
    if (inspection.problems.length > 0) throw new InvalidTemplate(inspection.problems);
    if (!input.confirm) throw new ConfirmationRequired(await confirmation(transaction, inspection));
    return await publishVersion(transaction, actor, platform, inspection, input.texts);
  });
}

function requireNewest({ base }: Inspection, version: number | null | undefined): void {
  if (base === null || version === base.version) return;
  if (typeof version === 'number') throw new StaleTemplate(base.version);
  const text = {
    EN: 'Give the number of the version that you loaded and changed.',
    FR: 'Donnez le numéro de la version que vous avez ouverte et modifiée.',
  };
  throw new InvalidInput([{ field: 'version', text }]);
}

async function confirmation(transaction: Transaction, { base }: Inspection): Promise<Bilingual> {
  if (base === null) {
    return {
      EN: 'The new template will be on offer to everyone at once. What is published cannot be changed afterwards, only followed by another version.\n\nDo you wish to proceed?',
      FR: 'Le nouveau modèle sera aussitôt offert à tous. Ce qui est publié ne peut plus être modifié; seule une autre version peut suivre.\n\nVoulez-vous continuer?',
    };
  }
  const drafts = await transaction.referral.count({ where: { templateId: base.id, status: 'DRAFT' } });
  const next = base.version + 1;
  return {
    EN: `Referrals that choose this template will get version ${next} at once. Submitted referrals and drafts keep the version they have; drafts with this template: ${drafts}. What is published cannot be changed afterwards, only followed by another version.\n\nDo you wish to proceed?`,
    FR: `Les aiguillages qui choisissent ce modèle recevront aussitôt la version ${next}. Les aiguillages soumis et les ébauches conservent leur version; ébauches qui ont ce modèle : ${drafts}. Ce qui est publié ne peut plus être modifié; seule une autre version peut suivre.\n\nVoulez-vous continuer?`,
  };
}

async function publishVersion(
  transaction: Transaction,
  actor: Actor,
  platform: Platform,
  { base, referralType }: Inspection,
  texts: TemplateTexts,
): Promise<string> {
  const written = templateLanguages.flatMap((language) => {
    const words = texts[language];
    return words === null ? [] : [{ language, ...tidyWords(words) }];
  });
  const templateId =
    base?.id ??
    (await transaction.correspondenceTemplate.create({ data: { referralType }, select: { id: true } })).id;
  const number = (base?.version ?? 0) + 1;
  await transaction.correspondenceTemplateVersion.create({
    data: {
      templateId,
      number,
      publishedById: actor.staffId,
      publishedAt: platform.now(),
      texts: { create: written },
    },
  });
  await recordAudit(transaction, actor, {
    action: 'template.publish',
    entityType: 'CorrespondenceTemplate',
    entityId: templateId,
    details: templateLanguages.flatMap((language) =>
      changedFields(base?.texts[language] ?? null, texts[language]).map((field) => `${language}.${field}`),
    ),
  });
  return templateId;
}

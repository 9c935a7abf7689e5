import type { Prisma } from '../../generated/prisma/client.ts';
import type { Language, ReferralType } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import { Refusal } from '../errors.ts';

/** The template is not one of those on offer for this type of referral (R8). */
export class TemplateNotOffered extends Refusal {
  override readonly name = 'TemplateNotOffered';
  readonly code = 'TEMPLATE_NOT_OFFERED';

  constructor() {
    super({
      EN: 'This template is not on offer for this type of referral. Choose one from correspondenceTemplates for the type.',
      FR: 'Ce modèle n’est pas offert pour ce type d’aiguillage. Choisissez-en un dans correspondenceTemplates pour ce type.',
    });
  }
}

/** The templates on offer for a type of referral (R8). */
export function templatesOnOffer(referralType: ReferralType): Prisma.CorrespondenceTemplateWhereInput {
  return { referralType, retiredAt: null };
}

/** What a template's newest version gives a referral (R9). */
export type TemplateText = { versionId: string; emailSubject: string; emailContent: string };

/**
 * The newest version's texts of a template on offer for a type of referral.
 * @throws TemplateNotOffered for another type's, a withdrawn or an unknown template (R8).
 */
export async function templateText(
  database: Reader,
  wanted: { templateId: string; referralType: ReferralType; language: Language },
): Promise<TemplateText> {
  const version = await database.correspondenceTemplateVersion.findFirst({
    where: { template: { id: wanted.templateId, ...templatesOnOffer(wanted.referralType) } },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      texts: { where: { language: wanted.language }, select: { emailSubject: true, emailContent: true } },
    },
  });
  const text = version?.texts[0];
  if (version === null || text === undefined) throw new TemplateNotOffered();
  return { versionId: version.id, ...text };
}

/** @throws TemplateNotOffered where a draft's template has been retired since it was chosen (R8). */
export function requireTemplateOffered(chosen: { retiredAt: Date | null }): void {
  if (chosen.retiredAt !== null) throw new TemplateNotOffered();
}

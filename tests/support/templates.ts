import { publishTemplate } from '../../src/domain/correspondence/publish-template.ts';
import type { TemplateTexts, TemplateWords } from '../../src/domain/correspondence/template-words.ts';
import type { ReferralType } from '../../src/generated/prisma/enums.ts';
import type { Database } from '../../src/platform/database.ts';
import type { House } from './house.ts';

/** A template with its newest version. */
export type NewestTemplate = {
  templateId: string;
  version: number;
  texts: { EN: TemplateWords; FR: TemplateWords };
};

/** The oldest template of a type, with what its newest version says. */
export async function newestTemplate(
  database: Database,
  referralType: ReferralType,
): Promise<NewestTemplate> {
  const { id, versions } = await database.correspondenceTemplate.findFirstOrThrow({
    where: { referralType },
    orderBy: { id: 'asc' },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, include: { texts: true } } },
  });
  const words = (wanted: string): TemplateWords => {
    const text = versions[0]?.texts.find(({ language }) => language === wanted);
    if (text === undefined) throw new Error(`the template has no text in ${wanted}`);
    const { name, emailSubject, emailContent, letterTitle, letterBody } = text;
    return { name, emailSubject, emailContent, letterTitle, letterBody };
  };
  return { templateId: id, version: versions[0]?.number ?? 0, texts: { EN: words('EN'), FR: words('FR') } };
}

/** Texts in both languages that say something of their own, told by `word`. */
export function textsWith(word: string): { EN: TemplateWords; FR: TemplateWords } {
  const words = (language: string): TemplateWords => ({
    name: `${word} ${language}`,
    emailSubject: `${word} subject ${language}`,
    emailContent: `${word} content ${language}`,
    letterTitle: `${word} title ${language}`,
    letterBody: `${word} letter ${language} about {{clientName}}.`,
  });
  return { EN: words('EN'), FR: words('FR') };
}

/** Publishes texts as Employment Nova Scotia: the next version of the type's template, or a new template. */
export async function publish(
  house: House,
  referralType: ReferralType,
  texts: TemplateTexts,
  as: 'next version' | 'new template' = 'next version',
): Promise<string> {
  const ens = await house.actor('ens.admin');
  const { templateId, version } = await newestTemplate(house.database, referralType);
  const target = as === 'new template' ? { referralType } : { templateId, version };
  return await publishTemplate(ens, house.platform, { ...target, texts, confirm: true });
}

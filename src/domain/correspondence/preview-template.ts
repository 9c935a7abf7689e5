import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import type { Language } from '../language.ts';
import { inspectTemplate, type TemplateTarget } from './inspect-template.ts';
import type { TemplateProblem } from './invalid-template.ts';
import { addressLines, composeLetter, type ReferralFacts } from './letter-content.ts';
import { type LetterPdf, renderPdf } from './letter-pdf.ts';
import { sampleDay, sampleReferral } from './sample-referral.ts';
import { requireTemplateAdministrator } from './template-administrator.ts';
import { type TemplateTexts, type TemplateWords, tidyWords } from './template-words.ts';

/** What texts make of an invented referral in one language. */
export type PreviewedText = {
  language: Language;
  emailSubject: string;
  emailContent: string;
  /** Whom the invented referral comes from. */
  sender: { name: string; phone: string; email: string; addressLines: string[] };
  /** Renders the letter when it is first asked for. */
  letter: () => Promise<LetterPdf>;
};

/** What texts would look like, and everything that keeps them from being published. */
export type TemplatePreview = { problems: TemplateProblem[] } & Record<Language, PreviewedText | null>;

/**
 * Shows what a template's texts make of an invented referral, before they are published, by the way that real letters go
 * (R14, R22). Nothing is kept. A language whose texts are missing or wrong has no preview; the other one has.
 * @throws NotAllowed, InvalidInput, NotFound, TemplateRetired.
 */
export async function previewTemplate(
  actor: Actor,
  { database }: Platform,
  input: TemplateTarget & { texts: TemplateTexts },
): Promise<TemplatePreview> {
  requireTemplateAdministrator(actor);
  const { referralType, problems } = await inspectTemplate(database, input, input.texts);
  const preview = (language: Language) => {
    const words = input.texts[language];
    return words === null || !isSound(problems, language)
      ? null
      : previewText(tidyWords(words), sampleReferral(referralType, language));
  };
  return { problems, EN: preview('EN'), FR: preview('FR') };
}

/** Whether texts are there and right in themselves, whatever they are beside others. */
function isSound(problems: TemplateProblem[], language: Language): boolean {
  return problems
    .filter((problem) => problem.language === language)
    .every(({ kind }) => kind === 'LANGUAGES_DIFFER' || kind === 'NAME_TAKEN');
}

function previewText(words: TemplateWords, referral: ReferralFacts): PreviewedText {
  const { sendingOrganization: sender } = referral;
  let letter: Promise<LetterPdf> | undefined;
  return {
    language: referral.language,
    emailSubject: words.emailSubject,
    emailContent: words.emailContent,
    sender: {
      name: sender.name,
      phone: sender.phone,
      email: sender.generalContactEmail,
      addressLines: addressLines(sender),
    },
    letter: () => {
      letter ??= renderPdf(composeLetter(words, referral, sampleDay));
      return letter;
    },
  };
}

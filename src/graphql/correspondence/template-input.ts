import type { TemplateTexts } from '../../domain/correspondence/template-words.ts';
import { builder } from '../builder.ts';
import { readOptionalId } from '../ids.ts';
import { ReferralTypeEnum } from '../referrals/referral-type.ts';

const CorrespondenceTemplateTextInput = builder.inputType('CorrespondenceTemplateTextInput', {
  description: 'What a template says in one language. Only letterBody may hold placeholders.',
  fields: (t) => ({
    name: t.string({
      description:
        'What it is chosen by: one line of at most 200 characters, not borne by another template of the type.',
    }),
    emailSubject: t.string({
      description: 'What Email Subject is set to (R9): one line of at most 250 characters.',
    }),
    emailContent: t.string({ description: 'What Email Content is set to (R9): at most 10,000 characters.' }),
    letterTitle: t.string({ description: 'The title of the letter: one line of at most 200 characters.' }),
    letterBody: t.string({
      description:
        'The text of the letter, at most 20,000 characters, with placeholders such as {{clientName}}; see templatePlaceholders. An empty line begins a paragraph.',
    }),
  }),
});

/** The fields that say what texts are for and what they are. */
export const templateInputFields = (
  t: Parameters<NonNullable<Parameters<typeof builder.inputType>[1]['fields']>>[0],
) => ({
  templateId: t.id({
    required: false,
    description: 'The template that they become the next version of; left out for a new template.',
  }),
  referralType: t.field({
    type: ReferralTypeEnum,
    required: false,
    description: 'The type of referral that a new template is for; left out where there is a templateId.',
  }),
  en: t.field({
    type: CorrespondenceTemplateTextInput,
    required: false,
    description: 'The English texts. Needed to publish.',
  }),
  fr: t.field({
    type: CorrespondenceTemplateTextInput,
    required: false,
    description: 'The French texts. Needed to publish.',
  }),
});

type Words = typeof CorrespondenceTemplateTextInput.$inferInput;

/** Reads what {@link templateInputFields} were given. */
export function readTemplateInput({
  templateId,
  referralType,
  en,
  fr,
}: {
  templateId?: string | null | undefined;
  referralType?: typeof ReferralTypeEnum.$inferType | null | undefined;
  en?: Words | null | undefined;
  fr?: Words | null | undefined;
}) {
  const texts: TemplateTexts = { EN: en ?? null, FR: fr ?? null };
  return {
    templateId: readOptionalId('CorrespondenceTemplate', templateId, 'templateId'),
    referralType,
    texts,
  };
}

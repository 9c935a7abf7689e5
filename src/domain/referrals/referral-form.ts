import { Language, ReferralStatus, ReferralType } from '../../generated/prisma/enums.ts';
import type { Bilingual } from '../language.ts';
import { longestTexts } from './draft-input.ts';
import { cancelConfirmation, languageAdvice, privacyNotice, submitConfirmation } from './form-texts.ts';
import {
  languageLabels,
  referralActionLabels,
  referralFieldLabels,
  referralStatusLabels,
  referralTypeLabels,
} from './labels.ts';
import { requiredFields } from './required-fields.ts';

/** A value that can be chosen or shown, with what people read. */
export type LabelledValue<Value extends string> = { value: Value; label: string };

/** A field of the form for one type of referral. */
export type ReferralFormField = {
  /** As the referral or updateReferral's input names it. */
  name: string;
  label: string;
  /** Whether submit needs it (D1). */
  required: boolean;
  /** In UTF-16 units; null for what is not typed. */
  maxLength: number | null;
};

/** What a screen for referrals says in one language, besides what is entered (R2, R12, R15, R18). */
export type ReferralForm = {
  language: Language;
  notice: string;
  languageAdvice: string;
  submitConfirmation: string;
  cancelConfirmation: string;
  actions: Record<keyof typeof referralActionLabels, string>;
  types: LabelledValue<ReferralType>[];
  statuses: LabelledValue<ReferralStatus>[];
  languages: LabelledValue<Language>[];
};

/** The texts of the referral form in a language; the same that submit and cancel ask. */
export function referralForm(language: Language): ReferralForm {
  const labelled = <Value extends string>(
    values: readonly Value[],
    labels: Record<Value, Bilingual>,
  ): LabelledValue<Value>[] => values.map((value) => ({ value, label: labels[value][language] }));
  const { add, preview, submit, cancel } = referralActionLabels;
  return {
    language,
    notice: privacyNotice[language],
    languageAdvice: languageAdvice[language],
    submitConfirmation: submitConfirmation[language],
    cancelConfirmation: cancelConfirmation[language],
    actions: {
      add: add[language],
      preview: preview[language],
      submit: submit[language],
      cancel: cancel[language],
    },
    types: labelled(Object.values(ReferralType), referralTypeLabels),
    statuses: labelled(Object.values(ReferralStatus), referralStatusLabels),
    languages: labelled(Object.values(Language), languageLabels),
  };
}

/** The fields of the form for a type of referral, in the order of the guide's screen (R5). */
export function referralFormFields(type: ReferralType, language: Language): ReferralFormField[] {
  const required: readonly string[] = requiredFields(type);
  const other = type === 'INFORMATIONAL_OUTSIDE' ? 'organizationId' : 'organizationName';
  const longest: Record<string, number> = longestTexts;
  return Object.entries(referralFieldLabels)
    .filter(([name]) => name !== other)
    .map(([name, label]) => ({
      name,
      label: label[language],
      required: required.includes(name),
      maxLength: longest[name] ?? null,
    }));
}

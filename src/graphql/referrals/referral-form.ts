import {
  type LabelledValue,
  type ReferralForm,
  type ReferralFormField,
  referralForm,
  referralFormFields,
} from '../../domain/referrals/referral-form.ts';
import type { Language } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';
import { ReferralStatusOption } from './referral-status.ts';
import { ReferralTypeEnum, ReferralTypeOption } from './referral-type.ts';

const LanguageOption = builder.objectRef<LabelledValue<Language>>('LanguageOption').implement({
  description: 'A choice of Correspondence Language with its label.',
  fields: (t) => ({
    language: t.expose('value', { type: LanguageEnum, description: 'The language.' }),
    label: t.exposeString('label', { description: 'How screens name it.' }),
  }),
});

const ReferralFormFieldRef = builder.objectRef<ReferralFormField>('ReferralFormField').implement({
  description: 'A field of the referral form.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'As Referral and UpdateReferralInput name it, and FieldProblem.field.',
    }),
    label: t.exposeString('label', { description: 'What stands before it.' }),
    required: t.exposeBoolean('required', { description: 'Whether submit needs it (D1).' }),
    maxLength: t.exposeInt('maxLength', {
      nullable: true,
      description: 'How long it may be, in UTF-16 units; null for what is not typed.',
    }),
  }),
});

const ReferralActionLabels = builder.objectRef<ReferralForm['actions']>('ReferralActionLabels').implement({
  description: 'What the buttons of the Referrals screen say.',
  fields: (t) => ({
    add: t.exposeString('add', { description: 'Add Referral.' }),
    preview: t.exposeString('preview', { description: 'Preview.' }),
    submit: t.exposeString('submit', { description: 'Submit Referral.' }),
    cancel: t.exposeString('cancel', { description: 'Cancel Referral.' }),
  }),
});

const ReferralFormRef = builder.objectRef<ReferralForm>('ReferralForm').implement({
  description: 'What a screen for referrals says in one language, besides what is entered.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum, description: 'The language of these texts.' }),
    notice: t.exposeString('notice', {
      description: 'The notice beside subject and content: nothing personal about the client (R12).',
    }),
    languageAdvice: t.exposeString('languageAdvice', {
      description: 'The advice beside Correspondence Language: choose it before anything else (R10).',
    }),
    submitConfirmation: t.exposeString('submitConfirmation', {
      description: 'What submitReferral asks with ConfirmationRequired (R15).',
    }),
    cancelConfirmation: t.exposeString('cancelConfirmation', {
      description: 'What cancelReferral asks with ConfirmationRequired (R18).',
    }),
    actions: t.expose('actions', { type: ReferralActionLabels, description: 'The buttons.' }),
    types: t.expose('types', { type: [ReferralTypeOption], description: 'The types, in order (R2).' }),
    statuses: t.expose('statuses', {
      type: [ReferralStatusOption],
      description: 'The statuses, in the order a referral goes through them (R19).',
    }),
    languages: t.expose('languages', {
      type: [LanguageOption],
      description: 'The choices of Correspondence Language.',
    }),
    fields: t.field({
      type: [ReferralFormFieldRef],
      description: 'The fields of a referral of this type, in the order of the screen (R5).',
      args: { type: t.arg({ type: ReferralTypeEnum, description: 'The type of the referral.' }) },
      resolve: ({ language }, { type }) => referralFormFields(type, language),
    }),
  }),
});

builder.queryField('referralForm', (t) =>
  t.field({
    type: ReferralFormRef,
    description: 'The labels, notices and questions of the referral form (R2, R12, R15, R18).',
    args: {
      language: t.arg({
        type: LanguageEnum,
        required: false,
        description: 'The language of the texts; left out, that of the request.',
      }),
    },
    resolve: (_root, { language }, context) => referralForm(language ?? context.language),
  }),
);

import { TemplateNotOffered } from '../../domain/correspondence/template-text.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import {
  OrganizationNotEligible,
  WrongOrganizationKind,
} from '../../domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { StaleDraft, updateReferral } from '../../domain/referrals/update-referral.ts';
import { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';
import { LanguageEnum } from '../language.ts';
import { withReferral } from './with-referral.ts';

const UpdateReferralSuccess = withReferral('UpdateReferralSuccess', 'The draft has been changed.');

const UpdateReferralInput = builder.inputType('UpdateReferralInput', {
  description: 'The fields of a draft to change: one left out stays as it is, null empties it.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    version: t.int({
      required: false,
      description: 'The version you loaded; if it has changed since, the answer is StaleDraft.',
    }),
    organizationId: t.id({
      required: false,
      description:
        'One of referralOrganizations; sets Email To to its general contact email (R7). Not for outside LaMPSS.',
    }),
    organizationName: t.string({
      required: false,
      description: 'The name of an organization outside LaMPSS (R5).',
    }),
    contactName: t.string({ required: false, description: 'Whom it is sent to.' }),
    emailTo: t.string({ required: false, description: 'The address it is sent to.' }),
    templateId: t.id({
      required: false,
      description: 'One of correspondenceTemplates; sets subject and content, over any edits (R9, R10).',
    }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description:
        'The language of letter and email; a change sets subject and content again, over any edits (R10).',
    }),
    emailSubject: t.string({
      required: false,
      description: 'One line. Nothing personal about the client (R12).',
    }),
    emailContent: t.string({ required: false, description: 'Nothing personal about the client (R12).' }),
  }),
});

builder.mutationField('updateReferral', (t) =>
  t.field({
    type: UpdateReferralSuccess,
    description: 'Changes fields of a draft (R5 to R10).',
    args: { input: t.arg({ type: UpdateReferralInput, description: 'The fields to change.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        ReferralLocked,
        StaleDraft,
        InvalidInput,
        WrongOrganizationKind,
        OrganizationNotEligible,
        TemplateNotOffered,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId);
      await updateReferral(actor, platform, {
        ...input,
        referralId,
        organizationId: readOptionalId('Organization', input.organizationId),
        templateId: readOptionalId('CorrespondenceTemplate', input.templateId),
      });
      return { referralId };
    },
  }),
);

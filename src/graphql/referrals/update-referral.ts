import { TemplateNotOffered } from '../../domain/correspondence/template-text.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { StaleDraft } from '../../domain/referrals/draft-version.ts';
import {
  OrganizationNotEligible,
  WrongOrganizationKind,
} from '../../domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../../domain/referrals/status.ts';
import { EditsWouldBeLost } from '../../domain/referrals/template-choice.ts';
import { updateReferral } from '../../domain/referrals/update-referral.ts';
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
        'One of referralOrganizations. Another one than before sets Email To to its general contact email, over an address typed for the one before (R7); null takes that address away again. Not for outside LaMPSS.',
    }),
    organizationName: t.string({
      required: false,
      description: 'The name of an organization outside LaMPSS (R5).',
    }),
    contactName: t.string({ required: false, description: 'Whom it is sent to.' }),
    emailTo: t.string({ required: false, description: 'The address it is sent to.' }),
    templateId: t.id({
      required: false,
      description:
        'One of correspondenceTemplates; another one than before sets subject and content, null empties them (R9, R10). Edits are overwritten only with discardEdits.',
    }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description:
        'The language of letter and email; a change sets subject and content again from the template (R10). Edits are overwritten only with discardEdits. It cannot be emptied.',
    }),
    emailSubject: t.string({
      required: false,
      description: 'One line. Nothing personal about the client (R12).',
    }),
    emailContent: t.string({ required: false, description: 'Nothing personal about the client (R12).' }),
    discardEdits: t.boolean({
      defaultValue: false,
      description:
        'Whether edits of subject and content may be overwritten by a change of template or language; otherwise the answer is EditsWouldBeLost (B4). What this input itself gives for a field counts more than the template, and is not lost.',
    }),
  }),
});

builder.mutationField('updateReferral', (t) =>
  t.field({
    type: UpdateReferralSuccess,
    description:
      'Changes fields of a draft (R5 to R10). Choosing again what is chosen already sets nothing again, and an input that changes nothing leaves the version as it is.',
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
        EditsWouldBeLost,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId, 'referralId');
      await updateReferral(actor, platform, {
        ...input,
        referralId,
        organizationId: readOptionalId('Organization', input.organizationId, 'organizationId'),
        templateId: readOptionalId('CorrespondenceTemplate', input.templateId, 'templateId'),
      });
      return { referralId };
    },
  }),
);

import { CaseNotTransferable } from '../domain/cases/status.ts';
import { TemplateNotOffered } from '../domain/correspondence/template-text.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { addReferral } from '../domain/referrals/add-referral.ts';
import { cancelReferral } from '../domain/referrals/cancel-referral.ts';
import { OrganizationNotEligible, WrongOrganizationKind } from '../domain/referrals/organization-choice.ts';
import { ReferralLocked } from '../domain/referrals/status.ts';
import { submitReferral } from '../domain/referrals/submit-referral.ts';
import { StaleDraft, updateReferral } from '../domain/referrals/update-referral.ts';
import { builder } from './builder.ts';
import { readId, readOptionalId } from './ids.ts';
import { LanguageEnum } from './language.ts';
import { ReferralTypeEnum } from './referral-type.ts';

/** The answer of a mutation that leaves a referral behind. */
function referralSuccess(name: string, description: string) {
  return builder.objectRef<{ referralId: string }>(name).implement({
    description,
    fields: (t) => ({
      referral: t.prismaField({
        type: 'Referral',
        description: 'The referral as it is now.',
        resolve: (query, { referralId }, _args, { platform }) =>
          platform.database.referral.findUniqueOrThrow({ ...query, where: { id: referralId } }),
      }),
    }),
  });
}

const AddReferralSuccess = referralSuccess('AddReferralSuccess', 'The referral has been added as a draft.');
const UpdateReferralSuccess = referralSuccess('UpdateReferralSuccess', 'The draft has been changed.');
const SubmitReferralSuccess = referralSuccess(
  'SubmitReferralSuccess',
  'The referral is submitted, now or already before; its email is on the way or has gone out.',
);

const CancelReferralSuccess = builder.objectRef<{ id: string }>('CancelReferralSuccess').implement({
  description: 'The draft has been deleted.',
  fields: (t) => ({ referralId: t.exposeID('id', { description: 'The id that the draft had.' }) }),
});

const AddReferralInput = builder.inputType('AddReferralInput', {
  description: 'Which case to refer, and how.',
  fields: (t) => ({
    caseId: t.id({ description: 'The id of the case.' }),
    type: t.field({ type: ReferralTypeEnum, description: 'The type; it cannot be changed later.' }),
  }),
});

builder.mutationField('addReferral', (t) =>
  t.field({
    type: AddReferralSuccess,
    description: 'Adds a referral to a case, as a draft in English with every other field empty (R1, R4).',
    args: { input: t.arg({ type: AddReferralInput, description: 'Which case to refer, and how.' }) },
    errors: { types: [NotFound, NotAllowed, CaseNotTransferable] },
    resolve: async (_root, { input }, { actor, platform }) => ({
      referralId: await addReferral(actor, platform, { ...input, caseId: readId('Case', input.caseId) }),
    }),
  }),
);

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

const SubmitReferralInput = builder.inputType('SubmitReferralInput', {
  description: 'Which referral to submit.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R15).' }),
  }),
});

builder.mutationField('submitReferral', (t) =>
  t.field({
    type: SubmitReferralSuccess,
    description:
      'Submits a draft: locks it, dates it today, queues its letter and email, and gives the receiving organization access (R16 to R19). Submitting a second time answers the submitted referral (D9).',
    args: { input: t.arg({ type: SubmitReferralInput, description: 'Which referral to submit.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        InvalidInput,
        OrganizationNotEligible,
        CaseNotTransferable,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId);
      await submitReferral(actor, platform, { referralId, confirm: input.confirm });
      return { referralId };
    },
  }),
);

const CancelReferralInput = builder.inputType('CancelReferralInput', {
  description: 'Which draft to delete.',
  fields: (t) => ({
    referralId: t.id({ description: 'The id of the referral.' }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R18).' }),
  }),
});

builder.mutationField('cancelReferral', (t) =>
  t.field({
    type: CancelReferralSuccess,
    description: 'Deletes a draft. A submitted referral cannot be cancelled (R18).',
    args: { input: t.arg({ type: CancelReferralInput, description: 'Which draft to delete.' }) },
    errors: { types: [NotFound, NotAllowed, ReferralLocked, ConfirmationRequired] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const referralId = readId('Referral', input.referralId);
      await cancelReferral(actor, platform, { referralId, confirm: input.confirm });
      return { id: input.referralId };
    },
  }),
);

import { CaseNotTransferable } from '../../domain/cases/status.ts';
import { NotAllowed, NotFound } from '../../domain/errors.ts';
import { addReferral } from '../../domain/referrals/add-referral.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { ReferralTypeEnum } from './referral-type.ts';
import { withReferral } from './with-referral.ts';

const AddReferralSuccess = withReferral('AddReferralSuccess', 'The referral has been added as a draft.');

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
      referralId: await addReferral(actor, platform, {
        ...input,
        caseId: readId('Case', input.caseId, 'caseId'),
      }),
    }),
  }),
);

import { InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { AgreementsOverlap } from '../../domain/network/agreements-overlap.ts';
import { updateAgreement } from '../../domain/network/update-agreement.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';
import { agreementFields } from './agreement-fields.ts';
import { withAgreement } from './with-record.ts';

const UpdateAgreementSuccess = withAgreement('UpdateAgreementSuccess', 'The agreement has been changed.');

const UpdateAgreementInput = builder.inputType('UpdateAgreementInput', {
  description: 'What of an agreement to change: a field left out stays as it is; none can be emptied.',
  fields: (t) => ({
    agreementId: t.id({ description: 'The id of the agreement.' }),
    ...agreementFields(t, false),
  }),
});

builder.mutationField('updateAgreement', (t) =>
  t.field({
    type: UpdateAgreementSuccess,
    description:
      'Changes an agreement, for administrators of Employment Nova Scotia. Cases under it stay under it whatever its days. Where referrals cannot be sent to the organization any more, it sees nothing by those it has from then on (R6, D12). A program that open cases under the agreement belong to cannot be left out.',
    args: { input: t.arg({ type: UpdateAgreementInput, description: 'What to change.' }) },
    errors: { types: [NotFound, NotAllowed, InvalidInput, AgreementsOverlap] },
    resolve: async (_root, { input }, { actor, platform }) => {
      const id = readId('Agreement', input.agreementId);
      const programIds = input.programIds?.map((programId) => readId('Program', programId));
      await updateAgreement(actor, platform, {
        ...input,
        agreementId: id,
        programIds: input.programIds === null ? null : programIds,
      });
      return { id };
    },
  }),
);

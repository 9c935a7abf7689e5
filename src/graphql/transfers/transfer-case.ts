import { wholeCases } from '../../domain/cases/access.ts';
import { CaseNotTransferable } from '../../domain/cases/status.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { OrganizationNotEligible } from '../../domain/referrals/organization-choice.ts';
import { CaseAlreadyTransferred } from '../../domain/transfers/case-already-transferred.ts';
import { transferCase } from '../../domain/transfers/transfer-case.ts';
import { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';

const TransferCaseSuccess = builder.objectRef<{ caseId: string }>('TransferCaseSuccess').implement({
  description: 'The transfer has been completed.',
  fields: (t) => ({
    message: t.string({
      description: 'What to tell the user, in the language of the request (R30).',
      resolve: (_success, _args, { language }) =>
        language === 'FR' ? 'Le transfert a été effectué.' : 'The transfer has been completed successfully.',
    }),
    case: t.prismaField({
      type: 'Case',
      description: 'The case as it is now.',
      resolve: (query, { caseId }, _args, { platform, actor }) =>
        platform.database.case.findFirstOrThrow({ ...query, where: { id: caseId, ...wholeCases(actor) } }),
    }),
  }),
});

const TransferCaseInput = builder.inputType('TransferCaseInput', {
  description: 'The choices on Case Details/Transfer (R29).',
  fields: (t) => ({
    caseId: t.id({ description: 'The id of the case.' }),
    managedBy: t.id({
      required: false,
      description:
        'The organization that manages the case as you have seen it. Where it is another by now, the answer is CaseAlreadyTransferred (D9).',
    }),
    organizationId: t.id({
      required: false,
      description:
        'The organization that takes the case over. Employment Nova Scotia’s administrators choose it; for everyone else it is their own (D5).',
    }),
    officeId: t.id({ description: 'Office: one of that organization’s.' }),
    caseManagerId: t.id({ description: 'Case Manager: one of that organization’s staff.' }),
    agreementId: t.id({ description: 'Accountability Reporting: an active agreement of that organization.' }),
    serviceDeliveryLocationId: t.id({
      required: false,
      description: 'Service Delivery Location; needed only where that organization has several.',
    }),
    reason: t.string({
      required: false,
      description:
        'Why, at most 1000 characters: needed from Employment Nova Scotia’s administrators, and left out by everyone else (D5).',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R30).' }),
  }),
});

builder.mutationField('transferCase', (t) =>
  t.field({
    type: TransferCaseSuccess,
    description:
      'Completes the transfer of a case to your organization (R28 to R34); for Employment Nova Scotia’s administrators of any case to any organization, with a reason (D5).',
    args: { input: t.arg({ type: TransferCaseInput, description: 'The choices.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        CaseAlreadyTransferred,
        CaseNotTransferable,
        OrganizationNotEligible,
        InvalidInput,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const caseId = readId('Case', input.caseId, 'caseId');
      await transferCase(actor, platform, {
        caseId,
        managedBy: readOptionalId('Organization', input.managedBy, 'managedBy'),
        organizationId: readOptionalId('Organization', input.organizationId, 'organizationId'),
        officeId: readId('Office', input.officeId, 'officeId'),
        caseManagerId: readId('StaffMember', input.caseManagerId, 'caseManagerId'),
        agreementId: readId('Agreement', input.agreementId, 'agreementId'),
        serviceDeliveryLocationId: readOptionalId(
          'ServiceDeliveryLocation',
          input.serviceDeliveryLocationId,
          'serviceDeliveryLocationId',
        ),
        reason: input.reason,
        confirm: input.confirm,
      });
      return { caseId };
    },
  }),
);

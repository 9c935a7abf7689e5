import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../../domain/errors.ts';
import { OrganizationNotEligible } from '../../domain/referrals/organization-choice.ts';
import { visibleCaseloads } from '../../domain/transfers/caseload/access.ts';
import { mostCases } from '../../domain/transfers/caseload/chosen-cases.ts';
import {
  NothingToTransfer,
  type CaseloadPreview as Preview,
  transferCaseload,
} from '../../domain/transfers/caseload/transfer-caseload.ts';
import { builder } from '../builder.ts';
import { readId, readOptionalId } from '../ids.ts';
import { CaseloadPreview } from './caseload-preview.ts';
import { CaseloadTransferRef } from './caseload-transfer.ts';

const TransferCaseloadSuccess = builder
  .objectRef<{ preview: Preview } | { caseloadTransferId: string }>('TransferCaseloadSuccess')
  .implement({
    description: 'The caseload transfer has begun; with `dryRun`, what it would do.',
    fields: (t) => ({
      caseloadTransfer: t.prismaField({
        type: CaseloadTransferRef,
        nullable: true,
        description:
          'The caseload transfer, which goes on case by case: watch it by caseloadTransferProgressed. Null with `dryRun`.',
        resolve: (query, success, _args, { platform, actor }) =>
          'preview' in success
            ? null
            : platform.database.caseloadTransfer.findFirstOrThrow({
                ...query,
                where: { id: success.caseloadTransferId, AND: [visibleCaseloads(actor)] },
              }),
      }),
      preview: t.field({
        type: CaseloadPreview,
        nullable: true,
        description: 'With `dryRun`, what it would do; else null.',
        resolve: (success) => ('preview' in success ? success.preview : null),
      }),
    }),
  });

const TransferCaseloadInput = builder.inputType('TransferCaseloadInput', {
  description: 'Whose cases go to whom.',
  fields: (t) => ({
    fromCaseManagerId: t.id({
      description: 'Whose cases they are; also somebody who is no longer active.',
    }),
    toCaseManagerId: t.id({
      description:
        'Who gets them: an active case manager of the same organization; for Employment Nova Scotia’s administrators of any.',
    }),
    toOfficeId: t.id({ description: 'Office: one of the new case manager’s organization.' }),
    agreementId: t.id({
      required: false,
      description:
        'Accountability Reporting: an active agreement of the other organization. Left out inside an organization, where each case keeps its own.',
    }),
    serviceDeliveryLocationId: t.id({
      required: false,
      description:
        'Service Delivery Location; needed only where the other organization has several. Left out inside an organization.',
    }),
    reason: t.string({
      required: false,
      description:
        'Why, at most 1000 characters: needed between organizations, and left out inside one (D5).',
    }),
    caseIds: t.idList({
      required: false,
      description: `A part of the caseload, at most ${mostCases} cases; left out, all that are not closed.`,
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Only says what it would do, case by case, and changes nothing; needs no confirmation.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R30).' }),
  }),
});

builder.mutationField('transferCaseload', (t) =>
  t.field({
    type: TransferCaseloadSuccess,
    description:
      'Has the cases of a case manager go to another (B9): inside an organization by its administrator, or by Employment Nova Scotia’s administrators, who can also move them to another organization, with a reason. It goes on by itself, case by case; whoever is concerned gets one digest. Asked again in the same words before it is finished, it answers the one under way.',
    args: { input: t.arg({ type: TransferCaseloadInput, description: 'Whose cases go to whom.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        OrganizationNotEligible,
        InvalidInput,
        NothingToTransfer,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) =>
      await transferCaseload(actor, platform, {
        fromCaseManagerId: readId('StaffMember', input.fromCaseManagerId, 'fromCaseManagerId'),
        toCaseManagerId: readId('StaffMember', input.toCaseManagerId, 'toCaseManagerId'),
        toOfficeId: readId('Office', input.toOfficeId, 'toOfficeId'),
        agreementId: readOptionalId('Agreement', input.agreementId, 'agreementId'),
        serviceDeliveryLocationId: readOptionalId(
          'ServiceDeliveryLocation',
          input.serviceDeliveryLocationId,
          'serviceDeliveryLocationId',
        ),
        reason: input.reason,
        caseIds: input.caseIds?.map((id, place) => readId('Case', id, `caseIds.${place}`)),
        dryRun: input.dryRun,
        confirm: input.confirm,
      }),
  }),
);

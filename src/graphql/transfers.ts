import type { Actor } from '../domain/actor.ts';
import { summarizedCases } from '../domain/cases/access.ts';
import { CaseNotTransferable } from '../domain/cases/status.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { fullName } from '../domain/people/person-name.ts';
import { CaseAlreadyTransferred, transferCase } from '../domain/transfers/transfer-case.ts';
import {
  agreementChoices,
  caseManagerChoices,
  locationChoices,
  officeChoices,
} from '../domain/transfers/transfer-choices.ts';
import { builder } from './builder.ts';
import { readId, readOptionalId } from './ids.ts';

builder.prismaObject('CaseTransfer', {
  description: 'A transfer of a case from one organization to another that has happened.',
  fields: (t) => ({
    completedAt: t.expose('completedAt', { type: 'DateTime', description: 'When it was completed.' }),
    completedBy: t.relation('completedBy', { description: 'Who completed it.' }),
    fromOrganization: t.relation('fromOrganization', {
      description: 'The organization that managed the case before.',
    }),
    fromCaseManagerName: t.string({
      description: 'The name of the previous case manager.',
      select: { fromCaseManager: { select: { givenName: true, familyName: true } } },
      resolve: ({ fromCaseManager }) => fullName({ ...fromCaseManager, middleNames: null }),
    }),
    toOrganization: t.relation('toOrganization', { description: 'The organization that manages it since.' }),
    toCaseManager: t.relation('toCaseManager', { description: 'The case manager it was assigned to.' }),
  }),
});

const TransferOptions = builder.objectRef<Actor>('TransferOptions').implement({
  description:
    'What can be chosen on Case Details/Transfer: only what belongs to your own organization (R29).',
  fields: (t) => ({
    offices: t.prismaConnection({
      type: 'Office',
      cursor: 'id',
      description: 'Office.',
      resolve: (query, actor, _args, { platform }) =>
        platform.database.office.findMany({
          ...query,
          where: officeChoices(actor),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    caseManagers: t.prismaConnection({
      type: 'Staff',
      cursor: 'id',
      description: 'Agrmnt/Case Manager: the active case managers.',
      resolve: (query, actor, _args, { platform }) =>
        platform.database.staff.findMany({
          ...query,
          where: caseManagerChoices(actor),
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    }),
    agreements: t.prismaConnection({
      type: 'Agreement',
      cursor: 'id',
      description: 'Accountability Reporting: the active agreements.',
      resolve: (query, actor, _args, { platform, moment }) =>
        platform.database.agreement.findMany({
          ...query,
          where: agreementChoices(actor, moment().day),
          orderBy: [{ number: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocations: t.prismaConnection({
      type: 'ServiceDeliveryLocation',
      cursor: 'id',
      description: 'Service Delivery Location.',
      resolve: (query, actor, _args, { platform }) =>
        platform.database.serviceDeliveryLocation.findMany({
          ...query,
          where: locationChoices(actor),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocationRequired: t.boolean({
      description: 'Whether a location must be chosen: where there are several (R29).',
      resolve: async (actor, _args, { platform }) =>
        (await platform.database.serviceDeliveryLocation.count({ where: locationChoices(actor) })) > 1,
    }),
  }),
});

builder.queryField('transferOptions', (t) =>
  t.field({
    type: TransferOptions,
    nullable: true,
    description:
      'The choices for completing the transfer of a case; null where no Case Transfer referral to your organization is open.',
    args: { caseId: t.arg.id({ description: 'The id of the case.' }) },
    resolve: async (_root, args, { platform, actor, moment }) => {
      const where = { id: readId('Case', args.caseId), ...summarizedCases(actor, moment()) };
      return (await platform.database.case.count({ where })) > 0 ? actor : null;
    },
  }),
);

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
      description: 'The case, now your organization’s.',
      resolve: (query, { caseId }, _args, { platform }) =>
        platform.database.case.findUniqueOrThrow({ ...query, where: { id: caseId } }),
    }),
  }),
});

const TransferCaseInput = builder.inputType('TransferCaseInput', {
  description: 'The choices on Case Details/Transfer (R29).',
  fields: (t) => ({
    caseId: t.id({ description: 'The id of the case.' }),
    officeId: t.id({ description: 'Office: one of your organization’s.' }),
    caseManagerId: t.id({ description: 'Case Manager: one of your organization’s staff.' }),
    agreementId: t.id({ description: 'Accountability Reporting: an active agreement of your organization.' }),
    serviceDeliveryLocationId: t.id({
      required: false,
      description: 'Service Delivery Location; needed only where your organization has several.',
    }),
    confirm: t.boolean({ defaultValue: false, description: 'Whether the user has confirmed (R30).' }),
  }),
});

builder.mutationField('transferCase', (t) =>
  t.field({
    type: TransferCaseSuccess,
    description: 'Completes the transfer of a case to your organization (R28 to R34).',
    args: { input: t.arg({ type: TransferCaseInput, description: 'The choices.' }) },
    errors: {
      types: [
        NotFound,
        NotAllowed,
        CaseAlreadyTransferred,
        CaseNotTransferable,
        InvalidInput,
        ConfirmationRequired,
      ],
    },
    resolve: async (_root, { input }, { actor, platform }) => {
      const caseId = readId('Case', input.caseId);
      await transferCase(actor, platform, {
        caseId,
        officeId: readId('Office', input.officeId),
        caseManagerId: readId('StaffMember', input.caseManagerId),
        agreementId: readId('Agreement', input.agreementId),
        serviceDeliveryLocationId: readOptionalId('ServiceDeliveryLocation', input.serviceDeliveryLocationId),
        confirm: input.confirm,
      });
      return { caseId };
    },
  }),
);

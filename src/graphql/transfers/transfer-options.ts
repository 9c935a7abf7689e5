import type { Actor } from '../../domain/actor.ts';
import { summarizedCases } from '../../domain/cases/access.ts';
import {
  agreementChoices,
  caseManagerChoices,
  locationChoices,
  officeChoices,
} from '../../domain/transfers/transfer-choices.ts';
import { builder } from '../builder.ts';
import { readId } from '../ids.ts';

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

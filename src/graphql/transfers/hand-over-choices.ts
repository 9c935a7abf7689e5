import {
  agreementChoices,
  caseManagerChoices,
  locationChoices,
  officeChoices,
} from '../../domain/transfers/transfer-choices.ts';
import { builder } from '../builder.ts';

/** No organization has this id: there is nothing to choose from until one is named. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** The organization whose choices they are; null until one has been named. */
type Chosen = { organizationId: string | null };

const destination = ({ organizationId }: Chosen) => organizationId ?? nowhere;

/** What can be chosen in the organization that a case goes to, or a caseload (R29, B9). */
export const HandOverChoices = builder.interfaceRef<Chosen>('HandOverChoices').implement({
  description:
    'What can be chosen in the organization that takes over a case or a caseload: only what belongs to it (R29).',
  fields: (t) => ({
    organization: t.prismaField({
      type: 'Organization',
      nullable: true,
      description:
        'The organization whose choices these are: yours, or the one named; null for Employment Nova Scotia until one is named.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.organization.findUnique({ ...query, where: { id: destination(options) } }),
    }),
    offices: t.prismaConnection({
      type: 'Office',
      cursor: 'id',
      description: 'Office.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.office.findMany({
          ...query,
          where: officeChoices(destination(options)),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    caseManagers: t.prismaConnection({
      type: 'Staff',
      cursor: 'id',
      description: 'Agrmnt/Case Manager: the active case managers.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.staff.findMany({
          ...query,
          where: caseManagerChoices(destination(options)),
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
    }),
    agreements: t.prismaConnection({
      type: 'Agreement',
      cursor: 'id',
      description: 'Accountability Reporting: the active agreements.',
      resolve: (query, options, _args, { platform, moment }) =>
        platform.database.agreement.findMany({
          ...query,
          where: agreementChoices(destination(options), moment().day),
          orderBy: [{ number: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocations: t.prismaConnection({
      type: 'ServiceDeliveryLocation',
      cursor: 'id',
      description: 'Service Delivery Location.',
      resolve: (query, options, _args, { platform }) =>
        platform.database.serviceDeliveryLocation.findMany({
          ...query,
          where: locationChoices(destination(options)),
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
    serviceDeliveryLocationRequired: t.boolean({
      description: 'Whether a location must be chosen: where there are several (R29).',
      resolve: async (options, _args, { platform }) =>
        (await platform.database.serviceDeliveryLocation.count({
          where: locationChoices(destination(options)),
        })) > 1,
    }),
  }),
});

import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';

type Changed = { id: string };

/** A success that shows an organization as it is afterwards. */
export function withOrganization(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      organization: t.prismaField({
        type: 'Organization',
        description: 'The organization as it is now.',
        resolve: (query, { id }, _args, { platform }) =>
          platform.database.organization.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  });
}

/** A success that shows an office as it is afterwards. */
export function withOffice(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      office: t.prismaField({
        type: 'Office',
        description: 'The office as it is now.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.office.findFirstOrThrow({ ...query, where: { id, ...ownRecords(actor) } }),
      }),
    }),
  });
}

/** A success that shows a service delivery location as it is afterwards. */
export function withServiceDeliveryLocation(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      serviceDeliveryLocation: t.prismaField({
        type: 'ServiceDeliveryLocation',
        description: 'The service delivery location as it is now.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.serviceDeliveryLocation.findFirstOrThrow({
            ...query,
            where: { id, ...ownRecords(actor) },
          }),
      }),
    }),
  });
}

/** A success that shows an agreement as it is afterwards. */
export function withAgreement(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      agreement: t.prismaField({
        type: 'Agreement',
        description: 'The agreement as it is now.',
        resolve: (query, { id }, _args, { platform, actor }) =>
          platform.database.agreement.findFirstOrThrow({ ...query, where: { id, ...ownRecords(actor) } }),
      }),
    }),
  });
}

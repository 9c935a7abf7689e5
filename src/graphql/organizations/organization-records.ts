import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';
import { OrganizationChoice } from '../referrals/organization-choices.ts';

builder.prismaObjectFields('Organization', (t) => ({
  referralEligibility: t.variant(OrganizationChoice, {
    description: 'Whether you can refer to it today, and if not, why (R6, B6).',
  }),
  offices: t.relatedConnection('offices', {
    cursor: 'id',
    totalCount: true,
    description:
      'Its offices by name, closed ones too: for its own people and Employment Nova Scotia’s administrators; for others none.',
    query: (_args, { actor }) => ({
      where: ownRecords(actor),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  }),
  serviceDeliveryLocations: t.relatedConnection('serviceDeliveryLocations', {
    cursor: 'id',
    totalCount: true,
    description:
      'Its service delivery locations by name, closed ones too: for its own people and Employment Nova Scotia’s administrators; for others none.',
    query: (_args, { actor }) => ({
      where: ownRecords(actor),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  }),
  agreements: t.relatedConnection('agreements', {
    cursor: 'id',
    totalCount: true,
    description:
      'Its agreements, the last to end first: for its own people and Employment Nova Scotia’s administrators; for others none.',
    query: (_args, { actor }) => ({
      where: ownRecords(actor),
      orderBy: [{ endsOn: 'desc' }, { id: 'asc' }],
    }),
  }),
}));

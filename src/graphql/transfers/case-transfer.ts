import { seesRecordsOf } from '../../domain/organizations/access.ts';
import { fullName } from '../../domain/people/person-name.ts';
import { wholeTransfers } from '../../domain/transfers/access.ts';
import type { CaseTransfer } from '../../generated/prisma/client.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';

/** For what is the new organization's own business: a case may have gone on since, and those who manage it then have no part in it. */
const itsOwnBusiness = {
  nullable: true,
  authScopes: ({ toOrganizationId }: CaseTransfer, _args: unknown, { actor }: RequestContext) =>
    seesRecordsOf(actor, toOrganizationId),
  unauthorizedResolver: () => null,
} as const;

builder.prismaNode('CaseTransfer', {
  description:
    'A transfer of a case from one organization to another that has happened, for those who see the case whole.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [wholeTransfers(actor)] }),
  fields: (t) => ({
    completedAt: t.expose('completedAt', { type: 'DateTime', description: 'When it was completed.' }),
    completedBy: t.relation('completedBy', { description: 'Who completed it.' }),
    referral: t.relation('referral', {
      nullable: true,
      description:
        'The Case Transfer referral that it completed; null where Employment Nova Scotia transferred a case that was not referred (D5).',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why Employment Nova Scotia transferred it; null for any other transfer (D5).',
    }),
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
    toOffice: t.relation('toOffice', {
      ...itsOwnBusiness,
      description: 'The office it was assigned to; null where that is of another organization than yours.',
    }),
    toAgreement: t.relation('toAgreement', {
      ...itsOwnBusiness,
      description:
        'Accountability Reporting: the agreement it has counted towards; null where that is of another organization than yours.',
    }),
    toServiceDeliveryLocation: t.relation('toServiceDeliveryLocation', {
      ...itsOwnBusiness,
      description:
        'Service Delivery Location; null where the organization has none, and where it is another than yours.',
    }),
  }),
});

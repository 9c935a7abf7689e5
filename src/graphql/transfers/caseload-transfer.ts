import { fullName } from '../../domain/people/person-name.ts';
import { seesReason, visibleCaseloads, visibleItems } from '../../domain/transfers/caseload/access.ts';
import { builder } from '../builder.ts';
import { CaseloadItemStatusEnum, CaseloadTransferItemRef } from './caseload-item.ts';
import { caseloadProgress } from './caseload-progress.ts';

const name = { select: { givenName: true, familyName: true } } as const;
const named = (member: { givenName: string; familyName: string }) =>
  fullName({ ...member, middleNames: null });

/** The transfer of a caseload, as both organizations see it (B9). */
export const CaseloadTransferRef = builder.prismaNode('CaseloadTransfer', {
  description:
    'The transfer of a caseload from one case manager to another, for their organizations (B9). It tells nothing of a client but what you see of the case anyway.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleCaseloads(actor)] }),
  fields: (t) => ({
    fromOrganization: t.relation('fromOrganization', { description: 'Where the cases were as it began.' }),
    fromCaseManagerName: t.string({
      description: 'The name of the case manager who had them.',
      select: { fromCaseManager: name },
      resolve: ({ fromCaseManager }) => named(fromCaseManager),
    }),
    toOrganization: t.relation('toOrganization', {
      description: 'Where they go: the same organization, or another.',
    }),
    toCaseManagerName: t.string({
      description: 'The name of the case manager who gets them.',
      select: { toCaseManager: name },
      resolve: ({ toCaseManager }) => named(toCaseManager),
    }),
    reason: t.string({
      nullable: true,
      description:
        'Why Employment Nova Scotia transferred it; null inside an organization, and for the one that gave it up (D7).',
      resolve: (caseload, _args, { actor }) => (seesReason(actor, caseload) ? caseload.reason : null),
    }),
    requestedByName: t.string({
      description: 'The name of who asked for it.',
      select: { requestedBy: name },
      resolve: ({ requestedBy }) => named(requestedBy),
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last case was done and everyone was told; null until then.',
    }),
    total: t.int({
      description: 'How many cases it is about.',
      resolve: async (caseload, _args, context) => (await caseloadProgress(context, caseload)).total,
    }),
    moved: t.int({
      description: 'How many have gone to the new case manager.',
      resolve: async (caseload, _args, context) => (await caseloadProgress(context, caseload)).moved,
    }),
    refused: t.int({
      description: 'How many stay where they were.',
      resolve: async (caseload, _args, context) => (await caseloadProgress(context, caseload)).refused,
    }),
    pending: t.int({
      description: 'How many are still to be done.',
      resolve: async (caseload, _args, context) => (await caseloadProgress(context, caseload)).pending,
    }),
    items: t.relatedConnection('items', {
      type: CaseloadTransferItemRef,
      cursor: 'caseloadTransferId_caseId',
      totalCount: true,
      description:
        'Its cases, by Case ID: to the organization that had them all, to the one that gets them those that have come.',
      args: {
        status: t.arg({
          type: CaseloadItemStatusEnum,
          required: false,
          description: 'Only those that have come so far.',
        }),
      },
      query: ({ status }, { actor }) => ({
        where: { AND: [visibleItems(actor), typeof status === 'string' ? { status } : {}] },
        orderBy: [{ case: { number: 'asc' } }, { caseId: 'asc' }],
      }),
    }),
  }),
});

import { seesWhole, visibleCases } from '../../domain/cases/access.ts';
import { builder } from '../builder.ts';
import { CaseStatusEnum, CaseSummary } from './case-summary.ts';

/**
 * For every field of the whole case: null for those who see no more than the summary (R26). A field without it is an error
 * for them: the type itself lets nobody else at its fields.
 */
export const wholeOnly = { nullable: true, unauthorizedResolver: () => null } as const;

/** For the few fields that all have who can find the case. */
export const forAllWhoFindIt = { skipTypeScopes: true } as const;

/** A case: whole for those who manage it, else its number, client and summary alone (R26, R32). */
export const CaseRef = builder.prismaNode('Case', {
  description:
    'A client’s case. The organization that manages it sees all of it; for the receiver of an open Case Transfer referral every field but id, number, person, summary and allowedActions is null.',
  id: { field: 'id', ...forAllWhoFindIt },
  nullable: true,
  authScopes: (row, { actor }) => seesWhole(actor, row),
  findUnique: (id, { actor, moment }) => ({ id, AND: [visibleCases(actor, moment())] }),
  fields: (t) => ({
    number: t.exposeString('number', {
      ...forAllWhoFindIt,
      description: 'The Case ID: stable across transfers (D13).',
    }),
    person: t.relation('person', { ...forAllWhoFindIt, description: 'The client.' }),
    summary: t.variant(CaseSummary, {
      ...forAllWhoFindIt,
      description: 'The summary, for all who can find the case (R26).',
    }),
    status: t.expose('status', { ...wholeOnly, type: CaseStatusEnum, description: 'How far it has come.' }),
    version: t.exposeInt('version', {
      ...wholeOnly,
      description: 'Counts the changes of the case; give it with a change, so that none is overwritten.',
    }),
    openedOn: t.expose('openedOn', { ...wholeOnly, type: 'Date', description: 'The day it was opened.' }),
    closedOn: t.expose('closedOn', {
      ...wholeOnly,
      type: 'Date',
      description: 'The day it was closed; null while it is open.',
    }),
    employmentGoal: t.exposeString('employmentGoal', {
      ...wholeOnly,
      description: 'What the client works towards.',
    }),
    program: t.relation('program', { ...wholeOnly, description: 'The program it belongs to.' }),
    organization: t.relation('organization', {
      ...wholeOnly,
      description: 'The organization that manages it.',
    }),
    office: t.relation('office', { ...wholeOnly, description: 'The office that manages it.' }),
    caseManager: t.relation('caseManager', { ...wholeOnly, description: 'Who manages it.' }),
    agreement: t.relation('agreement', {
      ...wholeOnly,
      description: 'Accountability Reporting: the agreement it counts towards.',
    }),
    serviceDeliveryLocation: t.relation('serviceDeliveryLocation', {
      ...wholeOnly,
      description: 'Where the client is mainly served; null where the organization has no such places.',
    }),
    referrals: t.relatedConnection('referrals', {
      ...wholeOnly,
      cursor: 'id',
      totalCount: true,
      description: 'The Referrals screen: every referral of the case, in the order they were added (R3).',
      query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    }),
    notifications: t.relatedConnection('notifications', {
      ...wholeOnly,
      cursor: 'id',
      totalCount: true,
      description: 'The notifications of the Case Home Page, newest first (R33).',
      args: {
        acknowledged: t.arg.boolean({
          required: false,
          description: 'True for those that somebody has acknowledged, false for the others.',
        }),
      },
      query: ({ acknowledged }) => ({
        where:
          typeof acknowledged === 'boolean' ? { acknowledgedAt: acknowledged ? { not: null } : null } : {},
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
    }),
    statusHistory: t.relatedConnection('statusHistory', {
      ...wholeOnly,
      cursor: 'id',
      totalCount: true,
      description:
        'How it came from status to status, newest first; of what was before the history, nothing.',
      query: { orderBy: [{ changedAt: 'desc' }, { id: 'desc' }] },
    }),
    transfers: t.relatedConnection('transfers', {
      ...wholeOnly,
      cursor: 'id',
      totalCount: true,
      description: 'The transfers it has been through, newest first.',
      query: { orderBy: [{ completedAt: 'desc' }, { id: 'desc' }] },
    }),
  }),
});

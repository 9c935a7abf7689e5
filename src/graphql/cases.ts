import { seesWhole, visibleCases } from '../domain/cases/access.ts';
import { caseSearch } from '../domain/cases/case-search.ts';
import { CaseStatus } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import { nodeId } from './ids.ts';

const CaseStatusEnum = builder.enumType('CaseStatus', {
  description: 'How far the client’s case has come.',
  values: {
    [CaseStatus.INTAKE]: { description: 'Just opened.' },
    [CaseStatus.ASSESSMENT]: { description: 'Needs are being assessed.' },
    [CaseStatus.ACTION_PLAN]: { description: 'An action plan is under way.' },
    [CaseStatus.FOLLOW_UP]: { description: 'Services have ended; can no longer be transferred (R27).' },
    [CaseStatus.CLOSED]: { description: 'Closed; can no longer be transferred (R27).' },
  },
});

/** For every field of the whole case: null for those who see no more than the summary (R26). */
const wholeOnly = {
  nullable: true,
  authScopes: (row: { organizationId: string }, _args: object, { actor }: RequestContext) =>
    seesWhole(actor, row),
  unauthorizedResolver: () => null,
} as const;

const CaseSummary = builder.prismaObject('Case', {
  variant: 'CaseSummary',
  description: 'What the receiving organization of an open Case Transfer referral sees of the case (R26).',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The Case ID.' }),
    status: t.expose('status', { type: CaseStatusEnum, description: 'How far the case has come.' }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'The day it was opened.' }),
    employmentGoal: t.exposeString('employmentGoal', {
      nullable: true,
      description: 'What the client works towards; null where not recorded.',
    }),
    program: t.relation('program', { description: 'The program it belongs to.' }),
    organization: t.relation('organization', { description: 'The organization that manages it.' }),
    caseManager: t.relation('caseManager', { description: 'Whom to talk to about it.' }),
  }),
});

/** See its description in the schema. */
export const CaseRef = builder.prismaNode('Case', {
  description:
    'A client’s case. The organization that manages it sees all of it; for the receiver of an open Case Transfer referral every field but id, number, person and summary is null.',
  id: { field: 'id' },
  findUnique: (id, { actor, moment }) => ({ id: nodeId(id), AND: [visibleCases(actor, moment())] }),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The Case ID: stable across transfers (D13).' }),
    person: t.relation('person', { description: 'The client.' }),
    summary: t.variant(CaseSummary, { description: 'The summary, for all who can find the case (R26).' }),
    status: t.expose('status', { ...wholeOnly, type: CaseStatusEnum, description: 'How far it has come.' }),
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
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
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

builder.queryField('case', (t) =>
  t.prismaField({
    type: 'Case',
    nullable: true,
    description: 'A case by its Case ID; null where there is none that you can see.',
    args: { number: t.arg.string({ description: 'The Case ID.' }) },
    resolve: (query, _root, { number }, { platform, actor, moment }) =>
      platform.database.case.findFirst({ ...query, where: { number, ...visibleCases(actor, moment()) } }),
  }),
);

async function found({ platform, actor, moment }: RequestContext, search: string | null | undefined) {
  return { AND: [visibleCases(actor, moment()), await caseSearch(platform.database, search ?? '')] };
}

builder.queryField('cases', (t) =>
  t.prismaConnection({
    type: 'Case',
    cursor: 'id',
    description: 'Cases you can see, whole or as a summary, by the client’s family name (R28).',
    args: {
      search: t.arg.string({
        required: false,
        description:
          'A Case ID or names in any order, accents and case ignored; the beginning of each word is enough.',
      }),
    },
    totalCount: async (_root, { search }, context) =>
      await context.platform.database.case.count({ where: await found(context, search) }),
    resolve: async (query, _root, { search }, context) =>
      await context.platform.database.case.findMany({
        ...query,
        where: await found(context, search),
        orderBy: [{ person: { familyName: 'asc' } }, { person: { givenName: 'asc' } }, { id: 'asc' }],
      }),
  }),
);

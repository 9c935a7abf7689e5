import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  completeHomepageTasksMutation,
  homepageTaskSubscription,
  reopenHomepageTasksMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { makeTasks } from '../support/own-tasks.ts';
import { organizations, refer, transfer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  [north, south] = [await api.as('north.manager'), await api.as('south.manager')];
});
afterAll(async () => await api.stop());

/** What a query about one's homepage answers. */
async function ask<Answer>(visitor: Visitor, document: string, variables: object = {}): Promise<Answer> {
  const { data, errors } = await visitor.ask(document, variables);
  expect(errors).toBeUndefined();
  return data as Answer;
}
type Page = { homepageTasks: { totalCount: number; nodes: Record<string, unknown>[] } };

describe('a referral that has come', () => {
  const columns = `{ homepageTasks { nodes { type typeLabel priorityLabel caseNumber orgOrPlayer program createdBy message
    person { listedName email } case { number status agreement { number } summary { status } }
    referral { id } pendingTransfer { referralId toOrganization { name } allowedActions { action allowed } } } } }`;

  it('[R26] [R36] [B8] leads its receiver to the client, the summary, and what can be done, and not to the referral', async () => {
    const { referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const { homepageTasks } = await ask<Page>(await api.as('south.admin'), columns);
    expect(homepageTasks.nodes).toEqual([
      {
        ...{ type: 'REFERRAL_RECEIVED', typeLabel: 'Action', priorityLabel: 'Normal' },
        ...{ caseNumber: number, orgOrPlayer: 'Diaz, Rosa L.', program: 'ECM (LSI-ENS)' },
        createdBy: 'north.manager',
        message: `A Case Transfer referral has been received from ${organizations.north}`,
        person: { listedName: 'Diaz, Rosa L.', email: expect.any(String) },
        case: { number, status: null, agreement: null, summary: { status: expect.any(String) } },
        referral: null,
        pendingTransfer: {
          referralId,
          toOrganization: { name: organizations.south },
          allowedActions: expect.arrayContaining([{ action: 'TRANSFER', allowed: true }]),
        },
      },
    ]);
  });

  it('[R24] [R36] for information leads to the client alone', async () => {
    await refer(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
    const { homepageTasks } = await ask<Page>(await api.as('valley.admin'), columns);
    expect(homepageTasks.nodes).toMatchObject([
      {
        ...{ caseNumber: null, orgOrPlayer: 'Diaz, Rosa L.', program: null },
        ...{ person: { listedName: 'Diaz, Rosa L.' }, case: null, referral: null, pendingTransfer: null },
      },
    ]);
  });

  it('[R33] [R36] once transferred the new case manager has the guide’s row, in the language of the request', async () => {
    const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    await transfer(south, caseId);
    const document =
      '{ homepageTasks { nodes { priorityLabel typeLabel caseNumber orgOrPlayer program createdBy dueDate dueDateLabel message } } }';
    const dueOn = new Date('2022-09-07');
    await api.database.homepageTask.updateMany({ where: { type: 'CASE_RECEIVED' }, data: { dueOn } });
    const { homepageTasks } = await ask<Page>(south, document);
    expect(homepageTasks.nodes[0]).toEqual({
      ...{ priorityLabel: 'Normal', typeLabel: 'Info', caseNumber: number, orgOrPlayer: 'Diaz, Rosa L.' },
      ...{ program: 'ECM (LSI-ENS)', createdBy: 'south.manager' },
      ...{ dueDate: '2022-09-07', dueDateLabel: 'Sep 07, 2022' },
      message: `Case has been transferred from ${organizations.north} to ${organizations.south}`,
    });
    const french = await ask<Page>(await api.as('south.manager', { language: 'fr' }), document);
    expect(french.homepageTasks.nodes[0]).toMatchObject({
      ...{ priorityLabel: 'Normale', dueDateLabel: '07 sept. 2022' },
      message: `Le cas a été transféré de ${organizations.north} à ${organizations.south}`,
    });
  });
});

describe('many tasks', () => {
  const list = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: HomepageTaskOrder,
      $state: HomepageTaskState! = OPEN, $completedFrom: Date, $completedTo: Date, $search: String) {
    homepageTasks(due: ALL, first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, state: $state,
      completedFrom: $completedFrom, completedTo: $completedTo, search: $search) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id completedAt completedBy { username } } } }`;
  type Pages = Page['homepageTasks'] & {
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    nodes: { id: string; completedAt: string | null; completedBy: { username: string } | null }[];
  };
  const pageOf = async (visitor: Visitor, variables: object) =>
    (await ask<{ homepageTasks: Pages }>(visitor, list, variables)).homepageTasks;
  let visitor: Visitor;
  let ids: string[];
  beforeEach(async () => {
    visitor = await api.as('valley.manager');
    await api.database.homepageTask.deleteMany({ where: { assignee: { username: 'valley.manager' } } });
    ids = (await makeTasks(api.database, 'valley.manager', 5)).map((id) => globalId('HomepageTask', id));
  });

  it('[R37] come by pages either way, in the order asked for, with their number', async () => {
    const orderBy = { column: 'MESSAGE', direction: 'DESC' };
    const first = await pageOf(visitor, { first: 2, orderBy });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const next = await pageOf(visitor, { first: 4, after: first.pageInfo.endCursor, orderBy });
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...next.nodes].map(({ id }) => id)).toEqual(ids);
    const last = await pageOf(visitor, { last: 2, orderBy });
    expect(last.nodes.map(({ id }) => id)).toEqual(ids.slice(3));
    const before = await pageOf(visitor, { last: 2, before: last.pageInfo.startCursor, orderBy });
    expect(before.nodes.map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(before.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  it('[R37] are counted by type, priority and whether they are overdue, under the same filters', async () => {
    const document = `query ($search: String, $priorities: [TaskPriority!]) {
      homepageTaskCounts(due: ALL, search: $search, priorities: $priorities) {
        total overdue byType { type label count } byPriority { priority label count } } }`;
    const [one] = await api.database.homepageTask.findMany({
      where: { assignee: { username: 'valley.manager' } },
    });
    await api.database.homepageTask.update({
      where: { id: one?.id ?? '' },
      data: { type: 'CASE_RECEIVED', priority: 'HIGH', dueOn: new Date('2020-01-01') },
    });
    const french = await api.as('valley.manager', { language: 'fr' });
    expect(await ask(french, document)).toEqual({
      homepageTaskCounts: {
        ...{ total: 5, overdue: 1 },
        byType: [
          { type: 'CASE_RECEIVED', label: 'Cas reçu', count: 1 },
          { type: 'TRANSFER_STALE', label: 'Transfert en attente', count: 4 },
        ],
        byPriority: [
          { priority: 'HIGH', label: 'Élevée', count: 1 },
          { priority: 'NORMAL', label: 'Normale', count: 4 },
        ],
      },
    });
    const overdue = { homepageTaskCounts: { total: 1, overdue: 1 } };
    expect(await ask(visitor, document, { search: 'jan 01, 2020' })).toMatchObject(overdue);
    expect(await ask(visitor, document, { priorities: ['HIGH'] })).toMatchObject(overdue);
    expect(await ask(visitor, document, { search: 'nowhere' })).toMatchObject({
      homepageTaskCounts: { total: 0, overdue: 0, byType: [], byPriority: [] },
    });
  });

  it('[R38] are done at once, found among those that are done by the day, and undone; both are told live', async () => {
    const live = await visitor.watch(homepageTaskSubscription);
    const taskIds = ids.slice(0, 3);
    await visitor.request(completeHomepageTasksMutation, { input: { taskIds } });
    const isOne = () => true;
    expect((await live.next(isOne)).homepageTaskChanged.homepageTask).toMatchObject({
      completedAt: expect.any(String),
    });
    expect((await pageOf(visitor, {})).nodes.map(({ id }) => id)).toEqual(ids.slice(3));
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
    const done = await pageOf(visitor, { state: 'DONE', completedFrom: today, completedTo: today });
    expect(done.nodes).toMatchObject(
      taskIds.map((id) => ({ id, completedBy: { username: 'valley.manager' } })),
    );
    expect((await pageOf(visitor, { state: 'DONE', completedTo: '2026-01-01' })).totalCount).toBe(0);
    expect((await pageOf(visitor, { state: 'ALL' })).totalCount).toBe(5);

    const undone = await visitor.request(reopenHomepageTasksMutation, { input: { taskIds } });
    expect(undone.reopenHomepageTasks).toMatchObject({
      homepageTasks: taskIds.map((id) => ({ id, completedAt: null })),
    });
    expect((await pageOf(visitor, {})).totalCount).toBe(5);
    await live.next(({ homepageTaskChanged }) => homepageTaskChanged.homepageTask.completedAt === null);
    await live.close();
  });

  it('[R38] are nobody else’s to see, to complete or to reopen', async () => {
    const input = { taskIds: ids.slice(0, 1) };
    for (const username of ['valley.manager2', 'valley.admin', 'north.manager', 'ens.admin']) {
      const other = await api.as(username);
      const { node } = await ask<{ node: unknown }>(other, 'query ($id: ID!) { node(id: $id) { id } }', {
        id: ids[0],
      });
      expect(node, username).toBeNull();
      const { completeHomepageTasks } = await other.request(completeHomepageTasksMutation, { input });
      expect(completeHomepageTasks.__typename, username).toBe('NotFound');
      const { reopenHomepageTasks } = await other.request(reopenHomepageTasksMutation, { input });
      expect(reopenHomepageTasks.__typename, username).toBe('NotFound');
    }
  });
});

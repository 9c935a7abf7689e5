import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { caseloadTransferSubscription, transferCaseloadMutation } from '../support/caseload-operations.ts';
import { actionPlans, hire, openCaseload } from '../support/caseloads.ts';
import { globalId } from '../support/global-id.ts';
import { liveCursorQuery } from '../support/live-operations.ts';

let api: TestApi;
let admin: Visitor;
let from: Actor;
let to: Actor;
let officeId: string;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as('north.admin');
  from = await hire(api.database, 'north.manager');
  to = await hire(api.database, 'north.manager2');
  const { organizationId } = to;
  officeId = (await api.database.office.findFirstOrThrow({ where: { organizationId } })).id;
});
afterAll(async () => await api.stop());

/** Has the administrator of the organization hand over everything that `from` has. */
async function begin(): Promise<string> {
  const input = {
    fromCaseManagerId: globalId('StaffMember', from.staffId),
    toCaseManagerId: globalId('StaffMember', to.staffId),
    toOfficeId: globalId('Office', officeId),
    confirm: true,
  };
  const { transferCaseload } = await admin.request(transferCaseloadMutation, { input });
  return (transferCaseload as { caseloadTransfer: { id: string } }).caseloadTransfer.id;
}

/** Each event until the one that says it is finished. */
async function watchToTheEnd(watcher: Visitor, open: 'watch' | 'stream', variables: Variables) {
  const watching = await watcher[open](caseloadTransferSubscription, variables);
  const events = [];
  while (events.at(-1)?.caseloadTransfer.finishedAt == null) {
    events.push((await watching.next(() => true, 30)).caseloadTransferProgressed);
  }
  return events;
}
type Variables = { caseloadTransferId: string; after: string };

it('[B9] [B5] a run is watched from its first cases to its end, by one event for each of its jobs', async () => {
  await openCaseload(api.database, from, actionPlans(175));
  const { liveCursor: after } = await admin.request(liveCursorQuery);
  const caseloadTransferId = await begin();
  const colleague = await api.as('north.manager');
  const watched = await Promise.all([
    watchToTheEnd(admin, 'watch', { caseloadTransferId, after }),
    watchToTheEnd(colleague, 'stream', { caseloadTransferId, after }),
  ]);
  for (const events of watched) {
    expect(events).toHaveLength(4);
    const pending = events.map(({ caseloadTransfer }) => caseloadTransfer.pending);
    expect(pending).toEqual(pending.toSorted((one, other) => other - one));
    expect(pending[0]).toBeGreaterThan(0);
    for (const { caseloadTransfer } of events) {
      const { total, moved, refused } = caseloadTransfer;
      expect([total, moved + refused + caseloadTransfer.pending]).toEqual([175, 175]);
    }
    expect(events.at(-1)?.caseloadTransfer).toMatchObject({ moved: 175, refused: 0, pending: 0 });
  }
  expect(watched[0]?.map(({ cursor }) => cursor)).toEqual(watched[1]?.map(({ cursor }) => cursor));
}, 90_000);

it('[B9] caseload transfers take the same statements for few as for many, with how far each has come', async () => {
  const caseload = {
    ...{ fromOrganizationId: from.organizationId, toOrganizationId: to.organizationId },
    ...{ fromCaseManagerId: from.staffId, toCaseManagerId: to.staffId, toOfficeId: officeId },
    ...{ requestedById: to.staffId, requestedAt: new Date() },
  };
  for (const cases of [1, 3]) {
    const caseIds = await openCaseload(api.database, from, actionPlans(cases));
    const items = { create: caseIds.map((caseId) => ({ caseId })) };
    await api.database.caseloadTransfer.create({ data: { ...caseload, items } });
  }
  const document = `query ($first: Int!) { caseloadTransfers(first: $first) { totalCount nodes {
    id fromCaseManagerName fromOrganization { name } finishedAt total moved refused pending
  } } }`;
  const read = async (first: number) => {
    api.statements.length = 0;
    const { data } = await admin.ask(document, { first });
    const { nodes } = (data as { caseloadTransfers: { nodes: { total: number; moved: number }[] } })
      .caseloadTransfers;
    const taken = api.statements.filter((sql) => sql.includes('"CaseloadTransfer'));
    return { counts: nodes.map(({ total, moved }) => [total, moved]), statements: taken.length };
  };
  const few = await read(1);
  const many = await read(100);
  expect(few.counts).toHaveLength(1);
  expect(many.counts).toEqual(
    expect.arrayContaining([
      [1, 0],
      [3, 0],
    ]),
  );
  expect(many.statements).toBe(few.statements);
});

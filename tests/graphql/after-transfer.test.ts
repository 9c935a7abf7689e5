import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  homepageTaskSubscription,
  homepageTasksQuery,
  referralStatusSubscription,
  transferCaseMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId, plainId } from '../support/global-id.ts';
import { choices, draft, refer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let colleague: Visitor;
let south: Visitor;
let caseId: string;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  south = await api.as('south.manager');
  colleague = await api.as('north.manager2');
  ({ caseId } = await refer(await api.as('north.manager'), { number, type: 'CASE_TRANSFER' }));
  await refer(colleague, { number, type: 'CASE_TRANSFER', to: 'valley' });
});
afterAll(async () => await api.stop());

it('[D6] who is watching sees at once what a transfer leaves nothing to do about, and that a referral is superseded', async () => {
  const { id: assigneeId, organizationId } = await api.database.staff.findUniqueOrThrow({
    where: { username: 'north.manager2' },
  });
  await api.database.homepageTask.create({
    data: {
      ...{ type: 'DELIVERY_FAILED', caseId: plainId(caseId), assigneeId, organizationId },
      createdById: assigneeId,
      dueOn: new Date('2026-01-01'),
    },
  });
  const { referralId } = await draft(colleague, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const tasks = await colleague.watch(homepageTaskSubscription);
  const referrals = await colleague.watch(referralStatusSubscription, { caseId });
  const ended = expect(referrals.next(() => true)).rejects.toThrow('ended');

  const input = { ...(await choices(south, caseId)), confirm: true };
  await south.request(transferCaseMutation, { input });

  const seen = new Map<string, boolean>();
  while (seen.size < 2) {
    const { homepageTaskChanged } = await tasks.next(() => true);
    const { type, completedAt } = homepageTaskChanged.homepageTask;
    seen.set(type, completedAt !== null);
  }
  expect(Object.fromEntries(seen)).toEqual({ DELIVERY_FAILED: true, REFERRAL_SUPERSEDED: false });
  await ended;
  const { homepageTasks } = await colleague.request(homepageTasksQuery, { due: 'ALL' });
  expect(homepageTasks.nodes.map(({ type }) => type)).toEqual(['REFERRAL_SUPERSEDED']);
  const { data } = await colleague.ask('query ($id: ID!) { node(id: $id) { id } }', { id: referralId });
  expect(data).toEqual({ node: null });
});

it('[R24] [D6] who was given the person record for information keeps it, also once the case is with another organization', async () => {
  const other = '79778074';
  const north = await api.as('north.manager');
  await refer(north, { number: other, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
  const referred = await refer(north, { number: other, type: 'CASE_TRANSFER' });
  const { personId } = await api.database.case.findUniqueOrThrow({ where: { number: other } });
  const id = globalId('Person', personId);
  const valley = await api.as('valley.manager');
  const sees = async (visitor: Visitor) =>
    (await visitor.ask('query ($id: ID!) { node(id: $id) { __typename } }', { id })).data;
  expect(await sees(valley)).toEqual({ node: { __typename: 'Person' } });
  const input = { ...(await choices(south, referred.caseId)), confirm: true };
  await south.request(transferCaseMutation, { input });
  expect(await sees(valley)).toEqual({ node: { __typename: 'Person' } });
  expect(await sees(north)).toEqual({ node: null });
});

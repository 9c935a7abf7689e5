import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgeCaseNotificationMutation, caseNotificationSubscription } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { organizations, refer, transfer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let south: Visitor;
let caseId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  south = await api.as('south.manager');
  ({ caseId } = await refer(await api.as('north.manager'), { number, type: 'CASE_TRANSFER' }));
  await transfer(south, caseId);
});
afterAll(async () => await api.stop());

type Shown = {
  case: { notifications: { totalCount: number; nodes: { id: string; acknowledgedAt: string | null }[] } };
};

/** The notifications on the Case Home Page of the new organization. */
async function notifications(variables: object = {}): Promise<Shown['case']['notifications']> {
  const document = `query ($acknowledged: Boolean) { case(number: "${number}") {
    notifications(acknowledged: $acknowledged) { totalCount nodes { id message acknowledgedAt acknowledgedBy { username } } } } }`;
  const { data, errors } = await south.ask(document, variables);
  expect(errors).toBeUndefined();
  return (data as Shown).case.notifications;
}

it('[R33] the Case Home Page shows by whom and when its notifications were acknowledged, and how many wait', async () => {
  const waiting = await notifications({ acknowledged: false });
  expect(waiting).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        message: `Case has been transferred from ${organizations.north} to ${organizations.south}`,
        ...{ acknowledgedAt: null, acknowledgedBy: null },
      },
    ],
  });
  const otherScreen = await south.watch(caseNotificationSubscription, { caseId });
  const input = { notificationIds: waiting.nodes.map(({ id }) => id) };
  const colleague = await api.as('south.manager2');
  const answer = await colleague.request(acknowledgeCaseNotificationMutation, { input });
  const by = { acknowledgedAt: expect.any(String), acknowledgedBy: { username: 'south.manager2' } };
  expect(answer.acknowledgeCaseNotification).toMatchObject({ caseNotifications: [by] });
  await south.request(acknowledgeCaseNotificationMutation, { input });
  expect((await notifications({ acknowledged: true })).nodes).toMatchObject([by]);
  expect((await notifications({ acknowledged: false })).totalCount).toBe(0);
  expect((await notifications()).totalCount).toBe(1);
  const { caseNotificationAdded } = await otherScreen.next(() => true);
  expect(caseNotificationAdded.caseNotification.message).toContain('transferred');
  await otherScreen.close();
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseNotificationSubscription,
  homepageTaskSubscription,
  homepageTasksQuery,
  referralStatusSubscription,
} from '../../demo/operations.ts';
import { publish } from '../../src/platform/live/live-event.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { draft, organizations, refer, submit, transfer } from '../support/refer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => await api.stop());

/** Puts a task of its own on somebody's homepage, so that it can be seen that none came before. */
async function addLastTask(username: string): Promise<void> {
  const { id: assigneeId, organizationId } = await api.database.staff.findUniqueOrThrow({
    where: { username },
  });
  const { id: caseId } = await api.database.case.findFirstOrThrow({ where: { organizationId } });
  const task = await api.database.homepageTask.create({
    data: {
      ...{ assigneeId, organizationId, caseId },
      createdById: assigneeId,
      dueOn: new Date('2030-01-01'),
      type: 'TRANSFER_STALE',
    },
  });
  await publish(api.database, { topic: 'homepageTask', taskId: task.id, assigneeId });
}

describe.each([
  { transport: 'WebSocket', open: 'watch', number: '50244764' },
  { transport: 'server-sent events', open: 'stream', number: '79778074' },
] as const)('over $transport', ({ open, number }) => {
  it('[R33] [R34] [B5] homepageTaskChanged tells the new and the previous case manager, and nobody else', async () => {
    const north = await api.as('north.manager');
    const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const listen = async (username: string) => await (await api.as(username))[open](homepageTaskSubscription);
    const previous = await listen('north.manager');
    const next = await listen('south.manager2');
    const others = ['south.manager', 'south.admin', 'north.admin', 'north.manager2', 'valley.manager'];
    const bystanders = await Promise.all(others.map(listen));

    await transfer(await api.as('south.admin'), caseId, 'south.manager2');
    const received = (await next.next(() => true)).homepageTaskChanged.homepageTask;
    expect(received).toMatchObject({
      type: 'CASE_RECEIVED',
      caseNumber: number,
      createdBy: 'south.admin',
      program: 'ECM (LSI-ENS)',
      case: { number },
    });
    const lost = (await previous.next(() => true)).homepageTaskChanged.homepageTask;
    expect(lost).toMatchObject({
      type: 'CASE_TRANSFERRED',
      caseNumber: number,
      orgOrPlayer: organizations.south,
      program: null,
      case: null,
    });

    for (const username of others) await addLastTask(username);
    for (const bystander of bystanders) {
      // That a referral had come is no longer to be dealt with; besides that, nobody is told anything.
      const { homepageTaskChanged } = await bystander.next(
        (event) => event.homepageTaskChanged.homepageTask.type !== 'REFERRAL_RECEIVED',
      );
      expect(homepageTaskChanged.homepageTask.type).toBe('TRANSFER_STALE');
    }
    const { homepageTasks } = await (await api.as('south.manager2')).request(homepageTasksQuery, {});
    expect(homepageTasks.nodes.map(({ id }) => id)).toContain(received.id);
  });

  it('[R19] [B5] referralStatusChanged tells of Submitted and Emailed, for all who manage the case', async () => {
    const south = await api.as('south.manager');
    const { caseId, referralId } = await draft(south, { number, type: 'INFORMATIONAL_OUTSIDE' });
    const watchers = await Promise.all(
      ['south.manager', 'south.admin', 'ens.admin'].map(
        async (username) => await (await api.as(username))[open](referralStatusSubscription, { caseId }),
      ),
    );
    await submit(south, referralId);
    for (const watcher of watchers) {
      const first = (await watcher.next(() => true)).referralStatusChanged.referral;
      expect(first).toMatchObject({ id: referralId, status: expect.stringMatching(/^(SUBMITTED|EMAILED)$/) });
      const emailed = await watcher.next(
        (event) => event.referralStatusChanged.referral.status === 'EMAILED',
      );
      expect(emailed.referralStatusChanged.referral).toMatchObject({
        id: referralId,
        correspondence: { nodes: [{ status: 'SENT' }] },
      });
    }
  });

  it('[R33] [B5] caseNotificationAdded tells whoever sees the case whole then, its receivers among them', async () => {
    const south = await api.as('south.manager');
    const { caseId } = await refer(south, { number, type: 'CASE_TRANSFER', to: 'valley' });
    const listen = async (username: string) =>
      await (await api.as(username))[open](caseNotificationSubscription, { caseId });
    const hearing = await Promise.all(['ens.admin', 'valley.manager', 'valley.admin'].map(listen));
    await transfer(await api.as('valley.manager'), caseId);
    for (const subscription of hearing) {
      expect((await subscription.next(() => true)).caseNotificationAdded.caseNotification).toEqual({
        type: 'CASE_RECEIVED',
        message: `Case has been transferred from ${organizations.south} to ${organizations.valley}`,
      });
    }
  });
});

it('events are in the language of the request, else in the one the user prefers', async () => {
  const french = { language: 'fr' } as const;
  const watched = await (await api.as('valley.manager2')).watch(homepageTaskSubscription);
  const streamed = await (await api.as('valley.manager2', french)).stream(homepageTaskSubscription);
  await addLastTask('valley.manager2');
  for (const subscription of [watched, streamed]) {
    const { homepageTask } = (await subscription.next(() => true)).homepageTaskChanged;
    expect(homepageTask.message).toBe('Une demande de transfert est en attente');
  }
});

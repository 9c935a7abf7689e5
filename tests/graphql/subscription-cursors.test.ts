import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { deleteOldEvents } from '../../src/platform/live/purge-live-events.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import {
  liveCursorQuery,
  notificationsAfterSubscription,
  statusesAfterSubscription,
  tasksAfterSubscription,
} from '../support/live-operations.ts';
import { makeTasks, tellOfTask } from '../support/own-tasks.ts';
import { refer, transfer } from '../support/refer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

const cursorNow = async () => (await (await api.as('ens.admin')).request(liveCursorQuery)).liveCursor;

describe.each([
  { transport: 'WebSocket', open: 'watch' },
  { transport: 'server-sent events', open: 'stream' },
] as const)('over $transport', ({ open }) => {
  it('[B5] replays what came after the cursor, in order, and goes on live', async () => {
    const user = await api.as('north.manager');
    const ids = await makeTasks(api.database, 'north.manager', 4);
    const { liveCursor } = await user.request(liveCursorQuery);
    for (const id of ids.slice(0, 3)) await tellOfTask(api.database, id);
    const first = await user[open](tasksAfterSubscription, { after: liveCursor });
    await tellOfTask(api.database, ids[3] ?? '');
    const cursors: string[] = [];
    for (const id of ids) {
      const { cursor, homepageTask } = (await first.next(() => true)).homepageTaskChanged;
      expect(homepageTask.id).toBe(globalId('HomepageTask', id));
      cursors.push(cursor);
    }
    await first.close();
    const again = await user[open](tasksAfterSubscription, { after: cursors[1] ?? null });
    for (const cursor of cursors.slice(2)) {
      expect((await again.next(() => true)).homepageTaskChanged.cursor).toBe(cursor);
    }
    await again.close();
  });

  it('[B5] a cursor that is no longer kept, or that no event has, is refused with what to do', async () => {
    const user = await api.as('north.manager', { language: 'fr' });
    const old = await cursorNow();
    const [id = ''] = await makeTasks(api.database, 'north.manager', 1);
    await tellOfTask(api.database, id);
    await deleteOldEvents(api.database, new Date('2100-01-01'));
    for (const after of [old, 'junk', '']) {
      const refused = async () => {
        const opened = await user[open](tasksAfterSubscription, { after });
        await opened.next(() => true);
      };
      await expect(refused()).rejects.toThrow(/subscribe after that|abonnez-vous à partir/);
    }
    const following = await user[open](tasksAfterSubscription, { after: await cursorNow() });
    await tellOfTask(api.database, id);
    await following.next(() => true);
    await following.close();
  });

  it('[B5] passes over a task that is not there any more', async () => {
    const user = await api.as('north.manager');
    const after = await cursorNow();
    const [gone = '', kept = ''] = await makeTasks(api.database, 'north.manager', 2);
    await tellOfTask(api.database, gone);
    await tellOfTask(api.database, kept);
    await api.database.homepageTask.delete({ where: { id: gone } });
    const subscription = await user[open](tasksAfterSubscription, { after });
    const { homepageTask } = (await subscription.next(() => true)).homepageTaskChanged;
    expect(homepageTask.id).toBe(globalId('HomepageTask', kept));
    await subscription.close();
  });
});

it('[B5] [R32] replays only what the viewer may see now, and ends at once with the access', async () => {
  const number = '10041670';
  const north = await api.as('north.manager');
  const south = await api.as('south.manager');
  const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
  const after = await cursorNow();
  const later = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const idle = [
    await north.watch(statusesAfterSubscription, { caseId }),
    await north.stream(statusesAfterSubscription, { caseId }),
    await north.watch(notificationsAfterSubscription, { caseId }),
  ];
  await transfer(south, caseId);
  // Nothing else happens to the case, and yet all of them end.
  const over = 'The subscription has ended';
  for (const subscription of idle) await expect(subscription.next(() => false)).rejects.toThrow(over);

  const refused = north.stream(statusesAfterSubscription, { caseId, after });
  await expect(refused.then((opened) => opened.next(() => true))).rejects.toThrow('no such record');
  const allowed = await south.stream(statusesAfterSubscription, { caseId, after });
  const { referral } = (await allowed.next(() => true)).referralStatusChanged;
  expect(referral.id).toBe(later.referralId);
});

it('[B5] liveCursor is read before the list beside it, so what is committed between is replayed', async () => {
  const user = await api.as('north.manager');
  const reads = (table: string) => api.statements.filter((sql) => sql.includes(`"${table}"`)).length;
  const mayBeRead = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  onTestFinished(() => mayBeRead.resolve());
  const holding = api.database.$transaction(async (transaction) => {
    await transaction.$executeRaw`LOCK TABLE "LiveEvent" IN ACCESS EXCLUSIVE MODE`;
    isHeld.resolve();
    await mayBeRead.promise;
  });
  await isHeld.promise;
  api.statements.length = 0;
  const answer = user.request(liveCursorQuery);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(reads('HomepageTask')).toBe(0);
  mayBeRead.resolve();
  await holding;
  expect((await answer).liveCursor).toBe(await cursorNow());
  expect(reads('HomepageTask')).toBeGreaterThan(0);
});

it('[B5] liveCursor is read once, and only for whoever asks for it and is signed in', async () => {
  const user = await api.as('north.manager');
  const reads = () => api.statements.filter((sql) => sql.includes('"LiveEvent"')).length;
  api.statements.length = 0;
  await user.request(liveCursorQuery);
  expect(reads()).toBe(1);
  await user.ask('{ viewer { username } }');
  expect(reads()).toBe(1);
  expect((await api.ask('{ liveCursor }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { beginDelivery } from '../../../src/domain/correspondence/begin-delivery.ts';
import { failCorrespondence } from '../../../src/domain/correspondence/fail-correspondence.ts';
import { recordSent } from '../../../src/domain/correspondence/record-sent.ts';
import { completeHomepageTasks } from '../../../src/domain/homepage/complete-homepage-tasks.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { resendCorrespondence } from '../../../src/domain/referrals/resend-correspondence.ts';
import { remindOfTransfers } from '../../../src/jobs/remind-of-transfers.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { holdRow } from '../../support/hold-row.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let valley: Actor;
let referred: OpenedCase;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  valley = await house.actor('valley.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const refer = (to: string) => submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER', to });
const openTasks = () =>
  house.database.homepageTask.findMany({
    where: { caseId: referred.id, assigneeId: north.staffId, completedAt: null },
    orderBy: { id: 'asc' },
  });

/** A declined referral and a reminder of another: the transfer closes the later task first. */
async function makeTasks(): Promise<void> {
  const declined = { referralId: await refer('valley.manager'), reason: 'We have no place', confirm: true };
  await declineReferral(valley, house.platform, declined);
  await refer('south.manager');
  house.setNow(addDays(new Date(), 15));
  await remindOfTransfers(house.platform).finally(() => house.setNow(null));
}

async function untilWaiting(count: number): Promise<void> {
  const waiting = () => house.database.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await waiting()).length < count) await pause(20);
}

it('[D6] [R38] a transfer, and its former case manager who completes tasks meanwhile, do not stop each other', async () => {
  await makeTasks();
  const tasks = await openTasks();
  expect(tasks.map(({ type }) => type)).toEqual(['REFERRAL_DECLINED', 'TRANSFER_STALE']);
  // The draft is deleted between the two tasks, so holding it holds the transfer there.
  const draftId = await completeDraft(house, north, { caseId: referred.id, type: 'INFORMATIONAL_OUTSIDE' });
  const hold = await holdRow(house.url, 'SELECT FROM "Referral" WHERE id = $1 FOR UPDATE', draftId);
  const transferring = transfer(house, south, referred.id);
  await hold.waitedFor();
  const ids = tasks.map(({ id }) => id);
  const both = Promise.allSettled([transferring, completeHomepageTasks(north, house.platform, ids)]);
  await untilWaiting(2);
  await hold.letGo();
  expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect((await openTasks()).map(({ type }) => type)).toEqual(['CASE_TRANSFERRED']);
});

it('[D6] [D2] a transfer, and the worker whose email goes out meanwhile after one that failed, do not stop each other', async () => {
  const { platform } = house;
  const referralId = await refer('valley.manager');
  const failed = await house.database.correspondence.findFirstOrThrow({ where: { referralId } });
  await house.database.$transaction((transaction) =>
    failCorrespondence(transaction, platform, { correspondenceId: failed.id, reason: 'NOT_MADE' }),
  );
  expect((await openTasks()).map(({ type }) => type)).toEqual(['DELIVERY_FAILED']);
  const again = await resendCorrespondence(north, platform, { referralId, confirm: true });
  const delivery = await beginDelivery(platform, again);
  if (delivery === null) throw new Error('there is nothing to deliver');
  await refer('south.manager');
  // It becomes Emailed between the email and its task, so holding it holds the worker there.
  const hold = await holdRow(house.url, 'SELECT FROM "Referral" WHERE id = $1 FOR NO KEY UPDATE', referralId);
  const sending = recordSent(platform, delivery);
  await hold.waitedFor();
  const both = Promise.allSettled([transfer(house, south, referred.id), sending]);
  await untilWaiting(2);
  await hold.letGo();
  expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

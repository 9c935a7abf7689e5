import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { resendCorrespondence } from '../../src/domain/referrals/resend-correspondence.ts';
import { openCase } from '../support/cases.ts';
import { liveEvents } from '../support/live-events.ts';
import { submitted } from '../support/referrals.ts';
import { transfer } from '../support/transfers.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

/** What the mail server answers to the next messages, in order; then it accepts. */
const answers: number[] = [];
function receive(): void {
  const responseCode = answers.shift();
  if (responseCode !== undefined) throw Object.assign(new Error('no'), { responseCode });
}

let post: PostOffice;
let manager: Actor;
let colleague: Actor;
beforeAll(async () => {
  post = await openPostOffice({ receive });
  manager = await post.actor('north.manager');
  colleague = await post.actor('north.manager2');
});
beforeEach(() => {
  answers.length = 0;
});
afterAll(async () => {
  await post.stop();
});

async function newReferral(type: 'CASE_TRANSFER' | 'INFORMATIONAL_WITHIN' = 'INFORMATIONAL_WITHIN') {
  const { id: caseId } = await openCase(post, 'north.manager');
  return { caseId, referralId: await submitted(post, manager, { caseId, type }) };
}

async function failNow(referralId: string): Promise<void> {
  answers.push(550);
  await post.send(referralId);
  expect((await post.look(referralId)).sending.status).toBe('FAILED');
}

const tasksOf = async (referralId: string) =>
  await post.database.homepageTask.findMany({
    where: { referralId, type: 'DELIVERY_FAILED' },
    orderBy: { createdAt: 'asc' },
  });
const assignees = async (referralId: string) =>
  (await tasksOf(referralId)).map(({ assigneeId }) => assigneeId).toSorted();

const eventsOf = async (staffId: string) =>
  (await liveEvents(post.database)).filter(({ topic, key }) => topic === 'homepageTask' && key === staffId);

describe('[D2] an email that has failed', () => {
  it('gives who submitted it one task, that leads to the referral, and tells them live', async () => {
    const { caseId, referralId } = await newReferral();
    await failNow(referralId);
    await post.send(referralId);
    const [task, ...more] = await tasksOf(referralId);
    expect(more).toEqual([]);
    const south = await post.organizationOf('south.manager');
    expect(task).toMatchObject({
      assigneeId: manager.staffId,
      organizationId: manager.organizationId,
      priority: 'HIGH',
      caseId,
      createdById: manager.staffId,
      aboutOrganizationId: south.id,
      completedAt: null,
    });
    expect(await eventsOf(manager.staffId)).toContainEqual({
      topic: 'homepageTask',
      key: manager.staffId,
      subjectId: task?.id,
    });
    expect(await liveEvents(post.database)).toContainEqual({
      topic: 'referralStatus',
      key: caseId,
      subjectId: referralId,
    });
  });

  it('gives no task while it is only put off', async () => {
    const { referralId } = await newReferral();
    answers.push(451);
    await post.send(referralId).catch(() => undefined);
    expect(await tasksOf(referralId)).toEqual([]);
  });

  it('sent again by another: both get a task, who has one open is told again, and success completes them', async () => {
    const { referralId } = await newReferral();
    await failNow(referralId);
    await resendCorrespondence(colleague, post.platform, { referralId, confirm: true });
    const before = (await eventsOf(manager.staffId)).length;
    await failNow(referralId);
    expect(await assignees(referralId)).toEqual([manager.staffId, colleague.staffId].toSorted());
    expect(await eventsOf(manager.staffId)).toHaveLength(before + 1);

    await resendCorrespondence(manager, post.platform, { referralId, confirm: true });
    await post.send(referralId);
    expect((await post.look(referralId)).referral.status).toBe('EMAILED');
    for (const { completedAt } of await tasksOf(referralId)) expect(completedAt).not.toBeNull();
    expect(await eventsOf(manager.staffId)).toHaveLength(before + 2);
  });

  it('where who submitted it has left: goes to the case manager, else to the administrators', async () => {
    const { caseId, referralId } = await newReferral();
    const { staffId } = await post.actor('north.admin');
    await post.database.case.update({ where: { id: caseId }, data: { caseManagerId: colleague.staffId } });
    await whileDisabled([manager.staffId], async () => await failNow(referralId));
    expect(await assignees(referralId)).toEqual([colleague.staffId]);
    const second = await newReferral();
    await whileDisabled([manager.staffId, colleague.staffId], async () => await failNow(second.referralId));
    expect(await assignees(second.referralId)).toEqual([staffId]);
  });

  it('[R32] once the case has gone elsewhere: tells its new case manager, and nobody of the previous organization', async () => {
    const { caseId, referralId } = await newReferral('CASE_TRANSFER');
    const receiver = await post.actor('south.manager');
    await transfer(post, receiver, caseId);
    await failNow(referralId);
    expect(await assignees(referralId)).toEqual([receiver.staffId]);
  });

  async function whileDisabled(ids: string[], work: () => Promise<void>): Promise<void> {
    const where = { id: { in: ids } };
    await post.database.staff.updateMany({ where, data: { disabledAt: new Date() } });
    await work();
    await post.database.staff.updateMany({ where, data: { disabledAt: null } });
  }
});

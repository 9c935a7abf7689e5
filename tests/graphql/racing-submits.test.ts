import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelReferralMutation,
  submitReferralMutation,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft } from '../support/refer.ts';

let api: TestApi;
let manager: Visitor;
let colleague: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  manager = await api.as('north.manager');
  colleague = await api.as('north.manager2');
});
afterAll(async () => await api.stop());

const aDraft = async () => (await draft(manager, { number: '50244764', type: 'CASE_TRANSFER' })).referralId;
const submit = async (by: Visitor, referralId: string) => {
  const input = { referralId, acknowledgeDuplicate: true, confirm: true };
  return (await by.request(submitReferralMutation, { input })).submitReferral;
};
const cancel = async (by: Visitor, referralId: string) =>
  (await by.request(cancelReferralMutation, { input: { referralId, confirm: true } })).cancelReferral;
const update = async (by: Visitor, referralId: string, contactName: string) =>
  (await by.request(updateReferralMutation, { input: { referralId, contactName } })).updateReferral;

/** How often each thing that a submit leaves behind is there for all referrals together. */
async function leftBehind() {
  const { database } = api;
  const [jobs] = await database.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM pgboss.job WHERE name = 'send-correspondence'`;
  return {
    referrals: await database.referral.count({ where: { status: 'SUBMITTED' } }),
    letters: await database.letter.count(),
    correspondence: await database.correspondence.count(),
    accesses: await database.referralAccess.count(),
    events: await database.auditEvent.count({ where: { action: 'referral.submit' } }),
    jobs: jobs.count,
  };
}
const one = { referrals: 1, letters: 1, correspondence: 1, accesses: 1, events: 1, jobs: 1 };

async function added(before: Record<string, number>): Promise<Record<string, number>> {
  const after = Object.entries(await leftBehind());
  return Object.fromEntries(after.map(([thing, count]) => [thing, count - (before[thing] ?? 0)]));
}

describe('many submits at once', () => {
  it('[D9] of one draft submit it once, and every caller gets the same submitted referral', async () => {
    const referralId = await aDraft();
    const before = await leftBehind();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => submit(index % 2 === 0 ? manager : colleague, referralId)),
    );
    expect(await added(before)).toEqual(one);
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(16).fill('SubmitReferralSuccess'));
    const [first] = answers;
    expect(first).toMatchObject({ referral: { id: referralId, status: 'SUBMITTED' } });
    for (const answer of answers) {
      if (answer.__typename !== 'SubmitReferralSuccess') continue;
      const { referral } = answer;
      // Each answer signs a link of its own.
      const stable = { ...referral, letter: { sha256: referral.letter?.sha256 } };
      expect(first).toMatchObject({ referral: stable });
    }
  });

  it('[D9] [R18] and cancels: either it is submitted, or it is gone, and never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const referralId = await aDraft();
      const before = await leftBehind();
      const race = await Promise.all([
        ...(round % 2 === 0 ? [] : [cancel(colleague, referralId)]),
        ...Array.from({ length: 4 }, () => submit(manager, referralId)),
        ...Array.from({ length: 3 }, () => cancel(colleague, referralId)),
      ]);
      const counted = Map.groupBy(race, ({ __typename }) => __typename);
      const cancelled = counted.has('CancelReferralSuccess');
      expect([...counted].map(([type, { length }]) => `${type} ${length}`).toSorted()).toEqual(
        cancelled
          ? ['CancelReferralSuccess 1', `NotFound ${race.length - 1}`]
          : [`ReferralLocked ${race.length - 4}`, 'SubmitReferralSuccess 4'],
      );
      const none = Object.fromEntries(Object.keys(one).map((thing) => [thing, 0]));
      expect(await added(before)).toEqual(cancelled ? none : one);
    }
  });

  it('[D9] [R17] and updates: what was submitted is what the last update before it left', async () => {
    for (let round = 0; round < 4; round += 1) {
      const referralId = await aDraft();
      const before = await leftBehind();
      const names = ['A', 'B', 'C', 'D', 'E'];
      const [updates, submits] = await Promise.all([
        Promise.all(names.map((name) => update(colleague, referralId, name))),
        Promise.all([submit(manager, referralId), submit(colleague, referralId)]),
      ]);
      expect(await added(before)).toEqual(one);
      const [first, second] = submits.map((answer) =>
        answer.__typename === 'SubmitReferralSuccess' ? answer.referral : null,
      );
      expect(second).toMatchObject({ contactName: first?.contactName, version: first?.version });
      const made = updates.filter(({ __typename }) => __typename === 'UpdateReferralSuccess');
      const locked = updates.filter(({ __typename }) => __typename === 'ReferralLocked');
      expect(made.length + locked.length).toBe(names.length);
      expect(first?.version).toBe(2 + made.length);
      const possible =
        made.length === 0 ? ['Ms. Sample'] : names.filter((_, i) => made.includes(updates[i] as never));
      expect(possible).toContain(first?.contactName);
    }
  });
});

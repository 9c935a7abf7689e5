import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutcomeChangedSubscription } from '../../demo/generated/graphql.ts';
import { caseNotificationSubscription } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import {
  decline,
  declineReferralMutation,
  outcomeQuery,
  outcomeSubscription,
  pendingTransfersQuery,
  withdraw,
  withdrawReferralMutation,
} from '../support/ends.ts';
import { refer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
let south: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  [north, south] = [await api.as('north.manager'), await api.as('south.manager')];
});
beforeEach(async () => {
  ({ referralId } = await refer(north, { number, type: 'CASE_TRANSFER' }));
});
afterAll(async () => await api.stop());

const outcome = async (visitor: Visitor) => (await visitor.request(outcomeQuery, { id: referralId })).node;
const sightOf = async (visitor: Visitor) => {
  const { data } = await visitor.ask(
    'query ($number: String!) { case(number: $number) { person { listedName } } people(search: $number) { totalCount } }',
    { number },
  );
  return data as { case: unknown; people: { totalCount: number } };
};

describe('withdrawReferral', () => {
  it('[D3] [R18] answers the referral as it is now: its status as it was, and what it has come to', async () => {
    const input = { referralId, reason: 'The client stays', confirm: true };
    const { withdrawReferral } = await north.request(withdrawReferralMutation, { input });
    expect(withdrawReferral).toEqual({
      __typename: 'WithdrawReferralSuccess',
      referral: {
        id: referralId,
        statusLabel: 'Submitted',
        outcome: {
          cause: 'WITHDRAWN',
          message: 'This referral has ended: its sender withdrew it.',
          reason: 'The client stays',
          by: { name: expect.any(String) },
        },
      },
    });
    expect(await sightOf(south)).toEqual({ case: null, people: { totalCount: 0 } });
  });

  it('[D3] says what has become of a referral that is over', async () => {
    await decline(south, referralId);
    const input = { referralId, reason: 'The client stays', confirm: true };
    expect((await north.request(withdrawReferralMutation, { input })).withdrawReferral).toMatchObject({
      __typename: 'ReferralEnded',
      cause: 'DECLINED',
      endedAt: expect.any(String),
    });
  });
});

describe('declineReferral', () => {
  it('[D4] takes the id from pendingTransfers, and answers nothing of the referral', async () => {
    const { pendingTransfers } = await south.request(pendingTransfersQuery, { direction: 'RECEIVED' });
    const ids = pendingTransfers.nodes.map((one) => one.referralId);
    expect(ids).toContain(referralId);
    const input = { referralId, reason: 'We are full', confirm: true };
    expect((await south.request(declineReferralMutation, { input })).declineReferral).toEqual({
      __typename: 'DeclineReferralSuccess',
      referralId,
      message: 'The referral has been declined; the sending organization has been told.',
    });
    expect(await sightOf(south)).toEqual({ case: null, people: { totalCount: 0 } });
  });

  it('[D4] shows the sender, and nobody else outside Employment Nova Scotia, who declined and why', async () => {
    expect(await outcome(north)).toEqual({ statusLabel: 'Submitted', outcome: null });
    await decline(south, referralId);
    const declined = { cause: 'DECLINED', reason: 'We have no place before spring' };
    expect(await outcome(north)).toMatchObject({ statusLabel: 'Submitted', outcome: declined });
    expect(await outcome(await api.as('ens.admin'))).toMatchObject({ outcome: declined });
    for (const username of ['south.manager', 'south.admin', 'valley.manager']) {
      expect(await outcome(await api.as(username)), username).toBeNull();
    }
  });
});

it('[D8] a referral whose time is over has run out, before anything has put it on record', async () => {
  const { database } = api;
  const { id } = await database.referralAccess.findFirstOrThrow({ orderBy: { beganAt: 'desc' } });
  await database.$executeRaw`
    UPDATE "ReferralAccess" SET "expiresAt" = "beganAt" + interval '1 millisecond' WHERE id = ${id}::uuid`;
  expect(await outcome(north)).toMatchObject({
    outcome: {
      cause: 'EXPIRED',
      message: 'This referral has ended: its time ran out.',
      by: null,
      reason: null,
    },
  });
});

it('[B5] [D3] [D4] the sender’s open screens are told, also by the Case Home Page where it was declined', async () => {
  const { caseId, referralId: other } = await refer(north, { number, type: 'CASE_TRANSFER', to: 'valley' });
  const changes = await north.watch(outcomeSubscription, { caseId });
  const notifications = await north.watch(caseNotificationSubscription, { caseId });
  await withdraw(north, referralId);
  const isOver = (id: string) => (event: OutcomeChangedSubscription) =>
    event.referralStatusChanged.referral.id === id && event.referralStatusChanged.referral.outcome !== null;
  expect(await changes.next(isOver(referralId))).toMatchObject({
    referralStatusChanged: { referral: { outcome: { cause: 'WITHDRAWN' } } },
  });
  await decline(await api.as('valley.manager'), other);
  expect(await changes.next(isOver(other))).toMatchObject({
    referralStatusChanged: { referral: { outcome: { cause: 'DECLINED' } } },
  });
  expect((await notifications.next(() => true)).caseNotificationAdded.caseNotification).toMatchObject({
    type: 'REFERRAL_DECLINED',
  });
});

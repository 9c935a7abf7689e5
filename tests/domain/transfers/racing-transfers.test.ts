import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { CaseNotTransferable } from '../../../src/domain/cases/status.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { declineReferral } from '../../../src/domain/referrals/decline-referral.ts';
import { ReferralEnded } from '../../../src/domain/referrals/referral-ended.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { withdrawReferral } from '../../../src/domain/referrals/withdraw-referral.ts';
import { CaseAlreadyTransferred } from '../../../src/domain/transfers/case-already-transferred.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { transfer, transferByNetwork } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let valley: Actor;
let referred: OpenedCase;
let referralId: string;

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  valley = await house.actor('valley.manager');
});
beforeEach(async () => {
  referred = await openCase(house, 'north.manager');
  referralId = await refer('south.manager');
});
afterAll(async () => await house.stop());

const refer = (to: string) => submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER', to });
const receipts = () => house.database.caseTransfer.findMany({ where: { caseId: referred.id } });
const load = () => house.database.case.findUniqueOrThrow({ where: { id: referred.id } });
const take = (actor: Actor) => () => transfer(house, actor, referred.id);
const give = (to: Actor) => () => transferByNetwork(house, referred.id, to);

const inOrder = (attempts: (() => Promise<unknown>)[]) =>
  race(house.url, referred.id, attempts, 'ONE_AFTER_THE_OTHER');

/** Lets them go at the same moment, in which one wins. @returns why the others were refused. */
async function losers(attempts: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const results = await inOrder(attempts);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await receipts()).toHaveLength(1);
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
}

describe('of several who transfer a case at the same moment', () => {
  it('[D9] two colleagues: one completes it, the other is told that it is done', async () => {
    const colleague = await house.actor('south.manager2');
    expect(await losers([take(south), take(colleague)])).toEqual([expect.any(CaseAlreadyTransferred)]);
    const [receipt] = await receipts();
    const told = await house.database.homepageTask.findMany({
      where: { transferId: receipt?.id ?? '' },
      orderBy: { type: 'asc' },
    });
    expect(told.map(({ type, assigneeId }) => [type, assigneeId])).toEqual([
      ['CASE_RECEIVED', receipt?.completedById],
      ['CASE_TRANSFERRED', north.staffId],
    ]);
  });

  it('[D9] a double click: one transfer is made', async () => {
    for (const refusal of await losers([take(south), take(south), take(south)])) {
      expect(refusal).toBeInstanceOf(CaseAlreadyTransferred);
    }
  });

  it('[D9] two organizations: one gets the case, to the other it is gone', async () => {
    await refer('valley.manager');
    expect(await losers([take(south), take(valley)])).toEqual([expect.any(NotFound)]);
  });

  it('[D9] the receiver and Employment Nova Scotia to the same organization: the second is told that it is done', async () => {
    expect(await losers([take(south), give(south)])).toEqual([expect.any(CaseAlreadyTransferred)]);
  });

  it('[D9] the receiver first: Employment Nova Scotia does not take it on to another', async () => {
    expect(await losers([take(south), give(valley)])).toEqual([expect.any(CaseAlreadyTransferred)]);
    expect(await load()).toMatchObject({ organizationId: south.organizationId });
  });

  it('[D9] Employment Nova Scotia first: to the receiver the case is gone', async () => {
    expect(await losers([give(valley), take(south)])).toEqual([expect.any(NotFound)]);
  });
});

it('[D9] who has seen the case with another organization than manages it by now transfers nothing', async () => {
  await transfer(house, south, referred.id);
  const managedBy = north.organizationId;
  const refusal = await refusalOf(transferByNetwork(house, referred.id, valley, { managedBy }));
  expect(refusal).toBeInstanceOf(CaseAlreadyTransferred);
  expect((refusal as CaseAlreadyTransferred).text.EN).toMatch(
    /transferred to another organization meanwhile/,
  );
  await transferByNetwork(house, referred.id, valley, { managedBy: south.organizationId });
  expect(await receipts()).toHaveLength(2);
});

describe('a transfer at the same moment as', () => {
  it('[D6] a submit that comes first supersedes that referral, too', async () => {
    const draft = { caseId: referred.id, type: 'CASE_TRANSFER', to: 'valley.manager' } as const;
    const other = await completeDraft(house, north, draft);
    const submit = () => submitReferral(north, house.platform, { referralId: other, confirm: true });
    const results = await inOrder([submit, take(south)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await house.database.referralAccess.findUnique({ where: { referralId: other } })).toMatchObject({
      endCause: 'SUPERSEDED',
    });
  });

  it('[D6] a submit that comes second leaves it no draft to submit', async () => {
    const draft = { caseId: referred.id, type: 'CASE_TRANSFER', to: 'valley.manager' } as const;
    const other = await completeDraft(house, north, draft);
    const submit = () => submitReferral(north, house.platform, { referralId: other, confirm: true });
    expect(await losers([take(south), submit])).toEqual([expect.any(NotFound)]);
    expect(await house.database.referral.findUnique({ where: { id: other } })).toBeNull();
  });

  it.each([
    ['the withdrawal', 'WITHDRAWN', NotFound],
    ['the declining', 'DECLINED', ReferralEnded],
  ] as const)(
    '[D9] %s of its referral: the first ends it, the second is refused',
    async (_, cause, ended) => {
      const input = { referralId, reason: 'Moved away.', confirm: true };
      const end = () =>
        cause === 'WITHDRAWN'
          ? withdrawReferral(north, house.platform, input)
          : declineReferral(south, house.platform, input);
      const access = () => house.database.referralAccess.findUnique({ where: { referralId } });
      const [first, second] = await inOrder([end, take(south)]);
      expect([first?.status, second]).toMatchObject(['fulfilled', { reason: expect.any(NotFound) }]);
      expect(await receipts()).toEqual([]);
      expect(await access()).toMatchObject({ endCause: cause });

      referralId = await refer('south.manager');
      input.referralId = referralId;
      expect(await losers([take(south), end])).toEqual([expect.any(ended)]);
      expect(await access()).toMatchObject({ endCause: 'TRANSFERRED' });
    },
  );

  it('[R31] the closing of the case happens before it or after it, never in the midst', async () => {
    const close = () =>
      house.database.case.update({
        where: { id: referred.id },
        data: { status: 'CLOSED', closedOn: house.platform.now() },
      });
    const [closed, refused] = await inOrder([close, take(south)]);
    expect(closed).toMatchObject({ status: 'fulfilled' });
    expect(refused).toMatchObject({ reason: expect.any(CaseNotTransferable) });
    expect(await load()).toMatchObject({ status: 'CLOSED', organizationId: north.organizationId });
    expect(await receipts()).toEqual([]);
  });
});

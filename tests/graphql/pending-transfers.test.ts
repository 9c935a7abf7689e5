import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, isoDay } from '../../src/domain/program-day.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { decline, pendingTransfersQuery, withdraw } from '../support/ends.ts';
import { plainId } from '../support/global-id.ts';
import { organizations, type Referred, refer, transfer } from '../support/refer.ts';

let api: TestApi;
let north: Visitor;
let south: Visitor;
let valley: Visitor;
/** North's cases, as they were referred: to South, to South and Valley, to Valley. */
let referred: Record<'first' | 'second' | 'third', Referred>;
let numbers: string[];

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  [north, south, valley] = [
    await api.as('north.manager'),
    await api.as('south.manager'),
    await api.as('valley.manager'),
  ];
  const cases = await api.database.case.findMany({
    where: { organization: { name: organizations.north }, status: 'ACTION_PLAN' },
    orderBy: { number: 'asc' },
    take: 2,
  });
  numbers = cases.map(({ number }) => number);
  const [one = '', two = ''] = numbers;
  const type = 'CASE_TRANSFER';
  referred = {
    first: await refer(north, { number: one, type }),
    second: await refer(north, { number: two, type }),
    third: await refer(north, { number: two, type, to: 'valley' }),
  };
  await refer(north, { number: one, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
});
afterAll(async () => await api.stop());

type Filter = { direction?: 'RECEIVED' | 'SENT'; stale?: boolean; search?: string };
const list = async (visitor: Visitor, filter: Filter = {}) =>
  (await visitor.request(pendingTransfersQuery, filter)).pendingTransfers;
const ids = async (visitor: Visitor, filter: Filter = {}) =>
  (await list(visitor, filter)).nodes.map(({ referralId }) => referralId);
const all = () => [referred.first, referred.second, referred.third].map(({ referralId }) => referralId);

/** Submits a referral so many days ago, as far as the clock is concerned. */
async function age({ referralId }: Referred, days: number): Promise<void> {
  const where = { referralId: plainId(referralId) };
  const { beganAt, expiresAt } = await api.database.referralAccess.findUniqueOrThrow({ where });
  await api.database.$executeRaw`ALTER TABLE "ReferralAccess" DISABLE TRIGGER referral_access_ended`;
  await api.database.$executeRaw`ALTER TABLE "Referral" DISABLE TRIGGER referral_is_locked`;
  const data = { beganAt: addDays(beganAt, -days), expiresAt: addDays(expiresAt, -days) };
  await api.database.referralAccess.update({ where, data });
  const { id, referralDate } = await api.database.referral.findUniqueOrThrow({
    where: { id: where.referralId },
  });
  await api.database.referral.update({
    where: { id },
    data: { referralDate: addDays(referralDate ?? new Date(), -days) },
  });
  await api.database.$executeRaw`ALTER TABLE "ReferralAccess" ENABLE TRIGGER referral_access_ended`;
  await api.database.$executeRaw`ALTER TABLE "Referral" ENABLE TRIGGER referral_is_locked`;
}

describe('[B8] the Case Transfer referrals that wait', () => {
  it('[B8] are those to the user’s organization and those of cases it manages, the oldest first; for Employment Nova Scotia all', async () => {
    const { first, second, third } = referred;
    expect(await ids(north)).toEqual(all());
    expect(await ids(south)).toEqual([first.referralId, second.referralId]);
    expect(await ids(valley)).toEqual([third.referralId]);
    expect(await ids(await api.as('ens.admin'))).toEqual(all());
    expect(await ids(await api.as('expired.manager'))).toEqual([]);
    expect((await list(south)).totalCount).toBe(2);
  });

  it('[B8] go one way or the other', async () => {
    expect(await ids(north, { direction: 'SENT' })).toEqual(all());
    expect(await ids(north, { direction: 'RECEIVED' })).toEqual([]);
    expect(await ids(south, { direction: 'RECEIVED' })).toEqual(await ids(south));
    expect(await ids(south, { direction: 'SENT' })).toEqual([]);
  });

  it('[B8] [R26] show the receiver client and summary, not the referral; the sender everything', async () => {
    const [case1 = ''] = numbers;
    const [sent] = (await list(north)).nodes;
    const [received] = (await list(south)).nodes;
    const { id: referralId } = { id: referred.first.referralId };
    expect(sent).toMatchObject({
      referral: { id: referralId, statusLabel: 'Submitted' },
      case: { number: case1, status: 'ACTION_PLAN' },
      fromOrganization: { name: organizations.north },
      toOrganization: { name: organizations.south },
    });
    expect(received).toEqual({
      ...sent,
      referral: null,
      case: { number: case1, status: null, summary: { status: 'ACTION_PLAN' } },
    });
  });

  it('[B8] tell their age, when they are stale, when they are reminded of next, and when they run out', async () => {
    await age(referred.first, 20);
    const [oldest, next] = (await list(south)).nodes;
    const day = await submitDay(referred.first);
    expect(oldest).toMatchObject({
      ageInDays: 20,
      stale: true,
      nextReminderOn: isoDay(addDays(day, 28)),
    });
    expect(Date.parse(oldest?.expiresAt ?? '') - Date.parse(oldest?.submittedAt ?? '')).toBe(90 * 86_400_000);
    expect(next).toMatchObject({ ageInDays: 0, stale: false });
    expect(await ids(south, { stale: true })).toEqual([referred.first.referralId]);
    expect(await ids(north, { stale: false })).toEqual(all().slice(1));
  });

  it('[B8] [R28] are found by Case ID and name, among those the user may see', async () => {
    const [one = '', two = ''] = numbers;
    expect(await ids(south, { search: one })).toEqual([referred.first.referralId]);
    expect(await ids(valley, { search: one })).toEqual([]);
    const person = await api.database.person.findFirstOrThrow({
      where: { cases: { some: { number: two } } },
    });
    expect(await ids(north, { search: person.familyName })).toContain(referred.third.referralId);
  });

  it('[B8] take the same statements however many there are', async () => {
    const statements = async (first: number) => {
      api.statements.length = 0;
      expect((await north.request(pendingTransfersQuery, { first })).pendingTransfers.totalCount).toBe(3);
      return api.statements.map((sql) => sql.split(/\s/)[0]);
    };
    expect(await statements(3)).toEqual(await statements(1));
    expect(await statements(3)).toHaveLength(3);
  });

  it('[B8] come in pages', async () => {
    const page = async (after: string | null) =>
      (await north.request(pendingTransfersQuery, { first: 2, after })).pendingTransfers;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor ?? null);
    expect([...first.nodes, ...second.nodes].map(({ referralId }) => referralId)).toEqual(all());
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('[B8] [D12] are nobody’s to act on at an organization that can receive none any more', async () => {
    const where = { organization: { name: organizations.south } };
    const { database } = api;
    const [pending] = (await list(south)).nodes;
    await database.agreement.updateMany({ where, data: { clientTracking: false } });
    const seen = [await ids(south), await ids(north), await node(south, pending?.id ?? '')];
    await database.agreement.updateMany({ where, data: { clientTracking: true } });
    expect(seen).toEqual([[], all(), null]);
    expect(await node(south, pending?.id ?? '')).not.toBeNull();
  });

  it('[B8] [D3] [D4] [D8] [R28] are gone for both once they have ended, be it by time alone', async () => {
    const { first, second, third } = referred;
    await age(first, 71);
    expect(await ids(north)).toEqual([second, third].map(({ referralId }) => referralId));
    await decline(valley, third.referralId);
    expect(await ids(valley)).toEqual([]);
    await transfer(south, second.caseId);
    expect([await ids(north), await ids(south)]).toEqual([[], []]);
    const again = await refer(north, { number: numbers[0] ?? '', type: 'CASE_TRANSFER' });
    expect(await ids(south)).toEqual([again.referralId]);
    await withdraw(north, again.referralId);
    expect([await ids(north), await ids(south)]).toEqual([[], []]);
  });
});

async function submitDay({ referralId }: Referred): Promise<Date> {
  const where = { id: plainId(referralId) };
  return (await api.database.referral.findUniqueOrThrow({ where })).referralDate ?? new Date(0);
}

async function node(visitor: Visitor, id: string): Promise<unknown> {
  const { data } = await visitor.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
  return (data as { node: unknown }).node;
}

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { plainId } from '../support/global-id.ts';
import { draft, refer } from '../support/refer.ts';

let api: TestApi;
let north: Visitor;
let ens: Visitor;
const number = '50244764';
const day = 24 * 60 * 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A referral submitted so many minutes ago, and Emailed so many later, if at all; as the database would have it then. */
async function inThePast(minutes: number, emailedAfter: number | null = null): Promise<string> {
  const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const id = plainId(referralId);
  const { createdById } = await api.database.referral.findUniqueOrThrow({ where: { id } });
  const submittedAt = ago(minutes);
  await api.database.referral.update({
    where: { id },
    data: { status: 'SUBMITTED', submittedAt, submittedById: createdById, referralDate: submittedAt },
  });
  if (emailedAfter !== null) {
    const emailedAt = new Date(submittedAt.getTime() + emailedAfter * 60_000);
    await api.database.referral.update({ where: { id }, data: { status: 'EMAILED', emailedAt } });
  }
  return referralId;
}

let oldest: string;
let younger: string;
let longAgo: string;
beforeAll(async () => {
  api = await startTestApi();
  north = await api.as('north.manager');
  ens = await api.as('ens.admin');
  for (const type of ['INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE'] as const) {
    await refer(north, { number, type });
  }
  await vi.waitFor(
    async () => expect(await api.database.referral.count({ where: { status: 'EMAILED' } })).toBe(2),
    { timeout: 10_000, interval: 50 },
  );
  await inThePast(300, 100);
  younger = await inThePast(20);
  oldest = await inThePast(90);
  longAgo = await inThePast(3 * 24 * 60);
  await inThePast(5);
});
afterAll(async () => await api.stop());

/** The values of the gauges, by name and label. */
async function scrape(): Promise<Record<string, number>> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith('handoff_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

const levelQuery = `query ($from: DateTime!, $to: DateTime!) { serviceLevel(from: $from, to: $to) {
  submitted emailed emailedInTime openAndLate shareInTime p50Seconds p95Seconds maxSeconds
} }`;
type Level = Record<string, number>;

async function lastDay(visitor: Visitor): Promise<Level> {
  const to = new Date();
  const { data } = await visitor.ask(levelQuery, { from: new Date(to.getTime() - day), to });
  return (data as { serviceLevel: Level }).serviceLevel;
}

const lateQuery = `query ($from: DateTime, $to: DateTime, $first: Int, $after: String) {
  lateReferrals(from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id status secondsLate sendingOrganization { name } correspondence { totalCount } }
  }
}`;
type Late = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { id: string; status: string; secondsLate: number }[];
};

async function late(visitor: Visitor, variables: object = {}): Promise<Late> {
  const { data, errors } = await visitor.ask(lateQuery, variables);
  expect(errors).toBeUndefined();
  return (data as { lateReferrals: Late }).lateReferrals;
}

describe('the service level', () => {
  it('[R20] [B1] is the same by the API as by the metrics', async () => {
    const level = await lastDay(ens);
    expect(level).toMatchObject({
      submitted: 6,
      emailed: 3,
      emailedInTime: 2,
      openAndLate: 2,
      shareInTime: 0.4,
    });
    expect(level.maxSeconds).toBeCloseTo(6_000, 3);
    const gauges = await scrape();
    expect(gauges).toMatchObject({
      handoff_service_level_submitted: level.submitted,
      handoff_service_level_emailed: level.emailed,
      handoff_service_level_emailed_in_time: level.emailedInTime,
      handoff_service_level_open_and_late: level.openAndLate,
      handoff_service_level_share_in_time: level.shareInTime,
      'handoff_service_level_seconds{quantile="0.5"}': level.p50Seconds,
      'handoff_service_level_seconds{quantile="0.95"}': level.p95Seconds,
      'handoff_service_level_seconds{quantile="1"}': level.maxSeconds,
      handoff_referrals_late: (await late(ens)).totalCount,
    });
    // What this process emailed itself, it has timed itself.
    expect(gauges.handoff_submitted_to_emailed_seconds_count).toBe(2);
  });

  it('[B1] is of an organization’s own referrals, for those who do not administer the network', async () => {
    expect(await lastDay(north)).toEqual(await lastDay(ens));
    expect(await lastDay(await api.as('south.manager'))).toMatchObject({ submitted: 0, shareInTime: null });
  });

  it('[B1] counts nothing for a service account that sees no cases', async () => {
    const { organizationId } = await api.database.staff.findUniqueOrThrow({
      where: { username: 'north.manager' },
    });
    await api.database.staff.create({
      data: {
        ...{ organizationId, username: 'north.news', givenName: '', familyName: 'News' },
        ...{ email: 'news@north.example', roles: ['INTEGRATION'], scopes: ['SUBSCRIBE'] },
      },
    });
    expect(await lastDay(await api.as('north.news'))).toMatchObject({ submitted: 0, openAndLate: 0 });
  });

  it('[B1] is refused for a period that ends before it begins', async () => {
    const { errors } = await north.ask(levelQuery, { from: ago(0), to: ago(10) });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });
});

describe('the referrals that are open and late', () => {
  it('[R20] [B1] are listed oldest first, each with how late it is', async () => {
    const { totalCount, nodes } = await late(ens);
    expect(totalCount).toBe(3);
    expect(nodes.map(({ id }) => id)).toEqual([longAgo, oldest, younger]);
    expect(nodes.map(({ secondsLate }) => Math.round(secondsLate / 60))).toEqual([3 * 24 * 60 - 15, 75, 5]);
    expect(nodes.every(({ status }) => status === 'SUBMITTED')).toBe(true);
  });

  it('[B1] of a period are as many as the service level counts', async () => {
    const period = { from: new Date(Date.now() - day), to: new Date() };
    const { totalCount, nodes } = await late(ens, period);
    expect(nodes.map(({ id }) => id)).toEqual([oldest, younger]);
    expect(totalCount).toBe((await lastDay(ens)).openAndLate);
  });

  it('[B1] are shown to those who sent them, and to nobody else but Employment Nova Scotia', async () => {
    expect(await late(north)).toMatchObject({ totalCount: 3 });
    expect(await late(await api.as('south.manager'))).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('[B1] come by the page', async () => {
    const first = await late(ens, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await late(ens, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual([longAgo, oldest, younger]);
  });
});

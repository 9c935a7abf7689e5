import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';

const number = '50244764';
const count = 120;

type Page = {
  totalCount: number;
  nodes: { id: string; contactName: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
};

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  const { id, organizationId, caseManagerId } = await api.database.case.findUniqueOrThrow({
    where: { number },
  });
  const add = (place: number) => ({
    caseId: id,
    type: 'INFORMATIONAL_OUTSIDE' as const,
    sendingOrganizationId: organizationId,
    createdById: caseManagerId,
    contactName: String(place),
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, place)),
  });
  await api.database.referral.createMany({ data: Array.from({ length: count }, (_, place) => add(place)) });
});
afterAll(async () => await api.stop());

async function referrals(args: string) {
  const answer = await north.ask(`{ case(number: "${number}") { referrals${args} {
    totalCount nodes { id contactName } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  } } }`);
  return {
    errors: answer.errors,
    page: (answer.data as { case: { referrals: Page } | null } | undefined)?.case?.referrals,
  };
}

const names = (page: Page | undefined) => page?.nodes.map(({ contactName }) => Number(contactName));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

describe('a list', () => {
  it('gives 25 rows where nothing is said, and tells how many there are', async () => {
    const { page } = await referrals('');
    expect(names(page)).toEqual(range(0, 25));
    expect(page).toMatchObject({
      totalCount: count,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
  });

  it('gives 100 rows at the most', async () => {
    const { page } = await referrals('(first: 100)');
    expect(names(page)).toEqual(range(0, 100));
    expect(page).toMatchObject({ totalCount: count, pageInfo: { hasNextPage: true } });
  });

  it('can be read on from a cursor, forwards and backwards, each row once', async () => {
    const seen: number[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { page } = await referrals(`(first: 50${after})`);
      seen.push(...(names(page) ?? []));
      more = page?.pageInfo.hasNextPage ?? false;
      after = `, after: "${page?.pageInfo.endCursor}"`;
      expect(page?.edges.at(-1)?.cursor).toBe(page?.pageInfo.endCursor);
    }
    expect(seen).toEqual(range(0, count));
    const { page: last } = await referrals('(last: 10)');
    const { page: before } = await referrals(`(last: 10, before: "${last?.pageInfo.startCursor}")`);
    expect(names(before)).toEqual(range(count - 20, count - 10));
  });

  it.each([
    ['(first: -1)', 'BAD_PAGE'],
    ['(last: -1)', 'BAD_PAGE'],
    ['(first: 0)', 'BAD_PAGE'],
    ['(first: 101)', 'BAD_PAGE'],
    ['(last: 100000)', 'BAD_PAGE'],
    ['(first: 5, last: 5)', 'BAD_PAGE'],
    ['(first: 5, after: "junk")', 'BAD_CURSOR'],
    ['(first: 5, after: "")', 'BAD_CURSOR'],
    [`(first: 5, after: "${btoa("GPC:S:' OR 1=1")}")`, 'BAD_CURSOR'],
  ])('refuses %s with a reason, not with an unexpected error', async (args, code) => {
    const { errors } = await referrals(args);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).not.toContain('Unexpected error');
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });

  it('refuses a forged cursor in a variable, too', async () => {
    const document = 'query ($after: String) { cases(after: $after) { totalCount } }';
    const { errors } = await north.ask(document, { after: btoa('GPC:S:1') });
    expect(errors?.[0]?.message).toContain('start again from the first page');
  });
});

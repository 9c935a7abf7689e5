import { randomUUID } from 'node:crypto';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../src/graphql/list-cursors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type RawAnswer, startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { makeTasks } from '../support/own-tasks.ts';
import { draft, refer, transfer } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  await makeTasks(api.database, 'north.manager', 3);
  await api.database.homepageTask.updateMany({ data: { dueOn: new Date() } });
});
afterAll(async () => await api.stop());

/** What a list answers to these arguments, at the end of the fields that lead to it. */
async function page(visitor: Visitor, path: string, args = ''): Promise<RawAnswer> {
  const fields = path.split(' ');
  const list = `${fields.at(-1)}(${args || 'first: 2'}) { edges { cursor } pageInfo { endCursor hasNextPage } }`;
  const before = fields.slice(0, -1).map((field) => `${field} { `);
  return await visitor.ask(`{ ${before.join('')} ${list} ${before.map(() => '}').join('')} }`);
}

/** All cursors in an answer. */
function cursorsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' && /cursor$/i.test(name) ? [value] : cursorsIn(value),
  );
}

async function firstCursor(visitor: Visitor, path: string, args = 'first: 1'): Promise<string> {
  const [cursor] = cursorsIn((await page(visitor, path, args)).data);
  if (cursor === undefined) throw new Error(`${path} is empty`);
  return cursor;
}

const refused = {
  errors: [
    {
      message: expect.stringContaining('start again from the first page'),
      extensions: { code: 'BAD_CURSOR' },
    },
  ],
};
const from = (cursor: string, more = '') => `after: "${cursor}" ${more}`;
const ofPeople = { pages: 'QueryPeopleConnection', order: null };

describe('a cursor', () => {
  it('[R28] [R37] is taken by the list that gave it alone', async () => {
    const lists = [
      'cases',
      'people',
      'homepageTasks',
      'organizations',
      'programs',
      'viewer organization staff',
    ];
    const cursors = await Promise.all(lists.map((list) => firstCursor(north, list)));
    for (const [place, list] of lists.entries()) {
      for (const [other, cursor] of cursors.entries()) {
        const answer = await page(north, list, from(cursor));
        if (other === place) expect(answer.errors).toBeUndefined();
        else expect(answer).toMatchObject({ ...refused, status: 400 });
      }
    }
  });

  it('[R37] is taken in the order that gave it alone', async () => {
    const [byName, byNameBack] = ['ASC', 'DESC'].map(
      (way) => `orderBy: { column: MESSAGE, direction: ${way} }`,
    );
    const cursor = await firstCursor(north, 'homepageTasks', `first: 1, ${byName}`);
    expect((await page(north, 'homepageTasks', from(cursor, byName))).errors).toBeUndefined();
    for (const order of ['', byNameBack])
      expect(await page(north, 'homepageTasks', from(cursor, order))).toMatchObject(refused);
  });

  it('[R3] of a list of one record is none of the same list of another', async () => {
    await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    await draft(north, { number: '79778074', type: 'INFORMATIONAL_OUTSIDE' });
    const cursor = await firstCursor(north, `case(number:"${number}") referrals`);
    const other = `case(number:"79778074") referrals`;
    expect(await page(north, other, from(cursor))).toMatchObject(refused);
    expect(await page(north, other, `before: "${cursor}"`)).toMatchObject(refused);
  });

  it('[R18] whose record is gone is refused: what comes after it would leave one out', async () => {
    const list = 'case(number:"70191001") referrals';
    const { referralId } = await draft(north, { number: '70191001', type: 'INFORMATIONAL_OUTSIDE' });
    const cursor = await firstCursor(north, list, 'last: 1');
    await draft(north, { number: '70191001', type: 'INFORMATIONAL_OUTSIDE' });
    expect((await page(north, list, from(cursor))).errors).toBeUndefined();
    await north.ask(
      `mutation { cancelReferral(input: { referralId: "${referralId}", confirm: true }) { __typename } }`,
    );
    expect(await page(north, list, from(cursor))).toMatchObject(refused);
  });

  it('[R28] that is made up says nothing of where a client stands whom one cannot see', async () => {
    const south = await api.as('south.manager');
    const { personId } = await api.database.case.findUniqueOrThrow({ where: { number } });
    expect((await south.ask(`{ node(id: "${globalId('Person', personId)}") { id } }`)).data).toEqual({
      node: null,
    });
    for (const end of ['after', 'before']) {
      const answers = [personId, randomUUID()].map((id) =>
        page(south, 'people', `${end}: "${encodeCursor(ofPeople, [id])}"`),
      );
      const [hidden, nobody] = await Promise.all(answers);
      expect(hidden).toMatchObject(refused);
      expect(hidden?.errors).toEqual(nobody?.errors);
    }
  });

  it('[R32] of a case is refused from the transfer on', async () => {
    const gone = '79778074';
    const { caseId } = await refer(north, { number: gone, type: 'CASE_TRANSFER' });
    const list = (args: string) => north.ask(`{ cases(${args}) { edges { cursor node { number } } } }`);
    const cursor = cursorsIn((await list(`search: "${gone}"`)).data)[0] ?? '';
    expect((await list(`after: "${cursor}"`)).errors).toBeUndefined();
    await transfer(await api.as('south.manager'), caseId);
    expect(await list(`after: "${cursor}"`)).toMatchObject(refused);
    expect(await list(`before: "${cursor}"`)).toMatchObject(refused);
  });

  it('[D14] of what others did is no place to read the audit trail on from', async () => {
    const valley = await api.as('valley.admin');
    const { id: actorId } = await api.database.staff.findUniqueOrThrow({
      where: { username: 'north.manager' },
    });
    const theirs = await api.database.auditEvent.findFirst({ where: { actorId } });
    const cursor = encodeCursor({ pages: 'QueryAuditTrailConnection', order: null }, [theirs?.id ?? '']);
    expect(await page(await api.as('auditor'), 'auditTrail', from(cursor))).not.toHaveProperty('errors');
    for (const end of ['after', 'before'])
      expect(await page(valley, 'auditTrail', `${end}: "${cursor}"`)).toMatchObject(refused);
  });
});

describe('whatever a cursor is sent as', () => {
  it.each(['"junk"', '""', `"${btoa('GPC:S:1')}"`])(
    '%s is refused where a variable only defaults to it',
    async (junk) => {
      const document = `query ($after: String = ${junk}) { cases(after: $after) { totalCount } }`;
      expect(await north.ask(document)).toMatchObject({ ...refused, status: 400 });
    },
  );

  it('none that is altered is taken', async () => {
    const cursor = await firstCursor(north, 'people');
    for (let place = 0; place < cursor.length; place++) {
      const letter = cursor[place] === 'A' ? 'B' : 'A';
      const altered = cursor.slice(0, place) + letter + cursor.slice(place + 1);
      expect(await page(north, 'people', from(altered))).toMatchObject(refused);
    }
    for (const altered of [cursor.slice(4), `${cursor}AAAA`, `${cursor}=`, ` ${cursor}`])
      expect(await page(north, 'people', from(altered))).toMatchObject(refused);
  });

  it('one of two ids where a record has one is refused', async () => {
    const cursor = encodeCursor(ofPeople, [randomUUID(), randomUUID()]);
    expect(await page(north, 'people', from(cursor))).toMatchObject(refused);
  });

  it('a mutation with one that no list gave changes nothing', async () => {
    const { id } = await api.database.case.findUniqueOrThrow({ where: { number } });
    const count = () => api.database.referral.count();
    const before = await count();
    const answer = await north.ask(
      `mutation { addReferral(input: { caseId: "${globalId('Case', id)}", type: CASE_TRANSFER }) {
        ... on AddReferralSuccess { referral { notes(after: "junk") { totalCount } } } } }`,
    );
    expect(answer).toMatchObject(refused);
    expect(await count()).toBe(before);
  });
});

it('[R37] a page after a cursor takes as many statements as the first', async () => {
  for (const list of ['cases', 'people', 'homepageTasks']) {
    const cursor = await firstCursor(north, list);
    const statements = async (args: string) => {
      api.statements.length = 0;
      await page(north, list, args);
      return api.statements.length;
    };
    expect(await statements(from(cursor))).toBe(await statements('first: 2'));
  }
});

it('[R28] cursors hold ids and a sum, and nothing of what lists are sorted by', async () => {
  const lists = [
    'cases',
    'people',
    'organizations',
    'programs',
    'viewer organization staff',
    'homepageTasks',
  ];
  for (const list of lists) {
    const cursors = cursorsIn((await page(north, list)).data);
    expect(cursors.length).toBeGreaterThan(0);
    for (const cursor of cursors) expect(Buffer.from(cursor, 'base64url')).toHaveLength(24);
  }
});

it('no two lists have the same type of page, which is what cursors know a list by', () => {
  const declared = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ args }) => args.some(({ name }) => name === 'first'))
          .map((field) => ({ field: field.name, pages: getNamedType(field.type).name }))
      : [],
  );
  expect(declared.length).toBeGreaterThan(30);
  const fields = new Map<string, Set<string>>();
  for (const { field, pages } of declared) fields.set(pages, (fields.get(pages) ?? new Set()).add(field));
  for (const [pages, names] of fields) expect([...names], pages).toHaveLength(1);
});

it('a page after a cursor costs what the first costs', async () => {
  for (const list of ['cases', `case(number:"${number}") referrals`]) {
    const cost = async (args: string) => {
      const { extensions } = (await page(north, list, args)) as {
        extensions?: { cost?: { complexity: number } };
      };
      return extensions?.cost?.complexity;
    };
    const first = await cost('first: 2');
    expect(first).toBeGreaterThan(0);
    expect(await cost(from(await firstCursor(north, list), 'first: 2'))).toBe(first);
  }
});

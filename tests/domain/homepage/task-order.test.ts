import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { TaskColumn, TaskOrder } from '../../../src/domain/homepage/task-order.ts';
import { HomepageTaskType, TaskPriority } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { type Look, listed, shown } from '../../support/homepage.ts';
import { buildHouse, type House } from '../../support/house.ts';

let house: House;
let north: Actor;

/** Of whom the tasks are, by case: of three clients North may see, of two that have gone to South. */
const clients = ['Zwicker', 'Álvarez', "O'Brien", 'Aaron', 'Zzyzx'];

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  const { id: aboutOrganizationId } = await house.organizationOf('south.manager');
  const cases: string[] = [];
  for (const [index, familyName] of clients.entries()) {
    const username = index < 3 ? 'north.manager' : 'south.manager';
    cases.push((await openCase(house, username, { familyName })).id);
  }
  const types = Object.values(HomepageTaskType).filter((type) => !type.startsWith('CASELOAD'));
  const { staffId: assigneeId, organizationId } = north;
  const creators = [assigneeId, (await house.actor('south.admin')).staffId];
  await house.database.homepageTask.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      ...{ assigneeId, organizationId, caseId: cases[index % 5] ?? '' },
      type: types[index % types.length] ?? 'CASE_RECEIVED',
      priority: Object.values(TaskPriority)[index % 3] ?? 'NORMAL',
      // Some about nobody else: their Org/Player is empty where the client may not be seen.
      aboutOrganizationId: index % 4 === 0 ? null : aboutOrganizationId,
      createdById: creators[index % 2] ?? assigneeId,
      dueOn: new Date(Date.UTC(2026, 0, 1 + (index % 7))),
      createdAt: new Date(Date.UTC(2026, 0, 1, index % 9)),
      ...(index % 5 === 0 ? { completedAt: new Date(Date.UTC(2026, 1, 1 + (index % 3))) } : {}),
    })),
  });
});
afterAll(async () => await house.stop());

const columns: TaskColumn[] = [
  ...(['PRIORITY', 'TYPE', 'CASE_NUMBER', 'ORG_OR_PLAYER', 'PROGRAM'] as const),
  ...(['CREATED_BY', 'DUE_DATE', 'MESSAGE', 'CREATED_AT', 'COMPLETED_AT'] as const),
];
const orders: TaskOrder[] = columns.flatMap((column) => [
  { column, direction: 'ASC' },
  { column, direction: 'DESC' },
]);
const everything = { filter: { state: 'ALL' } } satisfies Look;

describe.each(orders)('by $column $direction', (order) => {
  it('[R36] [R37] pages of any size lose nothing and double nothing, forwards and backwards', async () => {
    const all = await listed(house, north, { ...everything, order });
    expect(new Set(all).size).toBe(60);
    // The cursor's own task begins or ends the page.
    const beyond = async (cursor: string | null, take: number) => {
      const page = await listed(house, north, { ...everything, order, page: { cursor, take } });
      return page.filter((id) => id !== cursor);
    };
    for (const size of [7, 25]) {
      const forward: string[] = [];
      const backward: string[] = [];
      for (let at: string | null = null; ; ) {
        const page = await beyond(at, size);
        if (page.length === 0) break;
        forward.push(...page);
        at = page.at(-1) ?? null;
      }
      for (let at: string | null = null; ; ) {
        const page = await beyond(at, -size);
        if (page.length === 0) break;
        backward.unshift(...page);
        at = page[0] ?? null;
      }
      expect(forward).toEqual(all);
      expect(backward).toEqual(all);
    }
  });

  it('[R36] what is empty comes last', async () => {
    const key = { CASE_NUMBER: 'caseNumber', ORG_OR_PLAYER: 'orgOrPlayer', PROGRAM: 'program' } as const;
    if (!(order.column in key)) return;
    const rows = await shown(house, north, { ...everything, order });
    const values = rows.map((row) => row[key[order.column as keyof typeof key]]);
    const firstEmpty = values.indexOf(null);
    if (firstEmpty >= 0) expect(values.slice(firstEmpty).every((value) => value === null)).toBe(true);
  });
});

it('[R32] [R36] Org/Player is sorted by what it shows: where a client stands that may not be seen tells nothing', async () => {
  const order = { column: 'ORG_OR_PLAYER', direction: 'ASC' } as const;
  const rows = await shown(house, north, { ...everything, order });
  const organization = 'South Shore Works Association';
  const seen = [...new Set(rows.map(({ orgOrPlayer }) => orgOrPlayer))];
  expect(seen).toEqual(['Álvarez, Wynn', "O'Brien, Wynn", organization, 'Zwicker, Wynn', null]);
  // Among themselves, tasks about Aaron and about Zzyzx stand as their due dates and ids do.
  const hidden = rows.filter(({ orgOrPlayer }) => orgOrPlayer === organization).map(({ id }) => id);
  const byDate = await listed(house, north, everything);
  expect(hidden).toEqual(byDate.filter((id) => hidden.includes(id)));
});

it('[R36] priority is sorted by weight, from low to high', async () => {
  const order = { column: 'PRIORITY', direction: 'DESC' } as const;
  const labels = (await shown(house, north, { ...everything, order })).map((row) => row.priorityLabel);
  expect([...new Set(labels)]).toEqual(['High', 'Normal', 'Low']);
});

it('[R37] [R38] a page goes on from its cursor, though that has been dealt with meanwhile', async () => {
  const before = await listed(house, north);
  const cursor = before[4] ?? '';
  await house.database.homepageTask.update({ where: { id: cursor }, data: { completedAt: new Date() } });
  expect(await listed(house, north, { page: { cursor, take: 3 } })).toEqual(before.slice(4, 7));
  expect(await listed(house, north, { page: { cursor, take: -3 } })).toEqual(before.slice(2, 5));
  await house.database.homepageTask.update({ where: { id: cursor }, data: { completedAt: null } });
});

it('[R38] somebody else’s task is no place to go on from', async () => {
  const south = await house.actor('south.manager');
  const [cursor = ''] = await listed(house, north);
  expect(await listed(house, south, { page: { cursor, take: 10 } })).toEqual([]);
});

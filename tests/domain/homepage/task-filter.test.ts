import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { findOpenTasks, type TaskFilter } from '../../../src/domain/homepage/find-open-tasks.ts';
import { type DueWindow, dueWithin } from '../../../src/domain/homepage/task-filter.ts';
import { addDays, isoDay, programDay } from '../../../src/domain/program-day.ts';
import type { Case } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let rosa: Case;

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.admin');
  rosa = await house.caseOf('north.manager');
});
afterAll(async () => await house.stop());

describe('due', () => {
  /** Of tasks due on each of these days, those that show on a day. */
  async function shown(window: DueWindow, day: string, dueOn: string[]): Promise<string[]> {
    await house.database.homepageTask.deleteMany();
    const { staffId: assigneeId, organizationId } = north;
    await house.database.homepageTask.createMany({
      data: dueOn.map((due) => ({
        ...{ assigneeId, organizationId, createdById: assigneeId, caseId: rosa.id },
        type: 'CASE_RECEIVED',
        dueOn: new Date(due),
      })),
    });
    const tasks = await house.database.homepageTask.findMany({
      where: dueWithin(window, new Date(day)),
      orderBy: { dueOn: 'asc' },
    });
    return tasks.map((task) => isoDay(task.dueOn));
  }

  it.each([
    ['2026-05-10', '2026-06-10'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-01-28', '2026-02-28'],
    ['2026-03-31', '2026-04-30'],
    ['2026-02-28', '2026-03-28'],
    ['2026-12-31', '2027-01-31'],
    ['2026-11-30', '2026-12-30'],
  ])('[R37] all overdue + 1 month on %s goes up to %s', async (day, last) => {
    const after = isoDay(addDays(new Date(last), 1));
    const due = ['2020-01-01', isoDay(addDays(new Date(day), -1)), day, last, after];
    expect(await shown('ALL_OVERDUE_AND_ONE_MONTH', day, due)).toEqual(due.slice(0, 4));
  });

  it('[R37] all overdue ends yesterday, + 1 week seven days from now; all has no end', async () => {
    const due = ['2020-01-01', '2026-12-27', '2026-12-28', '2027-01-04', '2027-01-05', '2030-01-01'];
    expect(await shown('ALL_OVERDUE', '2026-12-28', due)).toEqual(due.slice(0, 2));
    expect(await shown('ALL_OVERDUE_AND_ONE_WEEK', '2026-12-28', due)).toEqual(due.slice(0, 4));
    expect(await shown('ALL', '2026-12-28', due)).toEqual(due);
  });
});

describe('program and free text', () => {
  let receivedId: string;
  let given: Case;

  beforeAll(async () => {
    await house.database.homepageTask.deleteMany();
    given = await openCase(house, 'north.manager', { givenName: 'Zélie', familyName: "D'Aubigné-Roux" });
    await submitted(house, north, { caseId: given.id, type: 'CASE_TRANSFER' });
    receivedId = (await house.actor('south.manager')).staffId;
    await transfer(house, south, given.id, { caseManagerId: receivedId });
  });

  const moment = () => ({ now: new Date(), day: programDay(new Date(), house.platform.timeZone) });
  const found = async (actor: Actor, filter: Partial<TaskFilter>) =>
    await house.database.homepageTask.count({
      where: await findOpenTasks(actor, house.database, moment(), { due: 'ALL', ...filter }),
    });

  it('[R37] finds the new case manager’s task by Case ID, client, program, creator and other organization', async () => {
    const manager = await house.actor('south.manager');
    const searches = [
      '',
      given.number,
      given.number.slice(0, 4),
      'aubigne',
      'ROUX zelie',
      "d'aub",
      'LSI-ENS',
    ];
    for (const search of [...searches, 'south.admin', 'north shore', 'Employment Services', 'zelie lsi']) {
      expect(await found(manager, { search }), search).toBe(1);
    }
    for (const search of ['rosa', 'YOUTH', 'valley', 'zelie valley', given.number.slice(1), '%', '_']) {
      expect(await found(manager, { search }), search).toBe(0);
    }
  });

  it('[R32][R37] finds the previous case manager’s task by what may still be seen, not by the client or the program', async () => {
    for (const search of [given.number, 'south shore', 'south.admin']) {
      expect(await found(north, { search }), search).toBe(1);
    }
    for (const search of ['aubigne', 'zelie', 'LSI-ENS', 'lsi', `${given.number} zelie`]) {
      expect(await found(north, { search }), search).toBe(0);
    }
  });

  it('[R37] a program filters, for those who see the case; without one all programs show', async () => {
    const manager = await house.actor('south.manager');
    expect(await found(manager, { program: 'LSI-ENS' })).toBe(1);
    expect(await found(manager, { program: 'YOUTH' })).toBe(0);
    expect(await found(manager, { program: null })).toBe(1);
    expect(await found(north, { program: 'LSI-ENS' })).toBe(0);
    expect(await found(north, {})).toBe(1);
  });

  it('[R37][R38] what is completed does not show', async () => {
    await house.database.homepageTask.updateMany({ data: { completedAt: new Date() } });
    expect(await found(north, {})).toBe(0);
    await house.database.homepageTask.updateMany({ data: { completedAt: null } });
  });

  it('[R38] finds nobody else’s tasks', async () => {
    for (const username of ['south.manager2', 'valley.admin', 'north.manager2', 'north.admin', 'ens.admin']) {
      expect(await found(await house.actor(username), {}), username).toBe(0);
    }
  });
});

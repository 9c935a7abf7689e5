import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, findActor, presentActor } from '../../../src/domain/actor.ts';
import { ownTasks } from '../../../src/domain/homepage/access.ts';
import { presentTask } from '../../../src/domain/homepage/present-task.ts';
import type { TaskViewer } from '../../../src/domain/homepage/shown-rows.ts';
import { findShownTasks, presentShownTask } from '../../../src/domain/homepage/shown-tasks.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let actors: Actor[];
let taskIds: string[];

beforeAll(async () => {
  house = await buildHouse();
  const north = await house.actor('north.manager');
  const given = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: given.id, type: 'CASE_TRANSFER' });
  await transfer(house, await house.actor('south.admin'), given.id, {
    caseManagerId: (await house.actor('south.manager')).staffId,
  });
  const waiting = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: waiting.id, type: 'CASE_TRANSFER' });
  const staff = await house.database.staff.findMany({ orderBy: { username: 'asc' } });
  const found = await Promise.all(staff.map(({ id }) => findActor(house.database, { id })));
  actors = found.filter((actor) => actor !== null);
  // To everybody a task about each case, so that organizations which see all of it, a summary or nothing are among them.
  for (const caseId of [given.id, waiting.id]) {
    await house.database.homepageTask.createMany({
      data: actors.map(({ staffId, organizationId }) => ({
        ...{ assigneeId: staffId, organizationId, caseId, createdById: north.staffId },
        type: 'CASE_TRANSFERRED' as const,
        dueOn: new Date('2030-01-01'),
      })),
    });
  }
  const tasks = await house.database.homepageTask.findMany({ orderBy: { id: 'asc' } });
  taskIds = tasks.map(({ id }) => id);
});
afterAll(async () => await house.stop());

/** Every viewer with every task, their own or not. */
const everyPair = () => actors.flatMap((actor) => taskIds.map((taskId) => ({ actor, taskId })));

function viewerOf(actor: Actor, language: 'EN' | 'FR'): TaskViewer {
  const now = house.platform.now();
  const { timeZone } = house.platform;
  return { actor, language, timeZone, moment: { now, day: programDay(now, timeZone) } };
}

it('[B5] a task that many ask for at once is there for exactly those whose own it is', async () => {
  const pairs = everyPair();
  const together = await Promise.all(pairs.map((pair) => presentTask(house.database, pair)));
  const one = async ({ actor, taskId }: (typeof pairs)[number]) =>
    await house.database.homepageTask.findFirst({ where: { id: taskId, ...ownTasks(actor) } });
  for (const [place, pair] of pairs.entries()) expect(together[place]).toEqual(await one(pair));
  expect(together.filter((task) => task !== null)).toHaveLength(taskIds.length);
});

it('[B5] one who has moved to another organization has lost the tasks of the one before, whoever asks with them', async () => {
  const [taskId = ''] = taskIds;
  const { assigneeId } = await house.database.homepageTask.findUniqueOrThrow({ where: { id: taskId } });
  const actor = actors.find(({ staffId }) => staffId === assigneeId);
  const elsewhere = actors.find(({ organizationId }) => organizationId !== actor?.organizationId);
  if (actor === undefined || elsewhere === undefined) throw new Error('the house has too few people');
  const moved = { ...actor, organizationId: elsewhere.organizationId };
  const [before, after] = await Promise.all([
    presentTask(house.database, { actor, taskId }),
    presentTask(house.database, { actor: moved, taskId }),
  ]);
  expect(before?.id).toBe(taskId);
  expect(after).toBeNull();
});

it('[R32] [R36] tasks that are shown to many at once show each what they would be shown alone, in their language', async () => {
  const pairs = everyPair().flatMap(({ actor, taskId }) =>
    (['EN', 'FR'] as const).map((language) => ({ viewer: viewerOf(actor, language), taskId })),
  );
  const together = await Promise.all(pairs.map((pair) => presentShownTask(house.database, pair)));
  const clients = new Set<boolean>();
  for (const language of ['EN', 'FR'] as const)
    for (const actor of actors) {
      const alone = await findShownTasks(viewerOf(actor, language), house.database, taskIds);
      const byId = new Map(alone.map((task) => [task.id, task]));
      for (const [place, { viewer, taskId }] of pairs.entries()) {
        if (viewer.actor !== actor || viewer.language !== language) continue;
        expect(together[place]).toEqual(byId.get(taskId) ?? null);
        if (together[place]) clients.add(together[place].seesClient);
      }
    }
  // It means something only where some may see the client and some may not.
  expect(clients.size).toBe(2);
});

it('[B5] staff who are looked up at once are who they are by themselves, and those shut out are not found', async () => {
  const [disabled, closed] = actors;
  const other = actors.find(({ organizationId }) => organizationId !== disabled?.organizationId) ?? closed;
  await house.database.staff.update({
    where: { id: disabled?.staffId ?? '' },
    data: { disabledAt: new Date() },
  });
  await house.database.organization.update({
    where: { id: other?.organizationId ?? '' },
    data: { closedAt: new Date() },
  });
  const ids = [...actors, ...actors].map(({ staffId }) => staffId);
  const together = await Promise.all(ids.map((id) => presentActor(house.database, id)));
  for (const [place, id] of ids.entries())
    expect(together[place]).toEqual(await findActor(house.database, { id }));
  expect(together).toContain(null);
});

import { visibleCases, wholeCases } from '../../../src/domain/cases/access.ts';
import { findCases, findPeople } from '../../../src/domain/cases/case-search.ts';
import { listTasks } from '../../../src/domain/homepage/list-tasks.ts';
import { byDueDate } from '../../../src/domain/homepage/task-order.ts';
import { visiblePeople } from '../../../src/domain/people/access.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { visibleReferrals } from '../../../src/domain/referrals/access.ts';
import { pendingTransfers } from '../../../src/domain/referrals/pending-transfers.ts';
import { keptReceipts } from '../../../src/domain/transfers/access.ts';
import type { Sight, Viewer } from './model.ts';
import { actorOf, familyName, type World } from './world.ts';

/** What a viewer sees of a world, by the access clauses that all reads go through. */
export async function realSight(world: World, viewer: Viewer): Promise<Sight> {
  const { database } = world.house;
  const { actor, moment, ofWorld } = look(world, viewer);
  const select = { id: true };
  const ofCases = { caseId: ofWorld.id };
  const [people, cases, wholes, referrals, asked, asking, receipts] = await Promise.all([
    database.person.findMany({
      where: { id: { in: world.people }, AND: [visiblePeople(actor, moment)] },
      select,
    }),
    database.case.findMany({ where: { ...ofWorld, AND: [visibleCases(actor, moment)] }, select }),
    database.case.findMany({ where: { ...ofWorld, AND: [wholeCases(actor)] }, select }),
    database.referral.findMany({ where: { ...ofCases, AND: [visibleReferrals(actor)] }, select }),
    database.referralAccess.findMany({
      where: { ...ofCases, AND: [pendingTransfers(actor, moment, 'RECEIVED')] },
    }),
    database.referralAccess.findMany({
      where: { ...ofCases, AND: [pendingTransfers(actor, moment, 'SENT')] },
    }),
    database.caseTransfer.findMany({ where: { ...ofCases, AND: [keptReceipts(actor)] } }),
  ]);
  const id = (row: { id: string }) => row.id;
  const referralId = (row: { referralId: string }) => row.referralId;
  return {
    people: placesOf(people.map(id), world.people),
    cases: placesOf(cases.map(id), world.cases),
    wholeCases: placesOf(wholes.map(id), world.cases),
    referrals: placesOf(referrals.map(id), world.referrals),
    asked: placesOf(asked.map(referralId), world.referrals),
    asking: placesOf(asking.map(referralId), world.referrals),
    receipts: placesOf(
      receipts.map(({ caseId }) => caseId),
      world.cases,
    ),
  };
}

/** What a viewer finds by the client's name: people and cases; and the cases of the viewer's tasks, of all and of those found by it. */
export async function foundByName(
  world: World,
  viewer: Viewer,
): Promise<{ people: number[]; cases: number[]; tasks: number[]; namedTasks: number[] }> {
  const { database } = world.house;
  const { actor, moment, ofWorld } = look(world, viewer);
  const people = await database.person.findMany({
    where: { id: { in: world.people }, AND: [await findPeople(actor, database, moment, familyName)] },
  });
  const cases = await database.case.findMany({
    where: { ...ofWorld, AND: [await findCases(actor, database, moment, familyName)] },
  });
  const tasksOf = async (search: string) => {
    const page = { cursor: null, take: 1000 };
    const filter = { state: 'OPEN', due: 'ALL', search } as const;
    const { timeZone } = world.house.platform;
    const shownTo = { actor, moment, language: 'EN', timeZone } as const;
    const { tasks } = await listTasks(shownTo, database, { filter, order: byDueDate, page });
    const ids = tasks.map(({ id }) => id);
    return await database.homepageTask.findMany({ where: { id: { in: ids }, caseId: ofWorld.id } });
  };
  const casesOf = (tasks: { caseId: string | null }[]) =>
    placesOf(
      tasks.map(({ caseId }) => caseId ?? ''),
      world.cases,
    );
  return {
    people: placesOf(
      people.map(({ id }) => id),
      world.people,
    ),
    cases: placesOf(
      cases.map(({ id }) => id),
      world.cases,
    ),
    tasks: casesOf(await tasksOf('')),
    namedTasks: casesOf(await tasksOf(familyName)),
  };
}

function look(world: World, viewer: Viewer) {
  const { platform } = world.house;
  const now = platform.now();
  const moment = { now, day: programDay(now, platform.timeZone) };
  return { actor: actorOf(world, viewer), moment, ofWorld: { id: { in: world.cases } } };
}

/** An id that is not of the world gets -1. */
function placesOf(ids: string[], all: readonly string[]): number[] {
  return ids.map((id) => all.indexOf(id)).sort((one, other) => one - other);
}

import { type Actor, anyoneAt } from '../../src/domain/actor.ts';
import { visibleCases, wholeCases } from '../../src/domain/cases/access.ts';
import { accessOn } from '../../src/domain/oversight/access-on.ts';
import { visiblePeople } from '../../src/domain/people/access.ts';
import { programDay } from '../../src/domain/program-day.ts';
import type { House } from './house.ts';

/** What the people of organizations see of one client, by the organization's name: `person`, or what of which case. */
export type Sights = Record<string, string[]>;

/** What {@link accessOn} says that organizations see of a client at this moment (B10). */
export async function sightsByRecords(house: House, auditor: Actor, personId: string): Promise<Sights> {
  const now = house.platform.now();
  const { entries } = await accessOn(auditor, house.platform, {
    personId,
    date: programDay(now, house.platform.timeZone),
  });
  const names = await organizationNames(house);
  const sights: Sights = {};
  for (const { organizationId, relation, caseNumber, things, from, until } of entries) {
    if (relation === 'NETWORK_ADMINISTRATOR' || from > now || until <= now) continue;
    const seen = [
      ...(things.includes('personRecord') ? ['person'] : []),
      ...(things.includes('caseSummary') ? [`summary ${caseNumber}`] : []),
      ...(things.includes('case') ? [`case ${caseNumber}`] : []),
    ];
    const name = names.get(organizationId) ?? '';
    sights[name] = [...new Set([...(sights[name] ?? []), ...seen])].toSorted();
  }
  return sights;
}

/** What the clauses of every read let organizations see of a client at this moment; nobody signs in at one that is closed. */
export async function sightsByReads(house: House, personId: string): Promise<Sights> {
  const { database, timeZone } = house.platform;
  const now = house.platform.now();
  const moment = { now, day: programDay(now, timeZone) };
  const sights: Sights = {};
  for (const { id, name } of await database.organization.findMany({ where: { closedAt: null } })) {
    const anyone = anyoneAt(id);
    const numbers = async (where: object) =>
      (await database.case.findMany({ where: { AND: [{ personId }, where] } })).map(({ number }) => number);
    const person = await database.person.count({
      where: { AND: [{ id: personId }, visiblePeople(anyone, moment)] },
    });
    const seen = [
      ...(person > 0 ? ['person'] : []),
      ...(await numbers(visibleCases(anyone, moment))).map((number) => `summary ${number}`),
      ...(await numbers(wholeCases(anyone))).map((number) => `case ${number}`),
    ];
    if (seen.length > 0) sights[name] = seen.toSorted();
  }
  return sights;
}

async function organizationNames(house: House): Promise<Map<string, string>> {
  const organizations = await house.database.organization.findMany({ select: { id: true, name: true } });
  return new Map(organizations.map(({ id, name }) => [id, name]));
}

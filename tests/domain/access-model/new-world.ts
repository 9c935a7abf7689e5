import type { Actor } from '../../../src/domain/actor.ts';
import type { House } from '../../support/house.ts';
import { type MadeOrganization, makeOrganization } from '../../support/organizations.ts';
import { at, DAY, type Model, type Viewer } from './model.ts';
import { counts } from './moves.ts';
import { changeAgreement, familyName, type World } from './world.ts';

/** What all worlds of a run share: the organizations and who acts for each. */
export type Stage = { house: House; organizations: MadeOrganization[]; actors: Map<Viewer, Actor> };

/** Makes the organizations, each with one case manager. */
export async function setStage(house: House): Promise<Stage> {
  const organizations: MadeOrganization[] = [];
  const actors = new Map<Viewer, Actor>();
  for (let place = 0; place < counts.organizations; place += 1) {
    const made = await makeOrganization(house.database, `place${place}`);
    organizations.push(made);
    actors.set(place, await house.actor(made.username));
  }
  actors.set('ENS', await house.actor('ens.admin'));
  actors.set('AUDITOR', await house.actor('auditor'));
  return { house, organizations, actors };
}

let made = 0;

/**
 * A new world and the model of it: everybody has an agreement, each organization manages the case that has its place, and the
 * first two cases are of one client.
 */
export async function newWorld(stage: Stage): Promise<{ world: World; model: Model }> {
  const { house, organizations } = stage;
  const { database } = house;
  made += 1;
  // At noon in the time zone of the program, so that its day is the day of UTC.
  house.setNow(new Date(Math.floor(Date.now() / DAY) * DAY + 16 * 3_600_000));
  for (const organization of organizations) await changeAgreement(house, organization, 'RENEWED');
  const world: World = { ...stage, people: [], cases: [], referrals: [] };
  for (let place = 0; place < counts.people; place += 1) {
    const data = { givenName: 'Wynn', familyName, birthDate: new Date('1990-01-01') };
    world.people.push((await database.person.create({ data })).id);
  }
  const { id: programId } = await database.program.findFirstOrThrow({ where: { ecm: true } });
  const model: Model = {
    now: house.platform.now().getTime(),
    organizations: organizations.map(() => ({
      ...{ agreementUntil: Number.MAX_SAFE_INTEGER, ecm: true, tracking: true, closed: false },
    })),
    ...{ cases: [], referrals: [], transfers: [] },
  };
  for (let place = 0; place < counts.cases; place += 1) {
    const { id: organizationId, officeId, agreementId, staffId } = at(organizations, place);
    const person = Math.max(0, place - 1);
    const data = {
      number: String(60_000_000 + made * counts.cases + place),
      personId: at(world.people, person),
      ...{ programId, organizationId, officeId, agreementId, caseManagerId: staffId },
      ...{ status: 'ACTION_PLAN' as const, openedOn: new Date('2026-01-01') },
    };
    world.cases.push((await database.case.create({ data })).id);
    model.cases.push({ person, managedBy: place, status: 'ACTION_PLAN' });
  }
  return { world, model };
}

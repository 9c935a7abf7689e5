import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { createPerson } from '../../src/domain/casework/create-person.ts';
import { completeHomepageTasks } from '../../src/domain/homepage/complete-homepage-tasks.ts';
import { lookForTwins } from '../../src/jobs/look-for-twins.ts';
import { caseWish, newClient, somebody } from '../support/casework.ts';
import { shown } from '../support/homepage.ts';
import { buildHouse, type House } from '../support/house.ts';

let house: House;
let north: Actor;
let south: Actor;
let admin: Actor;
beforeAll(async () => {
  house = await buildHouse();
  [north, south, admin] = await Promise.all([
    house.actor('north.manager'),
    house.actor('south.manager'),
    house.actor('ens.admin'),
  ]);
});
beforeEach(async () => void (await house.database.homepageTask.deleteMany()));
afterAll(async () => await house.stop());

/** Adds somebody at an organization, and does what waits in the queue. */
async function add(actor: Actor, person: Parameters<typeof newClient>[2] = {}) {
  const made = await newClient(house, actor, person);
  await lookForTwins(house.platform, { personIds: [made.personId] });
  return made;
}
const told = async () =>
  await house.database.homepageTask.findMany({ where: { type: 'CLIENT_MAYBE_TWICE' } });

it('tells Employment Nova Scotia, and nobody else, of a client whom another organization has, too', async () => {
  const person = somebody();
  await add(south, person);
  expect(await told()).toEqual([]);
  const { caseId } = await add(north, { ...person, familyName: `${person.familyName}s` });
  expect(await told()).toMatchObject([{ assigneeId: admin.staffId, caseId, createdById: admin.staffId }]);
  const [task] = await shown(house, admin, { filter: { types: ['CLIENT_MAYBE_TWICE'] } });
  expect(task?.message).toMatch(/^This client may be on record twice in the network/);
  expect(task?.orgOrPlayer).toContain(person.givenName);
});

it.each([
  ['SIN', { sin: '046810123' }],
  ['health card', { healthCardNumber: '9912345678' }],
])('tells of the same %s, whatever the name', async (_what, number) => {
  await add(south, number);
  await add(north, number);
  expect(await told()).toHaveLength(1);
});

it('tells nothing of people who have a birth date and no more than one name in common', async () => {
  const person = somebody();
  await add(south, person);
  await add(north, { ...person, givenName: 'Bartholomew' });
  expect(await told()).toEqual([]);
});

it('tells nothing of those whom the organization was shown itself', async () => {
  const person = somebody();
  const { personId } = await add(north, person);
  await add(north, { ...person, differentFromIds: [personId] });
  expect(await told()).toEqual([]);
});

it('running twice tells once; it tells again where the task has been dealt with and the record changes', async () => {
  const person = somebody();
  await add(south, person);
  const { personId } = await add(north, person);
  await lookForTwins(house.platform, { personIds: [personId, personId] });
  const [task, ...others] = await told();
  expect(others).toEqual([]);
  await completeHomepageTasks(admin, house.platform, [task?.id ?? '']);
  await lookForTwins(house.platform, { personIds: [personId] });
  expect(await told()).toHaveLength(2);
});

it('puts nothing in the queue but ids', async () => {
  const wish = await caseWish(house, north);
  const { personId } = await createPerson(north, house.platform, { ...somebody(), case: wish });
  const jobs = await house.database.$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'look-for-twins' ORDER BY created_on DESC LIMIT 1`;
  expect(jobs).toEqual([{ data: { personIds: [personId] } }]);
});

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { acknowledgeCaseNotifications } from '../../../src/domain/cases/acknowledge-case-notifications.ts';
import { type Notified, notificationMessage } from '../../../src/domain/cases/notification-texts.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import type { CaseNotificationType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { liveEvents } from '../../support/live-events.ts';
import { race } from '../../support/racing.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';
import { transfer } from '../../support/transfers.ts';

const noon = new Date('2026-09-07T16:00:00Z');

let house: House;
let north: Actor;
let colleague: Actor;
let caseId: string;
let ids: string[];
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  colleague = await house.actor('north.manager2');
});
beforeEach(async () => {
  house.setNow(noon);
  caseId = (await openCase(house, 'north.manager')).id;
  const made = await house.database.caseNotification.createManyAndReturn({
    data: [
      { caseId, type: 'CASE_REASSIGNED' as const },
      { caseId, type: 'CASE_REASSIGNED' as const },
    ],
  });
  ids = made.map(({ id }) => id).toSorted();
});
afterAll(async () => await house.stop());

const acknowledge = (actor: Actor, notificationIds = ids) =>
  acknowledgeCaseNotifications(actor, house.platform, notificationIds);
const notifications = () => house.database.caseNotification.findMany({ where: { id: { in: ids } } });
const recorded = () =>
  house.database.auditEvent.findMany({ where: { action: 'caseNotification.acknowledge', caseId } });

it('[R33] whoever works on cases of the organization acknowledges one or many, by whom and when on record', async () => {
  await acknowledge(colleague);
  const by = { acknowledgedAt: noon, acknowledgedById: colleague.staffId };
  expect(await notifications()).toMatchObject([by, by]);
  expect(await recorded()).toMatchObject([
    { actorId: colleague.staffId, entityType: 'CaseNotification', details: [] },
    { actorId: colleague.staffId },
  ]);
  const told = (await liveEvents(house.database)).filter(({ key }) => key === caseId);
  expect(told.map(({ topic, subjectId }) => [topic, subjectId]).toSorted()).toEqual(
    ids.map((id) => ['caseNotification', id]),
  );
});

it('[R33] the first to acknowledge stays on record', async () => {
  await acknowledge(colleague, ids.slice(0, 1));
  house.setNow(new Date(noon.getTime() + 60_000));
  await acknowledge(north);
  const by = await notifications();
  expect(by.find(({ id }) => id === ids[0])).toMatchObject({
    acknowledgedAt: noon,
    acknowledgedById: colleague.staffId,
  });
  expect(by.find(({ id }) => id === ids[1])).toMatchObject({ acknowledgedById: north.staffId });
  expect(await recorded()).toHaveLength(2);
});

it('[R33] of two at the same moment one is the first', async () => {
  await race(house.url, caseId, [() => acknowledge(north), () => acknowledge(colleague)]);
  const by = new Set((await notifications()).map(({ acknowledgedById }) => acknowledgedById));
  expect(by.size).toBe(1);
  expect(await recorded()).toHaveLength(2);
});

it('[R32] [R33] strangers and receivers find none of them; who may only look is refused; nothing changes', async () => {
  await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
  const refused = (actor: Actor, given = ids) =>
    refusalWithoutChange(house.database, () => acknowledge(actor, given));
  for (const username of ['south.manager', 'valley.manager', 'auditor']) {
    expect(await refused(await house.actor(username)), username).toBeInstanceOf(NotFound);
  }
  expect(await refused({ ...north, roles: ['AUDITOR'] })).toBeInstanceOf(NotAllowed);
  expect(await refused(await house.actor('ens.admin'))).toBeInstanceOf(NotAllowed);
  const nobodys = '00000000-0000-7000-8000-000000000000';
  expect(await refused(north, [...ids, nobodys])).toBeInstanceOf(NotFound);
  expect(await fieldsRefused(acknowledge(north, []))).toEqual(['notificationIds']);
  await transfer(house, await house.actor('south.manager'), caseId);
  expect(await refused(north)).toBeInstanceOf(NotFound);
});

it.each([
  ['CASE_RECEIVED', 'Case has been transferred from A to B', 'Le cas a été transféré de A à B'],
  [
    'CASE_REASSIGNED',
    'Case has been assigned to another case manager',
    'Le cas a été attribué à un autre gestionnaire de cas',
  ],
  [
    'REFERRAL_DECLINED',
    'B has declined a Case Transfer referral',
    'B a refusé un aiguillage de transfert de cas',
  ],
] satisfies [CaseNotificationType, string, string][])(
  '[R33] %s says what has happened, in both languages',
  (type, EN, FR) => {
    const named = (name: string) => ({ name });
    const facts: Notified = {
      type,
      transfer:
        type === 'CASE_RECEIVED' ? { fromOrganization: named('A'), toOrganization: named('B') } : null,
      referral: type === 'REFERRAL_DECLINED' ? { receivingOrganization: named('B') } : null,
    };
    expect(notificationMessage(facts)).toEqual({ EN, FR });
  },
);

it('[R33] a notification of which it is not on record what it tells of says nothing', () => {
  const nothing = { transfer: null, referral: null };
  expect(notificationMessage({ type: 'CASE_RECEIVED', ...nothing })).toBeNull();
  expect(notificationMessage({ type: 'REFERRAL_DECLINED', ...nothing })).toBeNull();
});

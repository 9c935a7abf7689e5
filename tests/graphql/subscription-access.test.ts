import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  caseNotificationSubscription,
  referralStatusSubscription,
  transferCaseMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { refer, transfer } from '../support/refer.ts';

const number = '10041670';

let api: TestApi;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
});
afterAll(async () => await api.stop());

const nothingMore = async (next: Promise<unknown>) =>
  await expect(next).rejects.toThrow(/^Nothing of the kind came|^The subscription has ended/);

it('[B5] [R32] permission is asked again at each event: an organization that loses the case hears no more of it', async () => {
  const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
  const ens = await api.as('ens.admin');
  const witness = {
    statuses: await ens.watch(referralStatusSubscription, { caseId }),
    notifications: await ens.watch(caseNotificationSubscription, { caseId }),
  };
  const statuses = [
    await north.watch(referralStatusSubscription, { caseId }),
    await north.stream(referralStatusSubscription, { caseId }),
  ];
  const notifications = [
    await north.watch(caseNotificationSubscription, { caseId }),
    await north.stream(caseNotificationSubscription, { caseId }),
  ];

  const before = await refer(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const itself = { referralStatusChanged: { referral: { id: before.referralId } } };
  for (const subscription of [witness.statuses, ...statuses]) {
    expect(await subscription.next(() => true)).toMatchObject(itself);
  }

  await transfer(south, caseId);
  await witness.notifications.next(() => true);
  const after = await refer(south, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await witness.statuses.next(({ referralStatusChanged: { referral } }) => referral.id === after.referralId);
  for (const subscription of statuses) await nothingMore(subscription.next(() => true, 0.3));
  for (const subscription of notifications) await nothingMore(subscription.next(() => true, 0.3));
});

it('[B5] events flow again after the connection that they come by was cut', async () => {
  const { caseId } = await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  const subscriptions = [
    await north.watch(referralStatusSubscription, { caseId }),
    await north.stream(referralStatusSubscription, { caseId }),
  ];
  const listeners = async () =>
    await api.database.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() 
         AND application_name = 'handoff live feed'`;
  const [listener, ...more] = await listeners();
  expect(more).toEqual([]);
  await api.database.$executeRaw`SELECT pg_terminate_backend(${listener?.pid})`;
  await vi.waitFor(async () => {
    const [again] = await listeners();
    expect(again?.pid).toBeGreaterThan(0);
    expect(again?.pid).not.toBe(listener?.pid);
  });
  const { referralId } = await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  for (const subscription of subscriptions) {
    expect(await subscription.next(() => true)).toMatchObject({
      referralStatusChanged: { referral: { id: referralId } },
    });
  }
});

it('[B5] [D5] a subscription ends with the access also where Employment Nova Scotia moves a case to which no referral is open', async () => {
  const { id, caseManager } = await api.database.case.findUniqueOrThrow({
    where: { number: '50244764' },
    include: { caseManager: true },
  });
  const caseId = globalId('Case', id);
  const idle = await (await api.as(caseManager.username)).watch(referralStatusSubscription, { caseId });
  const { organizationId, id: caseManagerId } = await api.database.staff.findUniqueOrThrow({
    where: { username: 'south.manager' },
  });
  const now = new Date();
  const where = { organizationId };
  const agreements = { ...where, startsOn: { lt: now }, endsOn: { gt: now } };
  const [office, location, agreement] = [
    await api.database.office.findFirstOrThrow({ where }),
    await api.database.serviceDeliveryLocation.findFirstOrThrow({ where }),
    await api.database.agreement.findFirstOrThrow({ where: agreements }),
  ];
  const input = {
    caseId,
    organizationId: globalId('Organization', organizationId),
    officeId: globalId('Office', office.id),
    caseManagerId: globalId('StaffMember', caseManagerId),
    agreementId: globalId('Agreement', agreement.id),
    serviceDeliveryLocationId: globalId('ServiceDeliveryLocation', location.id),
    reason: 'The office has closed.',
    confirm: true,
  };
  const { transferCase } = await (await api.as('ens.admin')).request(transferCaseMutation, { input });
  expect(transferCase).toMatchObject({ __typename: 'TransferCaseSuccess' });
  await expect(idle.next(() => false)).rejects.toThrow('The subscription has ended');
});

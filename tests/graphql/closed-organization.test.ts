import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  caseNotificationSubscription,
  homepageTaskSubscription,
  referralStatusSubscription,
} from '../../demo/operations.ts';
import { publish } from '../../src/platform/live/live-event.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { refer } from '../support/refer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

/** Publishes news of a task on the member's homepage, past all rules. */
const tell = (assigneeId: string) =>
  api.database.$transaction((transaction) =>
    publish(transaction, { topic: 'homepageTask', taskId: randomUUID(), assigneeId }),
  );

const updateOrganization = `mutation ($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) { __typename }
}`;

it('[D12] closing an organization ends what its staff have open, refuses their next request, and opening it lets them in again', async () => {
  const [ens, north, valley] = [
    await api.as('ens.admin'),
    await api.as('north.manager'),
    await api.as('valley.manager'),
  ];
  const { caseId } = await refer(north, { number: '50244764', type: 'CASE_TRANSFER', to: 'valley' });
  const listening = [
    await valley.watch(caseNotificationSubscription, { caseId }),
    await valley.stream(caseNotificationSubscription, { caseId }),
  ];
  const homepage = await valley.watch(homepageTaskSubscription);
  const goesOn = await north.watch(referralStatusSubscription, { caseId });
  const { id: staffId, organizationId } = await api.database.staff.findUniqueOrThrow({
    where: { username: 'valley.manager' },
  });
  // Its open cases go elsewhere first, past all rules but the database's.
  await api.database.case.updateMany({
    where: { organizationId, status: { not: 'CLOSED' } },
    data: { status: 'CLOSED', closedOn: new Date() },
  });
  const set = async (closed: boolean) => {
    const input = { organizationId: globalId('Organization', organizationId), closed };
    expect(await ens.ask(updateOrganization, { input })).toMatchObject({
      data: { updateOrganization: { __typename: 'UpdateOrganizationSuccess' } },
    });
  };
  await set(true);
  for (const subscription of listening) {
    await expect(subscription.next(() => true, 5)).rejects.toThrow('The subscription has ended');
  }
  await tell(staffId);
  await expect(homepage.next(() => true, 5)).rejects.toThrow('The subscription has ended');
  expect(await valley.ask('{ viewer { username } }')).toMatchObject({
    errors: [{ extensions: { code: 'STAFF_ORGANIZATION_CLOSED' } }],
  });
  await expect(goesOn.next(() => true, 0.5)).rejects.toThrow('Nothing of the kind came');
  await set(false);
  expect(await valley.ask('{ viewer { username } }')).toMatchObject({
    data: { viewer: { username: 'valley.manager' } },
  });
});

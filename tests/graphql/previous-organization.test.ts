import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addReferralMutation,
  caseNotificationSubscription,
  casesQuery,
  homepageTasksQuery,
  peopleQuery,
  referralChoicesQuery,
  referralStatusSubscription,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { draft, organizations, refer, transfer } from '../support/refer.ts';

const number = '50244764';
const client = { familyName: 'Diaz', listedName: 'Diaz, Rosa L.' };

let api: TestApi;
let north: Visitor;
let south: Visitor;
let caseId: string;
let ids: { person: string; submitted: string; draft: string; notification: string };

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
  const left = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const submitted = await refer(north, { number, type: 'CASE_TRANSFER' });
  caseId = submitted.caseId;
  await transfer(south, caseId);
  const { id, personId } = await api.database.case.findUniqueOrThrow({ where: { number } });
  const notification = await api.database.caseNotification.findFirstOrThrow({ where: { caseId: id } });
  ids = {
    person: globalId('Person', personId),
    submitted: submitted.referralId,
    draft: left.referralId,
    notification: globalId('CaseNotification', notification.id),
  };
});
afterAll(async () => await api.stop());

const found = async (visitor: Visitor, id: string) => {
  const { data, errors } = await visitor.ask('query ($id: ID!) { node(id: $id) { __typename } }', { id });
  expect(errors).toBeUndefined();
  return (data as { node: { __typename: string } | null }).node?.__typename ?? null;
};

describe('after a transfer the previous organization', () => {
  it('[R32] finds neither case nor client, by whatever way', async () => {
    const everyone = ['north.manager', 'north.manager2', 'north.admin'];
    for (const visitor of await Promise.all(everyone.map((username) => api.as(username)))) {
      expect((await visitor.ask(`{ case(number: "${number}") { id } }`)).data).toEqual({ case: null });
      for (const search of [number, client.familyName, 'Rosa']) {
        expect((await visitor.request(casesQuery, { search })).cases.totalCount).toBe(0);
        expect((await visitor.request(peopleQuery, { search })).people.totalCount).toBe(0);
      }
      for (const id of [caseId, ids.person, ids.submitted, ids.draft, ids.notification]) {
        expect(await found(visitor, id)).toBeNull();
      }
    }
  });

  it('[R32] has left all of it to the new one', async () => {
    expect(await found(south, caseId)).toBe('Case');
    expect(await found(south, ids.person)).toBe('Person');
    expect(await found(south, ids.submitted)).toBe('Referral');
    expect(await found(south, ids.notification)).toBe('CaseNotification');
    expect(await found(south, ids.draft)).toBeNull();
  });

  it('[R32] cannot change it, refer it, or ask where it might be referred', async () => {
    const add = { input: { caseId, type: 'INFORMATIONAL_OUTSIDE' as const } };
    expect((await north.request(addReferralMutation, add)).addReferral.__typename).toBe('NotFound');
    const update = { input: { referralId: ids.submitted, contactName: 'Mr. Other' } };
    expect((await north.request(updateReferralMutation, update)).updateReferral.__typename).toBe('NotFound');
    const choices = await north.ask(referralChoicesQuery, { caseId, type: 'CASE_TRANSFER' });
    expect(choices).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const options = await north.ask('query ($id: ID!) { transferOptions(caseId: $id) { __typename } }', {
      id: caseId,
    });
    expect(options.data).toEqual({ transferOptions: null });
  });

  it('[R32] cannot listen to it, neither over WebSocket nor over server-sent events', async () => {
    for (const opened of [
      north.watch(referralStatusSubscription, { caseId }),
      north.stream(referralStatusSubscription, { caseId }),
      north.watch(caseNotificationSubscription, { caseId }),
      north.stream(caseNotificationSubscription, { caseId }),
    ]) {
      const first = opened.then(async (events) => await events.next(() => true, 5));
      await expect(first).rejects.toThrow('no such record');
    }
  });

  it('[R34] [R32] keeps a task that names the organization, and not the client', async () => {
    const { homepageTasks } = await north.request(homepageTasksQuery, {});
    expect(homepageTasks.nodes).toMatchObject([
      {
        caseNumber: number,
        orgOrPlayer: organizations.south,
        program: null,
        case: null,
        message: `Case has been transferred from ${organizations.north} to ${organizations.south}`,
      },
    ]);
    expect(JSON.stringify(homepageTasks)).not.toMatch(/Diaz|Rosa/);
    for (const search of [client.familyName, 'Rosa', 'LSI-ENS']) {
      expect((await north.request(homepageTasksQuery, { search })).homepageTasks.totalCount).toBe(0);
    }
    expect((await north.request(homepageTasksQuery, { program: 'LSI-ENS' })).homepageTasks.totalCount).toBe(
      0,
    );
  });

  it('[R33] [R36] the new case manager’s row has every column', async () => {
    const { homepageTasks } = await south.request(homepageTasksQuery, {});
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
    expect(homepageTasks.nodes).toEqual([
      {
        id: expect.any(String),
        priority: 'NORMAL',
        type: 'CASE_RECEIVED',
        typeLabel: 'Info',
        caseNumber: number,
        orgOrPlayer: client.listedName,
        program: 'ECM (LSI-ENS)',
        createdBy: 'south.manager',
        dueDate: today,
        message: `Case has been transferred from ${organizations.north} to ${organizations.south}`,
        completedAt: null,
        case: { number },
      },
    ]);
    const french = await (await api.as('south.manager', { language: 'fr' })).request(homepageTasksQuery, {});
    expect(french.homepageTasks.nodes[0]?.message).toBe(
      `Le cas a été transféré de ${organizations.north} à ${organizations.south}`,
    );
  });
});

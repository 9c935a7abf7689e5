import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  caseNotificationSubscription,
  letterQuery,
  referralStatusSubscription,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { addDocument } from '../support/notes-and-documents.ts';
import { draft, refer, submit, transfer } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';
import { attempt } from './access-matrix/attempt.ts';

let api: TestApi;
let north: Visitor;
let south: Visitor;
let valley: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
  valley = await api.as('valley.manager');
});
afterAll(async () => await api.stop());

let number: string;
let opened = 0;
/** A case of its own for each test. */
beforeEach(async () => {
  opened += 1;
  number = String(27_000_000 + opened);
  const {
    id: _,
    number: __,
    ...like
  } = await api.database.case.findUniqueOrThrow({ where: { number: '10041670' } });
  await api.database.case.create({ data: { ...like, number } });
});

/** Over WebSocket and over server-sent events. */
const listen = async (visitor: Visitor, caseId: string) => [
  await visitor.watch(caseNotificationSubscription, { caseId }),
  await visitor.stream(caseNotificationSubscription, { caseId }),
];
const finds = async (visitor: Visitor) => {
  const { data } = await visitor.ask(`{ case(number: "${number}") { id } }`);
  return (data as { case: unknown }).case !== null;
};
const end = async (by: Visitor, mutation: string, referralId: string) => {
  const input = { referralId, reason: 'The client has moved away', confirm: true };
  expect(await attempt(by, mutation, input)).toMatch(/Success$/);
};

describe('access that a referral gave ends on the next request and on open subscriptions', () => {
  it.each([
    ['[D3] when the sender withdraws it', () => north, 'withdrawReferral'],
    ['[D4] when the receiver declines it', () => south, 'declineReferral'],
  ])('%s', async (_when, by, mutation) => {
    const { caseId, referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const subscriptions = await listen(south, caseId);
    expect(await finds(south)).toBe(true);
    await end(by(), mutation, referralId);
    expect(await finds(south)).toBe(false);
    for (const subscription of subscriptions) {
      await expect(subscription.next(() => true, 5)).rejects.toThrow('The subscription has ended');
    }
  });

  it('[D6] when the case goes to another organization', async () => {
    const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    await refer(north, { number, type: 'CASE_TRANSFER', to: 'valley' });
    const subscriptions = await listen(south, caseId);
    await transfer(valley, caseId);
    expect(await finds(south)).toBe(false);
    for (const subscription of subscriptions) {
      await expect(subscription.next(() => true, 5)).rejects.toThrow('The subscription has ended');
    }
  });

  it('[R26] and goes on for the others', async () => {
    const { caseId, referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    await refer(north, { number, type: 'CASE_TRANSFER', to: 'valley' });
    const [received] = await listen(valley, caseId);
    const [managed] = await listen(north, caseId);
    await end(south, 'declineReferral', referralId);
    await managed?.next(() => true);
    expect(await finds(valley)).toBe(true);
    await expect(received?.next(() => true, 0.5)).rejects.toThrow('Nothing of the kind came');
  });
});

describe('what the previous organization had open ends with the transfer', () => {
  it('[R32] its subscriptions', async () => {
    const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const subscriptions = [
      ...(await listen(north, caseId)),
      await north.watch(referralStatusSubscription, { caseId }),
      await north.stream(referralStatusSubscription, { caseId }),
    ];
    await transfer(south, caseId);
    for (const subscription of subscriptions) {
      await expect(subscription.next(() => false, 5)).rejects.toThrow('The subscription has ended');
    }
  });

  it('[R32] its links to letters and documents', async () => {
    const { caseId, referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
    const document = await addDocument(north, referralId, file('plan.pdf', pdf()));
    await submit(north, referralId);
    const { node } = await north.request(letterQuery, { referralId });
    const letter = node?.__typename === 'Referral' ? (node.letter?.url ?? '') : '';
    const statuses = async () =>
      await Promise.all(
        [letter, document.link.url].map(async (url) => {
          const answer = await fetch(url);
          await answer.arrayBuffer();
          return answer.status;
        }),
      );
    expect(await statuses()).toEqual([200, 200]);
    await transfer(south, caseId);
    expect(await statuses()).toEqual([404, 404]);
  });

  it('[R32] the records that it knows by their ids', async () => {
    const { caseId, referralId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const { personId } = await api.database.case.findUniqueOrThrow({ where: { number } });
    const ids = [caseId, referralId];
    const nodes = async () =>
      (await north.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).data;
    expect(await nodes()).toEqual({ nodes: ids.map((id) => ({ id })) });
    await transfer(south, caseId);
    expect(await nodes()).toEqual({ nodes: [null, null] });
    // North has another case of the same client, and so keeps the person record.
    const person = `{ node(id: "${globalId('Person', personId)}") { id } }`;
    expect((await north.ask(person)).data).not.toEqual({ node: null });
  });
});

describe('[D12] a receiver that can no longer receive', () => {
  it('sees nothing on the next request, and again once it can', async () => {
    await refer(north, { number, type: 'CASE_TRANSFER' });
    const agreements = { where: { organization: { staff: { some: { username: 'south.manager' } } } } };
    for (const clientTracking of [false, true]) {
      await api.database.agreement.updateMany({ ...agreements, data: { clientTracking } });
      expect(await finds(south)).toBe(clientTracking);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { publish } from '../../src/platform/live/live-event.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import {
  caseloadTransferQuery,
  caseloadTransferSubscription,
  caseloadTransfersQuery,
  digestsQuery,
  transferCaseloadMutation,
} from '../support/caseload-operations.ts';
import { hire, openCaseload } from '../support/caseloads.ts';
import { globalId, plainId } from '../support/global-id.ts';
import { organizations } from '../support/refer.ts';

let api: TestApi;
let from: Actor;
let to: Actor;
let caseIds: string[];
/** The caseload transfer from North to South that Employment Nova Scotia has run. */
let id: string;

beforeAll(async () => {
  api = await startTestApi();
  from = await hire(api.database, 'north.manager');
  to = await hire(api.database, 'south.manager');
  caseIds = await openCaseload(api.database, from, ['INTAKE', 'FOLLOW_UP', 'ACTION_PLAN', 'CLOSED']);
});
afterAll(async () => await api.stop());

/** What Employment Nova Scotia sends. */
async function input(changes: object = {}) {
  const at = { where: { organizationId: to.organizationId } };
  const active = { where: { ...at.where, endsOn: { gt: new Date() }, startsOn: { lt: new Date() } } };
  const { database } = api;
  return {
    fromCaseManagerId: globalId('StaffMember', from.staffId),
    toCaseManagerId: globalId('StaffMember', to.staffId),
    toOfficeId: globalId('Office', (await database.office.findFirstOrThrow(at)).id),
    agreementId: globalId('Agreement', (await database.agreement.findFirstOrThrow(active)).id),
    serviceDeliveryLocationId: globalId(
      'ServiceDeliveryLocation',
      (await database.serviceDeliveryLocation.findFirstOrThrow(at)).id,
    ),
    reason: 'The office has closed.',
    ...changes,
  };
}

async function send(
  variables: { input: object; first?: number; after?: string | null },
  language: 'en' | 'fr' = 'en',
) {
  const client = await api.as('ens.admin', { language });
  const answer = await client.ask(transferCaseloadMutation, variables, { 'Accept-Language': language });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { transferCaseload: { __typename: string; message?: string } }).transferCaseload;
}

/** The items of a caseload transfer, and its counts, as somebody sees them. */
async function seen(username: string, status: 'MOVED' | 'REFUSED' | null = null) {
  const { node } = await (await api.as(username)).request(caseloadTransferQuery, { id, status });
  return node as unknown as { total: number; reason: string | null; items: { nodes: object[] } } | null;
}

describe('transferCaseload', () => {
  it('[B9] with dryRun gives a result for each case, by pages, in the language of the request', async () => {
    const dryRun = await input({ dryRun: true });
    const first = await send({ input: dryRun, first: 2 }, 'fr');
    expect(first).toMatchObject({
      caseloadTransfer: null,
      preview: {
        ...{ total: 3, wouldBeMoved: 2, wouldBeRefused: 1 },
        items: {
          totalCount: 3,
          nodes: [
            { client: 'Caseload0000, Robin L.', wouldBeMoved: true, refusal: null },
            {
              client: 'Caseload0001, Robin L.',
              wouldBeMoved: false,
              refusal: {
                code: 'CASE_NOT_TRANSFERABLE',
                message: expect.stringContaining('ne peut pas être transféré'),
              },
            },
          ],
        },
      },
    });
    const { preview } = first as unknown as {
      preview: { items: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
    };
    expect(preview.items.pageInfo.hasNextPage).toBe(true);
    const next = await send({ input: dryRun, first: 2, after: preview.items.pageInfo.endCursor });
    expect(next).toMatchObject({ preview: { items: { nodes: [{ client: 'Caseload0002, Robin L.' }] } } });
    expect(await api.database.caseloadTransfer.count()).toBe(0);
  });

  it('[B9] [R30] asks first, and says in both languages how many cases go where and how many do not', async () => {
    const asked = await send({ input: await input() });
    expect(asked.__typename).toBe('ConfirmationRequired');
    expect(asked.message).toBe(
      `2 cases of Alex Hired 1 will be assigned to Alex Hired 2 at ${organizations.south}. ${organizations.north} will no longer see them. 1 case cannot be transferred: dryRun tells why.\n\nDo you wish to proceed?`,
    );
    expect((await send({ input: await input() }, 'fr')).message).toBe(
      `2 cas de Alex Hired 1 seront attribués à Alex Hired 2, ${organizations.south}. ${organizations.north} ne les verra plus. 1 cas ne peut pas être transféré : dryRun indique pourquoi.\n\nVoulez-vous continuer?`,
    );
  });

  it('[B9] runs case by case, is watched until it is finished, and what was missed is replayed', async () => {
    const begun = await send({ input: await input({ confirm: true }) });
    id = (begun as unknown as { caseloadTransfer: { id: string } }).caseloadTransfer.id;
    await vi.waitFor(async () => expect(await seen('ens.admin')).toMatchObject({ pending: 0 }), 20_000);
    const visitor = await api.as('ens.admin');
    const watching = await visitor.watch(caseloadTransferSubscription, { caseloadTransferId: id });
    await api.database.$transaction((transaction) =>
      publish(transaction, { topic: 'caseloadTransfer', caseloadTransferId: plainId(id) }),
    );
    const { cursor, caseloadTransfer } = (await watching.next(() => true)).caseloadTransferProgressed;
    expect(caseloadTransfer).toMatchObject({
      ...{ total: 3, moved: 2, refused: 1, pending: 0, reason: 'The office has closed.' },
      ...{ fromCaseManagerName: 'Alex Hired 1', toCaseManagerName: 'Alex Hired 2' },
      requestedByName: 'Marlene Boutilier',
      finishedAt: expect.any(String),
    });
    await api.database.$transaction((transaction) =>
      publish(transaction, { topic: 'caseloadTransfer', caseloadTransferId: plainId(id) }),
    );
    const after = await visitor.watch(caseloadTransferSubscription, {
      ...{ caseloadTransferId: id, after: cursor },
    });
    expect((await after.next(() => true)).caseloadTransferProgressed.cursor).not.toBe(cursor);
  });

  it('[B9] [D9] a single digest tells each case manager, in their language', async () => {
    const digestOf = async ({ username }: Actor, language: 'en' | 'fr') =>
      (await (await api.as(username, { language })).request(digestsQuery)).homepageTasks.nodes;
    const common = { caseNumber: null, program: null, createdBy: 'ens.admin', caseloadTransfer: { id } };
    expect(await digestOf(from, 'en')).toEqual([
      {
        ...common,
        type: 'CASELOAD_TRANSFERRED',
        orgOrPlayer: organizations.south,
        message: `2 cases have been transferred from ${organizations.north} to ${organizations.south}`,
      },
    ]);
    expect(await digestOf(to, 'fr')).toEqual([
      {
        ...common,
        type: 'CASELOAD_RECEIVED',
        orgOrPlayer: organizations.north,
        message: `2 cas ont été transférés de ${organizations.north} à ${organizations.south}`,
      },
    ]);
  });
});

describe('who sees a caseload transfer', () => {
  const refusal = { code: 'CASE_NOT_TRANSFERABLE' };

  it('[B9] [R32] [D7] the organization that gave it up sees its Case IDs, and no client but of cases it kept', async () => {
    const numbers = await api.database.case.findMany({
      where: { id: { in: caseIds }, status: { not: 'CLOSED' } },
      orderBy: { number: 'asc' },
    });
    const [moved, kept, alsoMoved] = numbers.map(({ number }) => number);
    const gone = { client: null, case: null, status: 'MOVED', refusal: null };
    for (const username of ['north.manager', 'north.admin']) {
      expect(await seen(username)).toMatchObject({
        ...{ total: 3, moved: 2, refused: 1, reason: null },
        items: {
          totalCount: 3,
          nodes: [
            { caseNumber: moved, ...gone },
            { caseNumber: kept, client: 'Caseload0001, Robin L.', case: { number: kept }, refusal },
            { caseNumber: alsoMoved, ...gone },
          ],
        },
      });
    }
  });

  it('[B9] [R26] the organization that got it sees the cases that came, and of those that did not only how many', async () => {
    expect(await seen('south.manager')).toMatchObject({
      ...{ total: 3, moved: 2, refused: 1, reason: 'The office has closed.' },
      items: {
        totalCount: 2,
        nodes: [{ client: 'Caseload0000, Robin L.' }, { client: 'Caseload0002, Robin L.' }],
      },
    });
    expect(await seen('south.manager', 'REFUSED')).toMatchObject({ items: { totalCount: 0, nodes: [] } });
  });

  it('[B9] Employment Nova Scotia’s administrators see all of it, by status too, and by pages', async () => {
    expect(await seen('ens.admin', 'REFUSED')).toMatchObject({
      items: { totalCount: 1, nodes: [{ refusal }] },
    });
    const ens = await api.as('ens.admin');
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { node } = await ens.request(caseloadTransferQuery, { id, status: null, first: 2, after });
      const { items } = node as unknown as {
        items: { nodes: { client: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      pages.push(...items.nodes.map(({ client }) => client));
      more = items.pageInfo.hasNextPage;
      after = items.pageInfo.endCursor;
    }
    expect(pages).toEqual(['Caseload0000, Robin L.', 'Caseload0001, Robin L.', 'Caseload0002, Robin L.']);
  });

  it('[B9] [R32] nobody else sees that there is one, or can watch it', async () => {
    for (const username of ['valley.manager', 'valley.admin', 'auditor']) {
      const visitor = await api.as(username);
      expect(await seen(username)).toBeNull();
      const { caseloadTransfers } = await visitor.request(caseloadTransfersQuery);
      expect(caseloadTransfers).toEqual({ totalCount: 0, nodes: [] });
      const refused = await visitor
        .watch(caseloadTransferSubscription, { caseloadTransferId: id })
        .then(async (subscription) => await subscription.next(() => true, 1))
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({ message: expect.stringContaining('no such record') });
    }
    for (const username of ['north.manager', 'south.manager', 'ens.admin']) {
      const { caseloadTransfers } = await (await api.as(username)).request(caseloadTransfersQuery);
      expect(caseloadTransfers).toMatchObject({ totalCount: 1, nodes: [{ id }] });
    }
  });
});

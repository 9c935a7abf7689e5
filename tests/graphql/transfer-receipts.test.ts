import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { caseQuery, homepageTasksQuery, transferCaseMutation } from '../../demo/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { choices, organizations, refer, transfer } from '../support/refer.ts';

/** Cases that North gives up: one to South by a referral, one to Valley by Employment Nova Scotia. */
const referred = '50244764';
const moved = '79778074';
const reason = 'The office in Tatamagouche closes.';

type Receipt = {
  id: string;
  caseNumber: string;
  completedAt: string;
  fromOrganization: { name: string };
  toOrganization: { name: string };
};

let api: TestApi;
let north: Visitor;
let south: Visitor;
let valley: Visitor;
let ens: Visitor;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
  valley = await api.as('valley.manager');
  ens = await api.as('ens.admin');
  const { caseId } = await refer(north, { number: referred, type: 'CASE_TRANSFER' });
  await refer(north, { number: referred, type: 'CASE_TRANSFER', to: 'valley' });
  await transfer(south, caseId);
  await moveToValley();
});
afterAll(async () => await api.stop());

/** By Employment Nova Scotia, with what Valley itself could choose for another case. */
async function moveToValley(): Promise<void> {
  const other = await refer(north, { number: '10041670', type: 'CASE_TRANSFER', to: 'valley' });
  const { id } = await api.database.case.findUniqueOrThrow({ where: { number: moved } });
  const { organizationId } = await api.database.staff.findUniqueOrThrow({
    where: { username: 'valley.manager' },
  });
  const input = {
    ...(await choices(valley, other.caseId)),
    caseId: globalId('Case', id),
    organizationId: globalId('Organization', organizationId),
    reason,
    confirm: true,
  };
  const { message, case: found } = accepted(
    (await ens.request(transferCaseMutation, { input })).transferCase,
  );
  expect(message).toBe('The transfer has been completed successfully.');
  expect(found).toMatchObject({ number: moved, organization: { name: organizations.valley } });
}

const document = `query ($caseNumber: String, $from: Date, $to: Date) {
  transferReceipts(caseNumber: $caseNumber, from: $from, to: $to) {
    totalCount nodes { id caseNumber completedAt fromOrganization { name } toOrganization { name } }
  }
}`;
async function receipts(visitor: Visitor, filter: object = {}): Promise<Receipt[]> {
  const { data, errors } = await visitor.ask(document, filter);
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = (data as { transferReceipts: { totalCount: number; nodes: Receipt[] } })
    .transferReceipts;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}
const numbers = async (visitor: Visitor, filter?: object) =>
  (await receipts(visitor, filter)).map(({ caseNumber }) => caseNumber);

/** A day in the program's time zone; `days` later than today. */
function day(days: number): string {
  const instant = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(instant);
}

describe('the receipts', () => {
  it('[D7] tell everyone of the previous organization which case went to whom, newest first', async () => {
    for (const visitor of [north, await api.as('north.manager2'), await api.as('north.admin')]) {
      const given = { id: expect.any(String), fromOrganization: { name: organizations.north } };
      const completedAt = expect.any(String);
      expect(await receipts(visitor)).toEqual([
        { ...given, completedAt, caseNumber: moved, toOrganization: { name: organizations.valley } },
        { ...given, completedAt, caseNumber: referred, toOrganization: { name: organizations.south } },
      ]);
    }
  });

  it('[D7] are kept by those who gave the case up alone, and shown to Employment Nova Scotia', async () => {
    for (const visitor of [south, valley, await api.as('auditor'), await api.as('untracked.manager')]) {
      expect(await numbers(visitor), visitor.username).toEqual([]);
    }
    expect(await numbers(ens)).toEqual([moved, referred]);
    const [{ id = '' } = {}] = await receipts(north);
    const ask = async (visitor: Visitor) =>
      (await visitor.ask('query ($id: ID!) { node(id: $id) { __typename } }', { id })).data;
    for (const visitor of [north, ens])
      expect(await ask(visitor)).toEqual({ node: { __typename: 'TransferReceipt' } });
    for (const visitor of [south, valley]) expect(await ask(visitor)).toEqual({ node: null });
  });

  it('[D7] have no field by which anything of the client or the case could be seen', () => {
    const type = schema.getType('TransferReceipt');
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.map((field) => `${field.name}: ${field.type}`).toSorted()).toEqual([
      'caseNumber: String!',
      'completedAt: DateTime!',
      'fromOrganization: Organization!',
      'id: ID!',
      'toOrganization: Organization!',
    ]);
  });

  it('[D7] are found by Case ID, or how it begins', async () => {
    expect(await numbers(north, { caseNumber: referred })).toEqual([referred]);
    expect(await numbers(north, { caseNumber: ` ${moved.slice(0, 3)} ` })).toEqual([moved]);
    for (const caseNumber of ['10041670', '%', '_0244764'])
      expect(await numbers(north, { caseNumber })).toEqual([]);
    expect(await numbers(north, { caseNumber: '' })).toHaveLength(2);
  });

  it('[D7] are found by the days of the transfer, as the program counts them', async () => {
    const { id } = await api.database.case.findUniqueOrThrow({ where: { number: referred } });
    const found = await api.database.caseTransfer.findFirstOrThrow({ where: { caseId: id } });
    // An append-only row as it would be, had it been completed on 6 September at 23:30 in Halifax.
    const late = { ...found, completedAt: new Date('2022-09-07T02:30:00Z'), referralId: null, reason };
    await api.database.caseTransfer.create({ data: { ...late, id: '00000000-0000-7000-8000-00000000abcd' } });
    expect(await receipts(north, { from: '2022-09-06', to: '2022-09-06' })).toMatchObject([
      { caseNumber: referred, completedAt: '2022-09-07T02:30:00.000Z' },
    ]);
    expect(await numbers(north, { from: '2022-09-07', to: day(-1) })).toEqual([]);
    expect(await numbers(north, { to: '2022-09-05' })).toEqual([]);
    expect(await numbers(north, { from: day(0), to: day(0) })).toEqual([moved, referred]);
    const wrong = await north.ask(document, { from: day(1), to: day(0) });
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });
});

describe('the reason', () => {
  const transfers = async (visitor: Visitor, number: string) =>
    (
      await visitor.ask(`{ case(number: "${number}") { transfers { nodes {
        id reason referral { status } toOffice { name } toAgreement { number }
      } } } }`)
    ).data as { case: { transfers: { nodes: { id: string; reason: string | null }[] } } | null };

  it('[D5] is for the new organization and Employment Nova Scotia to read', async () => {
    for (const visitor of [valley, ens]) {
      expect(await transfers(visitor, moved)).toMatchObject({
        case: { transfers: { nodes: [{ reason, referral: null }] } },
      });
    }
    expect(await transfers(north, moved)).toEqual({ case: null });
    const { case: seen } = await transfers(valley, moved);
    const [{ id = '' } = {}] = seen?.transfers.nodes ?? [];
    const ask = async (visitor: Visitor) =>
      (await visitor.ask('query ($id: ID!) { node(id: $id) { ... on CaseTransfer { reason } } }', { id }))
        .data;
    for (const visitor of [valley, ens]) expect(await ask(visitor)).toEqual({ node: { reason } });
    for (const visitor of [north, south]) expect(await ask(visitor)).toEqual({ node: null });
  });
});

describe('the sender of a superseded referral', () => {
  it('[D6] has a task that names organizations, and neither case nor client', async () => {
    const { case: gone } = await north.request(caseQuery, { number: referred });
    expect(gone).toBeNull();
    const { homepageTasks } = await north.request(homepageTasksQuery, {});
    const told = homepageTasks.nodes.filter(({ type }) => type === 'REFERRAL_SUPERSEDED');
    expect(told).toMatchObject([
      { caseNumber: referred, orgOrPlayer: organizations.valley, program: null, case: null },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Diaz|Rosa/);
  });
});

import { isInterfaceType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId, plainId } from '../support/global-id.ts';
import { addDocument, addNote } from '../support/notes-and-documents.ts';
import { draft, organizations, refer, transfer } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

let api: TestApi;
let north: Visitor;
let valley: Visitor;
/** A record of each type that has ids, all of North's or everybody's. */
let records: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  valley = await api.as('valley.manager');
  // A case that has come to North from Valley has a task and a notification there.
  const came = await api.database.case.findFirstOrThrow({
    where: { organization: { name: organizations.valley }, status: 'ACTION_PLAN' },
  });
  const { caseId } = await refer(valley, { number: came.number, type: 'CASE_TRANSFER', to: 'north' });
  await transfer(north, caseId);
  const { referralId } = await draft(north, { number: came.number, type: 'INFORMATIONAL_OUTSIDE' });
  const note = await addNote(north, referralId, 'Prefers mornings');
  const document = await addDocument(north, referralId, file('a.pdf', pdf()));
  const at = { where: { organization: { name: organizations.north } } };
  const { database } = api;
  const plain = {
    Agreement: (await database.agreement.findFirstOrThrow(at)).id,
    CaseNotification: (await database.caseNotification.findFirstOrThrow()).id,
    CaseStatusChange: (
      await database.caseStatusChange.create({ data: { caseId: came.id, to: 'ACTION_PLAN' } })
    ).id,
    CaseloadTransfer: await caseloadOfNorth(),
    CaseTransfer: (await database.caseTransfer.findFirstOrThrow({ where: { caseId: came.id } })).id,
    Correspondence: (
      await database.correspondence.findFirstOrThrow({ where: { referral: { caseId: came.id } } })
    ).id,
    CorrespondenceTemplate: (await database.correspondenceTemplate.findFirstOrThrow()).id,
    HomepageTask: (await database.homepageTask.findFirstOrThrow({ where: { type: 'CASE_RECEIVED' } })).id,
    Office: (await database.office.findFirstOrThrow(at)).id,
    Organization: (await database.organization.findFirstOrThrow()).id,
    PendingTransfer: await pendingOfNorth(),
    Person: came.personId,
    Program: (await database.program.findFirstOrThrow()).id,
    ServiceDeliveryLocation: (await database.serviceDeliveryLocation.findFirstOrThrow(at)).id,
    StaffMember: (await database.staff.findFirstOrThrow(at)).id,
    TransferReceipt: await receiptOfNorth(),
  };
  const ids = Object.entries(plain).map(([type, id]) => [type, globalId(type, id)]);
  records = {
    Case: caseId,
    Referral: referralId,
    ReferralNote: note,
    ReferralDocument: document.id,
    ...Object.fromEntries(ids),
  };
});
afterAll(async () => await api.stop());

/** The receipt of a case that North gives up. */
async function receiptOfNorth(): Promise<string> {
  const { caseId } = await refer(north, { number: '50244764', type: 'CASE_TRANSFER' });
  await transfer(await api.as('south.manager'), caseId);
  const where = { case: { number: '50244764' } };
  return (await api.database.caseTransfer.findFirstOrThrow({ where })).id;
}

/** A caseload that goes from one of North’s case managers to another. */
async function caseloadOfNorth(): Promise<string> {
  const { database } = api;
  const member = (username: string) => database.staff.findUniqueOrThrow({ where: { username } });
  const [from, to] = [await member('north.manager'), await member('north.manager2')];
  const { organizationId } = from;
  const office = await database.office.findFirstOrThrow({ where: { organizationId } });
  const begun = await database.caseloadTransfer.create({
    data: {
      ...{ fromOrganizationId: organizationId, fromCaseManagerId: from.id, requestedById: from.id },
      ...{ toOrganizationId: organizationId, toCaseManagerId: to.id, toOfficeId: office.id },
    },
  });
  return begun.id;
}

/** A Case Transfer referral of North’s that waits. */
async function pendingOfNorth(): Promise<string> {
  const { referralId } = await refer(north, { number: '79778074', type: 'CASE_TRANSFER' });
  const where = { referralId: plainId(referralId) };
  return (await api.database.referralAccess.findUniqueOrThrow({ where })).id;
}

async function node(visitor: Visitor, id: string): Promise<unknown> {
  const { data, errors } = await visitor.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
  expect(errors).toBeUndefined();
  return (data as { node: unknown }).node;
}

async function nodes(visitor: Visitor, ids: string[]) {
  return await visitor.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
}

describe('node', () => {
  it('gives every type of record that has an id, to those who may see it', async () => {
    const type = schema.getType('Node');
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
    expect(Object.keys(records).toSorted()).toEqual(types.toSorted());
    for (const [__typename, id] of Object.entries(records)) {
      expect(await node(north, id)).toEqual({ __typename, id });
    }
  });

  it('[R32] gives another organization only what belongs to all', async () => {
    const seen = [];
    for (const [type, id] of Object.entries(records)) if ((await node(valley, id)) !== null) seen.push(type);
    expect(seen.toSorted()).toEqual(['CorrespondenceTemplate', 'Organization', 'Program']);
  });

  it('refuses ids that are wrong in any way, and tells where they stand; of nobody it gives null', async () => {
    const id = records.Case ?? '';
    const viewer = globalId('Viewer', plainId(id));
    const other = id.startsWith('B') ? 'C' : 'B';
    const altered = [...id].map((_, place) => `${id.slice(0, place)}${other}${id.slice(place + 1)}`);
    const old = btoa(`Case:${plainId(id)}`);
    const wrongs = ['', 'junk', '%%%', 'é', id.slice(0, -1), `${id}A`, `${id}=`, plainId(id), old, viewer];
    for (const wrong of [...wrongs, ...altered.filter((one) => one !== id)]) {
      const { errors } = await north.ask('query ($id: ID!) { node(id: $id) { id } }', { id: wrong });
      expect(errors, wrong).toMatchObject([{ extensions: { code: 'INVALID_ID', field: 'id' } }]);
    }
    expect(await node(north, globalId('Case', nobody))).toBeNull();
  });
});

describe('nodes', () => {
  it('gives what there is, and null in the place of what there is not', async () => {
    const { Case = '', Person = '', Program = '' } = records;
    const answer = await nodes(valley, [Program, Case, Person, globalId('Case', nobody), Program]);
    expect(answer.errors).toBeUndefined();
    const program = { __typename: 'Program', id: Program };
    expect(answer.data).toEqual({ nodes: [program, null, null, null, program] });
  });

  it('tells which of the ids is none', async () => {
    const answer = await nodes(north, [records.Case ?? '', 'junk']);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INVALID_ID', field: 'ids.1' } }]);
  });

  it('gives no more than a page at once', async () => {
    const ids = Array.from({ length: 101 }, () => globalId('Case', nobody));
    expect((await nodes(north, ids.slice(1))).data).toEqual({ nodes: ids.slice(1).map(() => null) });
    expect(await nodes(north, ids)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'INVALID_INPUT' } }],
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homepageTaskSubscription } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { trailLeft } from '../support/audit-trail.ts';
import { plainId } from '../support/global-id.ts';
import { type Referred, refer } from '../support/refer.ts';

const transferred = '50244764';
const informed = '79778074';
const other = '10041670';

let api: TestApi;
let north: Visitor;
let south: Visitor;
let ens: Visitor;
let open: Referred;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  [north, south, ens] = [
    await api.as('north.manager'),
    await api.as('south.manager'),
    await api.as('ens.admin'),
  ];
  open = await refer(north, { number: transferred, type: 'CASE_TRANSFER' });
  await refer(north, { number: informed, type: 'INFORMATIONAL_WITHIN' });
});
afterAll(async () => await api.stop());

const rowOf = plainId;

/** The case of a Case ID as the database has it, and who manages it. */
const caseOf = (number: string) => api.database.case.findUniqueOrThrow({ where: { number } });
const staffOf = (username: string) => api.database.staff.findUniqueOrThrow({ where: { username } });

/** The events of the user that asking leaves. */
async function viewsOf(visitor: Visitor, document: string, variables: object = {}) {
  const { id } = await staffOf(visitor.username);
  const left = await trailLeft(api.database, async () => {
    const answer = await visitor.ask(document, variables);
    expect(answer.errors).toBeUndefined();
  });
  return left.filter(({ actorId }) => actorId === id);
}

describe('what a receiver is shown of a client is on record, with the fields that were shown', () => {
  it('[D14] [R26] the person record and the summary of a case that is to be transferred', async () => {
    const { id: caseId, personId, organizationId } = await caseOf(transferred);
    const { id: actorId, organizationId: actorOrganizationId } = await staffOf('south.manager');
    const views = await viewsOf(
      south,
      `{ case(number: "${transferred}") { number status person { listedName birthDate } summary { status } } }`,
    );
    const common = { actorId, actorOrganizationId, outcome: 'VIEWED', caseId, personId };
    expect(views).toMatchObject([
      {
        ...{ ...common, action: 'case.view', entityType: 'Case', entityId: caseId },
        details: ['CaseSummary.status', 'number', 'person', 'summary'],
        managingOrganizationId: organizationId,
      },
      {
        ...{ ...common, action: 'person.view', entityType: 'Person', entityId: personId },
        details: ['birthDate', 'listedName'],
        managingOrganizationId: organizationId,
      },
    ]);
  });

  it('[D14] [R24] rows of a search, each with the case that lets them see it', async () => {
    const cases = [await caseOf(transferred), await caseOf(informed)];
    const own = await api.database.person.count({
      where: { cases: { some: { organization: { staff: { some: { username: 'south.manager' } } } } } },
    });
    expect(own).toBeGreaterThan(0);
    const views = await viewsOf(south, '{ people(first: 100) { nodes { listedName birthDate } } }');
    expect(views.map(({ personId, caseId }) => ({ personId, id: caseId }))).toEqual(
      expect.arrayContaining(cases.map(({ personId, id }) => ({ personId, id }))),
    );
    expect(views).toHaveLength(2);
  });

  it('[D14] records by their ids', async () => {
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Case { number } } }';
    const views = await viewsOf(south, document, { ids: [open.caseId] });
    expect(views).toMatchObject([{ action: 'case.view', entityId: rowOf(open.caseId), details: ['number'] }]);
  });

  it('[D14] [B8] a request to take a case over', async () => {
    const views = await viewsOf(south, '{ pendingTransfers { nodes { submittedAt } } }');
    expect(views).toMatchObject([{ action: 'pendingTransfer.view', caseId: rowOf(open.caseId) }]);
  });

  it('[D14] [R36] a client’s name and a program in My Notifications', async () => {
    const admin = await api.as('south.admin');
    const views = await viewsOf(admin, '{ homepageTasks { nodes { orgOrPlayer program } } }');
    const { personId } = await caseOf(transferred);
    expect(views).toContainEqual(
      expect.objectContaining({ entityType: 'Person', entityId: personId, details: ['listedName'] }),
    );
    expect(views).toContainEqual(
      expect.objectContaining({ entityType: 'Case', details: ['CaseSummary.program'] }),
    );
  });

  it('[D14] the same record shown twice by one operation is one view', async () => {
    const one = `case(number: "${transferred}") { number }`;
    expect(await viewsOf(south, `{ a: ${one} b: ${one} }`)).toHaveLength(1);
  });

  it.each([
    ['WebSocket', 'watch'],
    ['server-sent events', 'stream'],
  ] as const)('[D14] what a subscription shows over %s', async (_transport, subscribe) => {
    const tasks = await (await api.as('south.admin'))[subscribe](homepageTaskSubscription);
    const { personId, id: caseId } = await caseOf(other);
    const views = await trailLeft(api.database, async () => {
      await refer(north, { number: other, type: 'CASE_TRANSFER' });
      await tasks.next(({ homepageTaskChanged }) => homepageTaskChanged.homepageTask.caseNumber === other);
    });
    await tasks.close();
    const admin = await staffOf('south.admin');
    expect(views.filter(({ actorId }) => actorId === admin.id)).toContainEqual(
      expect.objectContaining({ outcome: 'VIEWED', personId, caseId }),
    );
  });
});

describe('administrators of the network see what is not theirs', () => {
  it('[D14] a referral and all of its case', async () => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Referral {
      contactName case { employmentGoal person { email } } correspondence { nodes { emailTo attempts { outcome } } }
    } } }`;
    const views = await viewsOf(ens, document, { id: open.referralId });
    expect(views.map(({ action }) => action)).toEqual([
      'case.view',
      'correspondence.view',
      'person.view',
      'referral.view',
    ]);
    const { organizationId } = await caseOf(transferred);
    for (const view of views) {
      expect(view).toMatchObject({ caseId: rowOf(open.caseId), managingOrganizationId: organizationId });
    }
  });

  it('[D14] [R14] a letter behind a signed link', async () => {
    const document = 'query ($id: ID!) { node(id: $id) { ... on Referral { letter { url } } } }';
    const letterOf = async (visitor: Visitor) => {
      const { data } = await visitor.ask(document, { id: open.referralId });
      return (data as { node: { letter: { url: string } } }).node.letter.url;
    };
    const [theirs, own] = [await letterOf(ens), await letterOf(north)];
    expect(await trailLeft(api.database, () => fetch(theirs))).toMatchObject([
      { action: 'referral.letter.open', outcome: 'VIEWED', entityId: rowOf(open.referralId) },
    ]);
    expect(await trailLeft(api.database, () => fetch(own))).toEqual([]);
  });
});

describe('views by the managing organization are not on record, and cost nothing', () => {
  it.each([
    `{ case(number: "${transferred}") { number person { birthDate } referrals { nodes { letter { sha256 } } } } }`,
    '{ people(first: 100) { nodes { listedName birthDate } } }',
    '{ cases(first: 100) { nodes { number status person { listedName } } } }',
    '{ pendingTransfers { nodes { submittedAt person { listedName } } } }',
    '{ homepageTasks { nodes { orgOrPlayer program person { listedName } } } }',
  ])('[D14] %s', async (document) => {
    api.statements.length = 0;
    expect(await viewsOf(north, document)).toEqual([]);
    expect(api.statements.filter((sql) => sql.includes('AuditEvent'))).toEqual([]);
  });
});

it('[D14] what cannot be put on record is not shown', async () => {
  await api.database
    .$executeRaw`ALTER TABLE "AuditEvent" ADD CONSTRAINT no_views CHECK (outcome <> 'VIEWED') NOT VALID`;
  try {
    const answer = await south.ask(`{ case(number: "${transferred}") { number } }`);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([{ message: 'Unexpected error.' }]);
  } finally {
    await api.database.$executeRaw`ALTER TABLE "AuditEvent" DROP CONSTRAINT no_views`;
  }
});

it('[D14] all views of an operation are one statement', async () => {
  api.statements.length = 0;
  const views = await viewsOf(ens, '{ cases(first: 100) { nodes { number person { listedName } } } }');
  expect(views.length).toBeGreaterThan(20);
  expect(api.statements.filter((sql) => sql.includes('INTO "AuditEvent"'))).toHaveLength(1);
});

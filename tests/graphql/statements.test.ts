import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseQuery,
  casesQuery,
  homepageTasksQuery,
  peopleQuery,
  referralChoicesQuery,
} from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft, refer, transfer } from '../support/refer.ts';

const numbers = ['50244764', '79778074', '10041670'] as const;
const [number] = numbers;
const referrals = 20;

let api: TestApi;
let south: Visitor;
let caseId: string;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  south = await api.as('south.manager');
  const north = await api.as('north.manager');
  for (const one of numbers) {
    ({ caseId } = await refer(north, { number: one, type: 'CASE_TRANSFER' }));
    await transfer(south, caseId);
  }
  // The transferred referral is the first of them.
  for (let count = 1; count < referrals; count += 1) {
    await (count % 2 === 0 ? draft : refer)(south, { number, type: 'INFORMATIONAL_OUTSIDE' });
  }
});
afterAll(async () => await api.stop());

/** Of each statement that a request takes, in no order: what it does, and the tables it touches as they are named. */
async function statementsOf(request: () => Promise<unknown>): Promise<string[]> {
  api.statements.length = 0;
  await request();
  const statements = api.statements.map((sql) => {
    const tables = sql.matchAll(/(?:FROM|JOIN|INTO|UPDATE) (?:"public"\.)?"(\w+)"/g);
    const named = [...new Set([...tables].map(([, table]) => table))];
    return [/COUNT\(\*\) AS "_count\$_all"/.test(sql) ? 'COUNT' : sql.trim().split(/\s/)[0], ...named].join(
      ' ',
    );
  });
  return statements.toSorted();
}

/** A request's statements, which must be the same for few rows as for many. */
async function steadyStatements(request: (rows: number) => Promise<unknown>): Promise<string[]> {
  const many = await statementsOf(() => request(25));
  expect(await statementsOf(() => request(1))).toEqual(many);
  return many;
}

describe('a hot read takes a fixed number of statements, however many rows it gives', () => {
  it('[R36] My Notifications with every column', async () => {
    const document = `query ($first: Int!) {
      homepageTasks(first: $first, search: "lsi", orderBy: { column: ORG_OR_PLAYER }) { totalCount nodes {
      id priority priorityLabel type typeLabel caseNumber orgOrPlayer program createdBy dueDate dueDateLabel message
      createdAt completedAt completedBy { username } person { listedName }
      case { number status person { listedName } caseManager { username } }
      referral { type } pendingTransfer { expiresAt }
    } } }`;
    expect((await south.request(homepageTasksQuery, {})).homepageTasks.totalCount).toBe(numbers.length);
    expect(await steadyStatements((first) => south.ask(document, { first }))).toMatchInlineSnapshot(`
      [
        "SELECT HomepageTask Staff Case Person ReferralAccess Referral",
        "SELECT Staff Organization",
        "WITH HomepageTask Case ReferralAccess Organization Agreement AgreementProgram Program Person Staff Referral CaseTransfer CaseloadTransfer CaseloadTransferItem",
      ]
    `);
  });

  it('[R36] My Notifications as the homepage shows them', async () => {
    const document = `query ($first: Int!) { homepageTasks(first: $first) { totalCount nodes {
      id priorityLabel typeLabel caseNumber orgOrPlayer program createdBy dueDate dueDateLabel message
    } } }`;
    expect(await steadyStatements((first) => south.ask(document, { first }))).toMatchInlineSnapshot(`
      [
        "SELECT Staff Organization",
        "WITH HomepageTask Case ReferralAccess Organization Agreement AgreementProgram Program Person Staff Referral CaseTransfer CaseloadTransfer CaseloadTransferItem",
      ]
    `);
  });

  it('[R28] cases by name', async () => {
    const { cases } = await south.request(casesQuery, { search: 'd' });
    expect(cases.totalCount).toBeGreaterThan(1);
    const document = `query ($first: Int!) { cases(search: "d", first: $first) { totalCount nodes {
      number status openedOn person { listedName birthDate } program { label } organization { name }
      office { name } caseManager { name } agreement { number } serviceDeliveryLocation { name }
      summary { number program { label } organization { name } caseManager { name email } }
    } } }`;
    expect(await steadyStatements((first) => south.ask(document, { first }))).toMatchInlineSnapshot(`
      [
        "SELECT Staff Organization",
        "WITH Case ReferralAccess Organization Agreement AgreementProgram Program Person PersonNameWord Office Staff ServiceDeliveryLocation",
      ]
    `);
  });

  it('[R28] people by name, with their cases', async () => {
    expect((await south.request(peopleQuery, { search: '' })).people.totalCount).toBeGreaterThan(3);
    const document = `query ($first: Int!) { people(first: $first) { nodes {
      listedName birthDate cases { totalCount nodes { number status organization { name } } }
    } } }`;
    expect(await steadyStatements((first) => south.ask(document, { first }))).toMatchInlineSnapshot(`
      [
        "SELECT Person ReferralAccess Case Organization Agreement AgreementProgram Program",
        "SELECT Staff Organization",
        "WITH Case ReferralAccess Organization Agreement AgreementProgram Program Person",
      ]
    `);
  });

  it('[R3] the Referrals screen with twenty referrals, expanded', async () => {
    const { case: found } = await south.request(caseQuery, { number });
    expect(found?.referrals?.totalCount).toBe(referrals);
    const document = `query ($first: Int!) { case(number: "${number}") {
      person { listedName } program { label } caseManager { name } office { name } organization { name }
      referrals(first: $first) { totalCount nodes {
        typeLabel statusLabel referralDate organizationName contactName emailTo language emailSubject emailContent
        organization { name } sendingOrganization { name } createdBy { name } submittedBy { name } template { name }
        correspondence { totalCount nodes { status emailTo attempts { number outcome reason } } }
      } }
      notifications { nodes { message createdAt acknowledgedBy { name } } }
      transfers { nodes { completedAt fromOrganization { name } toOrganization { name } toCaseManager { name } } }
    } }`;
    expect(await steadyStatements((first) => south.ask(document, { first }))).toMatchInlineSnapshot(`
      [
        "SELECT ReferralAccess Person Program Staff Office Organization CorrespondenceTemplateText CorrespondenceTemplateVersion CorrespondenceTemplate CorrespondenceAttempt Correspondence Referral CaseTransfer CaseNotification Case Agreement AgreementProgram",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('[B6] the case page with what the user can do with the case and each of its referrals', async () => {
    const document = `query ($first: Int!) { case(number: "${number}") {
      person { listedName } program { label } caseManager { name } allowedActions { action allowed code reason asksFor }
      referrals(first: $first) { totalCount nodes {
        typeLabel statusLabel organizationName organization { name } template { name } templateVersion { number }
        correspondence { totalCount nodes { status } } documents { totalCount nodes { fileName } } case { number }
        allowedActions { action allowed code reason fields { field message } }
      } }
      notifications { nodes { message } }
    } }`;
    const statements = await steadyStatements((first) => south.ask(document, { first }));
    expect(statements).toMatchInlineSnapshot(`
      [
        "SELECT ReferralAccess Person Program Staff Organization Agreement AgreementProgram CorrespondenceTemplateText CorrespondenceTemplateVersion CorrespondenceTemplate Correspondence ReferralDocument Office Case Referral Letter CaseTransfer CaseNotification",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('[B6] [B3] the same with what submitting each draft would ask for', async () => {
    const document = `query ($first: Int!) { case(number: "${number}") { referrals(first: $first) { nodes {
      allowedActions { action allowed asksFor }
    } } } }`;
    const statements = await statementsOf(() => south.ask(document, { first: 25 }));
    expect(statements).toMatchInlineSnapshot(`
      [
        "SELECT AgreementProgram Program Agreement Organization CorrespondenceTemplateText CorrespondenceTemplateVersion CorrespondenceTemplate ReferralAccess Correspondence Referral Letter Person Office Staff Case ReferralDocument",
        "SELECT Referral Organization Office ServiceDeliveryLocation Staff Case Person",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('[R6] [B6] the organizations of the network with what belongs to them, and whether each can be referred to', async () => {
    const ens = await api.as('ens.admin');
    const document = `query ($first: Int!) { organizations(first: $first) { totalCount nodes {
      name city closedAt referralEligibility { allowed reasons { code } }
      offices { totalCount nodes { name } } serviceDeliveryLocations { nodes { name } }
      agreements { nodes { number programs { code } } }
      staff(search: "a") { totalCount nodes { name isDisabled account { roles } office { name } } }
    } } }`;
    const { data } = await ens.ask(document, { first: 25 });
    expect((data as { organizations: { nodes: unknown[] } }).organizations.nodes.length).toBeGreaterThan(3);
    const statements = await steadyStatements((first) => ens.ask(document, { first }));
    expect(statements).toMatchInlineSnapshot(`
      [
        "COUNT Organization",
        "SELECT Organization Agreement AgreementProgram Program",
        "SELECT Organization Agreement AgreementProgram Program Office ServiceDeliveryLocation Staff",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('[B6] [R6] every organization, and whether it can be chosen', async () => {
    const document = `query ($caseId: ID!, $first: Int!) {
      organizationChoices(caseId: $caseId, type: CASE_TRANSFER, first: $first) {
        nodes { organization { name city } allowed reasons { code message } }
      }
    }`;
    const variables = (first: number) => ({ caseId, first });
    const statements = await steadyStatements((first) => south.ask(document, variables(first)));
    expect(statements).toMatchInlineSnapshot(`
      [
        "COUNT Case",
        "SELECT Organization Agreement AgreementProgram Program",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('a case by its id', async () => {
    const document = `query ($id: ID!, $first: Int!) { node(id: $id) { ... on Case {
      number person { listedName } referrals(first: $first) { nodes { status template { name } } }
    } } }`;
    expect(
      await steadyStatements((first) => south.ask(document, { id: caseId, first })),
    ).toMatchInlineSnapshot(`
      [
        "SELECT ReferralAccess Person CorrespondenceTemplateText CorrespondenceTemplateVersion CorrespondenceTemplate Referral Case Organization Agreement AgreementProgram Program",
        "SELECT Staff Organization",
      ]
    `);
  });

  it('[R6] [R8] the choices for a referral', async () => {
    expect(
      await statementsOf(() => south.request(referralChoicesQuery, { caseId, type: 'CASE_TRANSFER' })),
    ).toMatchInlineSnapshot(`
      [
        "COUNT Case",
        "SELECT CorrespondenceTemplate CorrespondenceTemplateVersion CorrespondenceTemplateText",
        "SELECT Organization Agreement AgreementProgram Program",
        "SELECT Staff Organization",
      ]
    `);
  });
});

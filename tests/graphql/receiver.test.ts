import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesQuery, peopleQuery, transferOptionsQuery } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { everyField } from '../support/every-field.ts';
import { globalId } from '../support/global-id.ts';
import { organizations, refer } from '../support/refer.ts';

let api: TestApi;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
});
afterAll(async () => await api.stop());

const wholeCase = `query ($number: String!) { case(number: $number) { ${everyField('Case')} } }`;
const search = async (visitor: Visitor, words: string) => ({
  cases: (await visitor.request(casesQuery, { search: words })).cases.nodes,
  people: (await visitor.request(peopleQuery, { search: words })).people.nodes,
});
const nothing = { cases: [], people: [] };

describe('the receiver of a Case Transfer referral', () => {
  const number = '10041670';

  it('[R26] sees nothing before submit', async () => {
    expect((await south.ask(wholeCase, { number })).data).toEqual({ case: null });
    expect(await search(south, number)).toEqual(nothing);
    expect(await search(south, 'mac isaac o’brien')).toEqual(nothing);
  });

  it('[R26] from submit on sees of the case its id, number, person, summary and allowed actions, and every other field is null', async () => {
    await refer(north, { number, type: 'CASE_TRANSFER' });
    const { data, errors } = await south.ask(wholeCase, { number });
    expect(errors).toBeUndefined();
    const seen = Object.entries((data as { case: Record<string, unknown> }).case);
    expect(seen.filter(([, value]) => value !== null).map(([field]) => field)).toEqual([
      'allowedActions',
      'id',
      'number',
      'person',
      'summary',
    ]);
    expect(seen.length).toBeGreaterThan(15);
  });

  it('[R26] the same fields are there for the organization that manages it', async () => {
    const { data } = await north.ask(wholeCase, { number });
    const empty = Object.entries((data as { case: Record<string, unknown> }).case)
      .filter(([, value]) => value === null)
      .map(([field]) => field);
    // The sample case is open and has no service delivery location.
    expect(empty).toEqual(['closedOn', 'serviceDeliveryLocation']);
  });

  it('[R26] the summary tells the state of the case and whom to talk to, and nothing leads further', async () => {
    const fields = everyField('CaseSummary');
    const answer = await south.ask(
      `query ($number: String!) {
      case(number: $number) { summary { ${fields} ... on CaseSummary { organization { name } caseManager { name } } } }
    }`,
      { number },
    );
    expect(answer.data).toEqual({
      case: {
        summary: {
          __typename: undefined,
          number,
          status: 'ASSESSMENT',
          openedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          employmentGoal: 'Return to bookkeeping after ten years of caring for family',
          program: { __typename: 'Program' },
          organization: { __typename: 'Organization', name: organizations.north },
          caseManager: { __typename: 'StaffMember', name: 'Ian Cameron' },
        },
      },
    });
  });

  it('[R28] finds client and case by name and by Case ID, as all who work there do', async () => {
    for (const visitor of [south, await api.as('south.manager2'), await api.as('south.admin')]) {
      for (const words of [number, 'siobhan', 'O’Brien', 'macisaac sio']) {
        expect(await search(visitor, words)).toMatchObject({
          cases: [{ number, status: null, caseManager: null, summary: { status: 'ASSESSMENT' } }],
          people: [{ listedName: "O'Brien-MacIsaac, Siobhán", cases: { nodes: [{ number }] } }],
        });
      }
    }
  });

  it('[R29] is offered what its own organization has for the transfer, and nobody else is', async () => {
    const { id } = await api.database.case.findUniqueOrThrow({ where: { number } });
    const options = async (visitor: Visitor) =>
      (await visitor.request(transferOptionsQuery, { caseId: globalId('Case', id) })).transferOptions;
    expect(await options(south)).toMatchObject({
      offices: { nodes: [{ name: 'Chester Office' }, { name: 'Lunenburg Office' }] },
      caseManagers: { nodes: [{ username: 'south.manager2' }, { username: 'south.manager' }] },
      agreements: { nodes: [{ number: 'OFA-207358' }] },
      serviceDeliveryLocationRequired: true,
    });
    for (const username of ['north.manager', 'valley.manager', 'auditor']) {
      expect(await options(await api.as(username))).toBeNull();
    }
  });

  it('[R26] nobody else sees any of it, nor does the receiver see the referral itself', async () => {
    for (const username of ['valley.manager', 'expired.manager', 'auditor']) {
      expect(await search(await api.as(username), number)).toEqual(nothing);
    }
    const { id } = await api.database.referral.findFirstOrThrow({ where: { case: { number } } });
    const referral = `{ node(id: "${globalId('Referral', id)}") { id } }`;
    expect(await south.ask(referral)).toMatchObject({ data: { node: null } });
    expect((await north.ask(referral)).data).not.toMatchObject({ node: null });
  });
});

describe('the receiver of an informational referral', () => {
  const number = '79778074';

  it('[R24] within LaMPSS sees the person record from submit on, and no case', async () => {
    await refer(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
    const valley = await api.as('valley.manager');
    expect(await valley.ask(wholeCase, { number })).toMatchObject({ data: { case: null } });
    const found = await search(valley, 'Sylliboy');
    expect(found).toMatchObject({ cases: [], people: [{ birthDate: '1996-11-02', cases: { nodes: [] } }] });
    expect(await search(valley, number)).toEqual(nothing);
    const person = `{ node(id: "${found.people[0]?.id}") { ... on Person { ${everyField('Person')} } } }`;
    expect((await valley.ask(person)).data).toMatchObject({ node: { familyName: 'Sylliboy' } });
  });

  it('[R25] outside LaMPSS does not exist here: nobody gains anything', async () => {
    await refer(north, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
    for (const username of ['south.manager', 'valley.manager']) {
      expect(await search(await api.as(username), 'Diaz')).toEqual(nothing);
    }
    expect(await api.database.referralAccess.count({ where: { case: { number: '50244764' } } })).toBe(0);
  });
});

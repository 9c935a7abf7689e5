import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import {
  addClient,
  caseChoices,
  changeCaseStatusMutation,
  createPersonMutation,
  newcomer,
  openCaseMutation,
  updateCaseMutation,
  updatePersonMutation,
} from '../support/case-operations.ts';
import { globalId } from '../support/global-id.ts';
import { refer } from '../support/refer.ts';

let api: TestApi;
let north: Visitor;
let south: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  south = await api.as('south.manager');
});
afterAll(async () => await api.stop());

const rosa = { givenName: 'Rosa', familyName: 'Diaz', birthDate: '1988-03-14', sin: '095152203' };

it('a possible duplicate is shown with its record, and added once it is named as somebody else', async () => {
  const input = { ...(await newcomer(api, 'north.manager')), ...rosa, sin: null };
  const { createPerson } = await north.request(createPersonMutation, { input });
  expect(createPerson).toMatchObject({
    __typename: 'PossibleDuplicatePeople',
    people: [{ listedName: 'Diaz, Rosa L.', birthDate: '1988-03-14' }],
  });
  const people = createPerson.__typename === 'PossibleDuplicatePeople' ? createPerson.people : [];
  const again = { ...input, differentFromIds: people.map(({ id }) => id) };
  const answer = await north.request(createPersonMutation, { input: again });
  expect(accepted(answer.createPerson).case.status).toBe('INTAKE');
});

it('[D12] an organization hears nothing of another one’s clients: the answer is that for anybody', async () => {
  const asked = async (person: object) => {
    const input = { ...(await newcomer(api, 'south.manager')), ...person };
    const { createPerson } = await south.request(createPersonMutation, { input });
    const shape = JSON.stringify(createPerson).replaceAll(/"(id|number|listedName)":"[^"]*"/g, '"$1":""');
    return shape;
  };
  expect(await asked(rosa)).toBe(await asked({}));
  const { personId } = await addClient(api, south);
  const { updatePerson } = await south.request(updatePersonMutation, {
    input: { personId, sin: '098630593' },
  });
  expect(updatePerson.__typename).toBe('UpdatePersonSuccess');
});

it('an id in differentFromIds of a client whom the user does not see changes nothing, and tells nothing', async () => {
  const foreign = await api.database.person.findFirstOrThrow({
    where: { familyName: 'Diaz' },
    orderBy: { id: 'asc' },
  });
  const input = {
    ...(await newcomer(api, 'south.manager')),
    differentFromIds: [
      globalId('Person', foreign.id),
      globalId('Person', '00000000-0000-0000-0000-000000000000'),
    ],
  };
  const { createPerson } = await south.request(createPersonMutation, { input });
  expect(createPerson.__typename).toBe('CreatePersonSuccess');
});

it('[R24] [R26] [B6] a receiver is told what it can do with the record, and neither version nor history of the case', async () => {
  const { number, personId, caseId } = await addClient(api, north);
  await refer(north, { number, type: 'CASE_TRANSFER' });
  const { data } = await south.ask(
    `query ($person: ID!, $case: ID!) {
      person: node(id: $person) { ... on Person { allowedActions { action allowed code } } }
      case: node(id: $case) { ... on Case { number version statusHistory { totalCount } statusMoves { status } } }
    }`,
    { person: personId, case: caseId },
  );
  expect(data).toEqual({
    person: {
      allowedActions: [
        { action: 'UPDATE', allowed: false, code: 'NOT_ALLOWED' },
        { action: 'OPEN_CASE', allowed: true, code: null },
      ],
    },
    case: { number, version: null, statusHistory: null, statusMoves: null },
  });
  const input = { personId, ...(await caseChoices(api, 'south.manager')) };
  const { openCase } = await south.request(openCaseMutation, { input });
  expect(accepted(openCase).case.status).toBe('INTAKE');
});

it('[R25] a case is closed and reopened, and its history says by whom and why', async () => {
  const { caseId } = await addClient(api, north);
  const move = async (status: 'CLOSED' | 'ASSESSMENT', reason: string | null) => {
    const { changeCaseStatus } = await north.request(changeCaseStatusMutation, {
      input: { caseId, status, reason },
    });
    return accepted(changeCaseStatus).case;
  };
  await move('CLOSED', null);
  expect(await move('ASSESSMENT', 'Came back.')).toMatchObject({
    status: 'ASSESSMENT',
    closedOn: null,
    statusMoves: [
      { status: 'INTAKE', asksFor: [] },
      { status: 'ACTION_PLAN', asksFor: [] },
      { status: 'CLOSED', asksFor: [] },
    ],
    statusHistory: {
      totalCount: 3,
      nodes: [
        { from: 'CLOSED', to: 'ASSESSMENT', reason: 'Came back.', changedBy: { username: 'north.manager' } },
        { from: 'INTAKE', to: 'CLOSED', reason: null, changedBy: { username: 'north.manager' } },
        { from: null, to: 'INTAKE', reason: null, changedBy: { username: 'north.manager' } },
      ],
    },
  });
});

it('a move that there is not names those that there are', async () => {
  const { caseId } = await addClient(api, north);
  const { changeCaseStatus } = await north.request(changeCaseStatusMutation, {
    input: { caseId, status: 'FOLLOW_UP' },
  });
  expect(changeCaseStatus).toMatchObject({
    __typename: 'CaseStatusNotReachable',
    from: 'INTAKE',
    nextStatuses: ['ASSESSMENT', 'CLOSED'],
  });
});

it('a change is made once, on the version that was seen', async () => {
  const { caseId } = await addClient(api, north);
  const input = { caseId, version: 1, employmentGoal: 'Baker' };
  const first = accepted((await north.request(updateCaseMutation, { input })).updateCase);
  expect(first.case).toMatchObject({ version: 2, employmentGoal: 'Baker' });
  const again = await north.request(updateCaseMutation, { input: { ...input, employmentGoal: 'Cook' } });
  expect(again.updateCase).toMatchObject({ __typename: 'StaleRecord', version: 2 });
});

it('a list of cases costs the same statements however many have a history', async () => {
  const document = `{ cases(first: 20) { nodes { number statusMoves { status } statusHistory { nodes { to } } } } }`;
  const count = async () => {
    const before = api.statements.length;
    await north.ask(document);
    return api.statements.slice(before).filter((sql) => sql.includes('"CaseStatusChange"')).length;
  };
  const once = await count();
  for (let times = 0; times < 3; times += 1) await addClient(api, north);
  expect([once, await count()]).toEqual([1, 1]);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

const createPerson = 'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { __typename } }';
const client = { givenName: 'Rosa at "input"; ', familyName: 'Diaz', email: 'rosa.diaz@client.example' };

async function refused(document: string, variables: object = {}, headers: Record<string, string> = {}) {
  const { errors = [], data } = await north.ask(document, variables, headers);
  expect(data ?? null).toBeNull();
  const said = errors.map(({ message }) => message).join('\n');
  for (const value of ['Rosa', 'Diaz', 'client.example', '1987-13-05']) expect(said).not.toContain(value);
  return errors;
}

describe('[D14] what does not fit the schema is named by its place and type, and never repeated', () => {
  it.each([
    [
      'a field is missing',
      { ...client, birthDate: '1987-06-05' },
      '"input": the field "case" of type FirstCaseInput! is missing.',
    ],
    [
      'a day is none',
      { ...client, birthDate: '1987-13-05', case: {} },
      '"input.birthDate": Date! is expected.',
    ],
    [
      'a text is an object',
      { ...client, familyName: { of: 'Diaz' } },
      '"input.familyName": String! is expected.',
    ],
    ['a text is missing', { ...client, familyName: null }, '"input.familyName": String! is expected.'],
    [
      'an item of a list is none',
      { ...client, differentFromIds: [{ id: 'Rosa' }] },
      '"input.differentFromIds.0": ID! is expected.',
    ],
    [
      'a choice is none',
      { ...client, preferredLanguage: 'Rosa' },
      '"input.preferredLanguage": Language is expected.',
    ],
    [
      'a field is not there',
      { ...client, Rosa: 'Diaz' },
      '"input": CreatePersonInput! has not all of its fields.',
    ],
    ['all of it is a text', 'Rosa Diaz', '"input": CreatePersonInput! is expected.'],
  ])('in variables, where %s', async (_what, input, text) => {
    const errors = await refused(createPerson, { input });
    expect(errors.map(({ message }) => message)).toContain(`Variable "$input" does not fit at ${text}`);
    for (const { extensions } of errors) expect(extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('in the language of the request', async () => {
    const [error] = await refused(createPerson, { input: 'Rosa' }, { 'accept-language': 'fr' });
    expect(error?.message).toBe(
      'La variable « $input » ne convient pas à « input » : CreatePersonInput! est attendu.',
    );
  });

  it('where a variable is missing altogether', async () => {
    const [error] = await refused(createPerson);
    expect(error?.message).toContain('"$input" of required type "CreatePersonInput!" was not provided');
    expect(error?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a day', '{ accessOn(personId: "x", date: "Rosa Diaz") { date } }', 'Date'],
    ['a text', '{ cases(search: {Rosa: "Diaz"}) { totalCount } }', 'String'],
    ['a choice', '{ homepageTasks(due: "Rosa") { totalCount } }', 'DueWindow'],
    ['a choice by name', '{ homepageTasks(due: Rosa) { totalCount } }', 'DueWindow'],
    ['a list of ids', '{ nodes(ids: [{Rosa: 1}]) { id } }', 'ID'],
    ['a number', '{ cases(first: "Rosa") { totalCount } }', 'Int'],
  ])('in the document itself, of %s', async (_what, document, type) => {
    const [error] = await refused(document);
    expect(error?.message).toBe(`A value of type "${type}" is expected here.`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import { makeTasks, tellOfTask } from '../../support/own-tasks.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false, env: { INTROSPECTION: 'off' } });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Refused = { document: string; variables?: object; told: object; en: RegExp; fr: RegExp };

const list =
  'query ($first: Int, $last: Int, $after: String, $before: String) { cases(first: $first, last: $last, after: $after, before: $before) { totalCount } }';
const badPage = (argument: string) => ({ code: 'BAD_PAGE', argument });
const tooMuch = {
  en: /^The operation asks for too much at once \(/,
  fr: /^L’opération demande trop à la fois \(/,
};
const nul = {
  told: { code: 'BAD_USER_INPUT' },
  en: /^Texts cannot hold the character U\+0000/,
  fr: /^Les textes ne peuvent pas contenir le caractère U\+0000/,
};
const noCursor = {
  told: { code: 'BAD_CURSOR' },
  en: /^This cursor is not of this list/,
  fr: /^Ce curseur n’est pas de cette liste/,
};
const both = {
  en: /^Send first or last: first goes with after/,
  fr: /^Envoyez first ou last : first va avec after/,
};
const oneWay = { en: /^Send first or before/, fr: /^Envoyez first ou before/ };
const size = {
  en: /^first must be from 1 to 100; for more/,
  fr: /^first doit être de 1 à 100; pour la suite/,
};

/** What is refused before its first field, by what it is. */
const refused: Record<string, Refused> = {
  'a page of nothing': { document: list, variables: { first: 0 }, told: badPage('first'), ...size },
  'a page that is too long': { document: list, variables: { first: 101 }, told: badPage('first'), ...size },
  'a page too long by a default': {
    document: 'query ($first: Int = 1000) { cases(first: $first) { totalCount } }',
    told: badPage('first'),
    ...size,
  },
  'a page in a fragment': {
    document: '{ ...a } fragment a on Query { cases(first: 0) { totalCount } }',
    told: badPage('first'),
    ...size,
  },
  'a page in both directions': {
    document: list,
    variables: { first: 1, last: 1 },
    told: badPage('last'),
    ...both,
  },
  'a page that goes on backwards': {
    document: list,
    variables: { first: 1, before: 'x' },
    told: badPage('before'),
    ...oneWay,
  },
  'a forged cursor': { document: list, variables: { after: 'x' }, ...noCursor },
  'U+0000 in a variable': { document: list, variables: { after: 'x\u0000' }, ...nul },
  'U+0000 in the document': { document: '{ cases(search: "\\u0000") { totalCount } }', ...nul },
  'too many aliases': {
    document: `{ viewer { ${Array.from({ length: 101 }, (_, place) => `a${place}: username`).join(' ')} } }`,
    told: { code: 'QUERY_TOO_LARGE', limit: 'aliases', cost: 101, most: 100 },
    ...tooMuch,
  },
  'pages of pages of pages': {
    document:
      '{ cases(first: 100) { nodes { referrals(first: 100) { nodes { notes(first: 100) { nodes { id } } } } } } }',
    told: { code: 'QUERY_TOO_LARGE', limit: 'complexity', most: 50_000 },
    ...tooMuch,
  },
  'the schema, where nobody may read it': {
    document: '{ __schema { queryType { name } } }',
    told: { code: 'INTROSPECTION_NOT_ALLOWED' },
    en: /^The schema is not told here/,
    fr: /^Le schéma n’est pas donné ici/,
  },
  'a file that is a text': {
    document:
      'mutation ($input: AddReferralDocumentInput!) { addReferralDocument(input: $input) { __typename } }',
    variables: { input: { referralId: 'x', file: 'x' } },
    told: { code: 'BAD_USER_INPUT' },
    en: /Send the file as a part of a multipart\/form-data request/,
    fr: /Envoyez le fichier comme partie d’une requête multipart\/form-data/,
  },
};

describe('an operation is refused before anything is read, in the language of the request', () => {
  it.each(Object.entries(refused))('%s', async (_name, { document, variables, told, en, fr }) => {
    for (const [language, message] of [
      ['en', en],
      ['fr-CA, en;q=0.5', fr],
    ] as const) {
      const { errors = [], data } = await north.ask(document, variables, { 'accept-language': language });
      expect(errors[0]?.message).toMatch(message);
      expect(errors[0]?.extensions).toMatchObject(told);
      expect(errors).toHaveLength(1);
      expect(data ?? null).toBeNull();
    }
  });
});

it.each(Object.entries(refused))('on a socket, too, which ends that alone: %s', async (_name, operation) => {
  const { document: query, variables, told, fr } = operation;
  const socket = await openRawSocket(api.url, { authorization: north.authorization, acceptLanguage: 'fr' });
  const { data } = await north.ask('{ liveCursor }');
  const watching =
    'subscription ($after: String) { homepageTaskChanged(after: $after) { homepageTask { id } } }';
  const after = (data as { liveCursor: string }).liveCursor;
  socket.send({ id: 'live', type: 'subscribe', payload: { query: watching, variables: { after } } });
  socket.send({ id: 'refused', type: 'subscribe', payload: { query, variables } });
  const { type, id, payload } = await socket.next();
  const errors = type === 'error' ? payload : (payload as { errors: unknown }).errors;
  expect(id).toBe('refused');
  expect(errors).toMatchObject([{ message: expect.stringMatching(fr), extensions: told }]);
  expect(errors).not.toMatchObject([{ extensions: { http: expect.anything() } }]);
  const [taskId] = await makeTasks(api.database, 'north.manager', 1);
  await tellOfTask(api.database, taskId ?? '');
  const event = (await nextOf(socket, 'next')) as { data: { homepageTaskChanged: object } };
  expect(event.data.homepageTaskChanged).toEqual({
    homepageTask: { id: globalId('HomepageTask', taskId ?? '') },
  });
});

it('who does not say a language is answered in the one that they prefer', async () => {
  await api.database.staff.update({ where: { username: 'south.manager' }, data: { language: 'FR' } });
  const south = await api.as('south.manager');
  for (const document of [
    '{ cases(first: 0) { totalCount } }',
    refused['pages of pages of pages']?.document ?? '',
  ]) {
    const answer = await south.ask(document, {}, { 'accept-language': '' });
    expect(answer.errors?.[0]?.message).toMatch(/^first doit être|^L’opération demande trop/);
  }
});

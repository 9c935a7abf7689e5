import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { addDocumentMutation } from '../support/notes-and-documents.ts';
import { draft } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';
import { map, operations, type Parts, sendForm } from './send-form.ts';

let api: TestApi;
let north: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  ({ referralId } = await draft(north, { number: '50244764', type: 'CASE_TRANSFER' }));
});
afterAll(async () => await api.stop());

const sent: Parts[number] = ['0', file('a.pdf', pdf())];
const right = (): Parts[number] => ['operations', operations(referralId)];
const send = async (...parts: Parts) => await sendForm(api, { authorization: north.authorization }, parts);

const unreadable: [string, () => Parts][] = [
  ['no operations', () => [['map', map], sent]],
  ['operations that are no JSON', () => [['operations', '{'], ['map', map], sent]],
  ['operations that are null', () => [['operations', 'null'], ['map', map], sent]],
  ['a list of operations', () => [['operations', `[${right()[1]}]`], ['map', map], sent]],
  ['operations that are too long', () => [['operations', ' '.repeat(300_000)], ['map', map], sent]],
  ['a map that is no JSON', () => [right(), ['map', '{'], sent]],
  ['a map of numbers', () => [right(), ['map', '{"0": 7}'], sent]],
  ['a map onto the query', () => [right(), ['map', '{"0": ["query"]}'], sent]],
  ['two files', () => [right(), ['map', map], sent, ['1', sent[1]]]],
  ['a text for a file', () => [right(), ['map', map], ['0', 'text']]],
];

describe('a multipart request', () => {
  it.each(unreadable)('with %s is told that it cannot be read', async (_what, parts) => {
    expect(await send(...parts())).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('without its file, or with a map that leads nowhere, lacks a variable', async () => {
    expect(await send(right(), ['map', '{}'])).toMatchObject({ status: 400 });
    const astray = '{"0": ["__proto__.file", "variables.constructor.x"]}';
    expect(await send(right(), ['map', astray], sent)).toMatchObject({ status: 400 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is held to the same limits as any other', async () => {
    const nul: Parts[number] = ['operations', operations('a\0')];
    expect(await send(nul, ['map', map], sent)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const query = `{ ${'__typename '.repeat(5_000)} }`;
    const long: Parts[number] = ['operations', JSON.stringify({ query, variables: { input: {} } })];
    expect(await send(long, ['map', map], sent)).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('is the only way to send a file', async () => {
    for (const typed of ['text', { name: 'a.pdf', size: 3 }, 7]) {
      const answer = await north.ask(addDocumentMutation, { input: { referralId, file: typed } });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestOperation } from '../../../src/graphql/accept-uploads.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Told = { status: number; code: string | undefined; message: string | undefined; allow: string | null };

async function told(answer: Response): Promise<Told> {
  const { errors } = (await answer.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [{ message, extensions } = { message: undefined, extensions: undefined }] = errors ?? [];
  return { status: answer.status, code: extensions?.code, message, allow: answer.headers.get('allow') };
}

async function post(body: BodyInit, language: string): Promise<Told> {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  return await told(
    await fetch(`${api.url}/graphql`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
  );
}

const query = '{ __typename }';

describe('a request that can be read and asks for nothing is told why, in its language', () => {
  it.each([
    [{}, /^Send the operation as "query"/, /^Envoyez l’opération comme « query »/],
    [{ query: null }, /^Send the operation as "query"/, /^Envoyez l’opération/],
    [{ query: 7 }, /^Send the operation as "query"/, /^Envoyez l’opération/],
    [{ query: [query] }, /^Send the operation as "query"/, /^Envoyez l’opération/],
    [{ query, operationName: 7 }, /^"operationName" is a text/, /^« operationName » est un texte/],
    [{ query, variables: '{}' }, /^"variables" is an object/, /^« variables » est un objet/],
    [{ query, variables: [] }, /^"variables" is an object/, /^« variables » est un objet/],
    [{ query, extensions: 'x' }, /^"extensions" is an object/, /^« extensions » est un objet/],
    [{ query, 'Rosa Diaz': 1 }, /^A request has "query"/, /^Une requête contient « query »/],
    [[{ query }], /^Send one operation in a request/, /^Envoyez une seule opération par requête/],
  ])('%j', async (body, english, french) => {
    for (const [language, message] of [
      ['en', english],
      ['fr-CA', french],
    ] as const) {
      const answer = await post(JSON.stringify(body), language);
      expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(answer.message).toMatch(message);
      expect(answer.message).not.toContain('Diaz');
    }
  });

  it('where it does not say which operation to run', async () => {
    const body = JSON.stringify({ query: 'query a { __typename } query b { __typename }' });
    expect(await post(body, 'fr')).toMatchObject({
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: expect.stringMatching(/^Indiquez dans « operationName »/),
    });
    const named = { ...JSON.parse(body), operationName: 'b' };
    expect((await post(JSON.stringify(named), 'fr')).status).toBe(200);
  });

  it('where it would change something by GET, which a link or a picture of another page can send', async () => {
    const mutation = 'mutation { cancelReferral(input: { referralId: "x" }) { __typename } }';
    const answer = await fetch(`${api.url}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: { authorization: north.authorization, 'accept-language': 'fr' },
    });
    expect(await told(answer)).toEqual({
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      message: 'Envoyez les opérations par POST, ou les lectures par GET.',
      allow: 'POST',
    });
  });

  it('where it takes an answer of a kind that there is none of', async () => {
    for (const accept of ['text/html', 'application/xml']) {
      const headers = { accept, 'accept-language': 'fr', 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
      expect(await told(answer)).toMatchObject({
        status: 406,
        code: 'NOT_ACCEPTABLE',
        message: expect.stringMatching(/^Acceptez application\/graphql-response\+json/),
      });
    }
  });

  it('where a form brings several operations', async () => {
    const headers = { authorization: north.authorization, 'accept-language': 'fr' };
    const form = new FormData();
    form.set('operations', JSON.stringify([{ query }]));
    form.set('map', '{}');
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: form });
    expect(await told(answer)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Envoyez une seule opération par requête.',
    });
  });
});

describe('a request without a file', () => {
  /** One of exactly so many bytes, that says how many it is of or comes in chunks. */
  const ofBytes = (bytes: number) => {
    const [begin, end] = [`{"query":"${query}","variables":{"padding":"`, '"}}'];
    return begin + 'x'.repeat(bytes - begin.length - end.length) + end;
  };
  const inChunks = (body: string) => new Blob([body]).stream();

  it('may have 1,048,576 bytes, and is refused with one more, said or unsaid', async () => {
    for (const send of [(body: string) => body, inChunks]) {
      expect((await post(send(ofBytes(longestOperation)), 'en')).status).toBe(200);
      expect(await post(send(ofBytes(longestOperation + 1)), 'en')).toMatchObject({
        status: 413,
        code: 'REQUEST_ENTITY_TOO_LARGE',
        message: 'The request is larger than 1 MB. Ask for less at once.',
      });
      expect(await post(send(ofBytes(longestOperation + 1)), 'fr')).toMatchObject({
        status: 413,
        message: 'La requête dépasse 1 Mo. Demandez moins à la fois.',
      });
    }
    expect(longestOperation).toBe(1_048_576);
  });
});

import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { changedTables, type Digest, digestOf } from './hostile/digest.ts';
import { insides } from './hostile/insides.ts';

let api: TestApi;
let north: Visitor;
let digest: () => Promise<Digest>;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  await north.ask('{ viewer { username } }');
  digest = await digestOf(api.database);
});
afterAll(async () => await api.stop());

type Request = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** Sends bytes as they are, as no well-behaved client would. */
async function send({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Request) {
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = httpRequest(`${api.url}${path}`, {
      method,
      headers: { authorization: north.authorization, 'content-length': Buffer.byteLength(body), ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const withJson = (body: string | Buffer): Request => ({ headers: json, body });
const multipart = (boundary: string, ...parts: string[]): Request => ({
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body: parts.map((part) => `--${boundary}\r\n${part}\r\n`).join(''),
});

const viewer = '{ viewer { username } }';
const hostile: [string, Request][] = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '1e999',
    '{"query":null}',
    '{"query":{}}',
    '{"query":[]}',
    '\u0000',
    '[[[[',
    '{"query":1}',
  ].map((body): [string, Request] => [`as JSON: ${JSON.stringify(body)}`, withJson(body)]),
  ['JSON nested too deep', withJson(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['bytes that are no UTF-8', withJson(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]))],
  ['half a surrogate in the query', withJson(`{"query":"{ viewer { username } } # \\ud800"}`)],
  ['variables that are a list', withJson(JSON.stringify({ query: viewer, variables: [1] }))],
  ['variables that are a text', withJson(JSON.stringify({ query: viewer, variables: 'x' }))],
  ['a name of no operation', withJson(JSON.stringify({ query: viewer, operationName: '__proto__' }))],
  ['extensions that are a text', withJson(JSON.stringify({ query: viewer, extensions: 'x' }))],
  [
    'a persisted query of nobody',
    withJson(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "' OR 1=1" } } })),
  ],
  [
    'prototypes',
    withJson(`{"query":"${viewer}","__proto__":{"polluted":true},"constructor":{"prototype":{}}}`),
  ],
  ['a batch', withJson(JSON.stringify([{ query: viewer }, { query: viewer }]))],
  ['a query that cannot be read', withJson(JSON.stringify({ query: '{ viewer {' }))],
  ['a query of brackets', withJson(JSON.stringify({ query: '{'.repeat(20_000) }))],
  ['a fragment in a circle', withJson(JSON.stringify({ query: '{ ...a } fragment a on Query { ...a }' }))],
  [
    'a number past all numbers',
    withJson(JSON.stringify({ query: '{ cases(first: 99999999999999999999) { totalCount } }' })),
  ],
  ['no content type', { body: JSON.stringify({ query: viewer }) }],
  ...[
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'x',
    '/',
    'multipart/form-data',
  ].map((type): [string, Request] => [
    `as ${type}`,
    { headers: { 'content-type': type }, body: JSON.stringify({ query: viewer }) },
  ]),
  ['gzip that is none', { headers: { ...json, 'content-encoding': 'gzip' }, body: 'not gzip' }],
  ['multipart without parts', multipart('b')],
  [
    'multipart that breaks off',
    multipart('b', 'Content-Disposition: form-data; name="operations"\r\n\r\n{"query":'),
  ],
  [
    'multipart that maps nowhere',
    multipart(
      'b',
      `Content-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: viewer, variables: {} })}`,
      'Content-Disposition: form-data; name="map"\r\n\r\n{"0":["variables.__proto__.x"]}',
      'Content-Disposition: form-data; name="0"; filename="../../x"\r\n\r\nabc',
      '',
    ),
  ],
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'].map((method): [string, Request] => [
    method,
    { method, headers: json },
  ]),
  ...[
    '?query=',
    '?query=%7B',
    `?query=${encodeURIComponent(viewer)}&variables=%7B`,
    '?query=%E0%A4%A',
    `?query=${encodeURIComponent('mutation { __typename }')}`,
  ].map((search): [string, Request] => [
    `GET ${search}`,
    { method: 'GET', path: `/graphql${search}`, headers: { accept: 'application/json' } },
  ]),
  ...[
    'Bearer',
    'Bearer ',
    'Basic eDp5',
    `Bearer ${'a'.repeat(6_000)}`,
    'Bearer a.b.c',
    'Bearer e30.e30.e30',
    "Bearer ' OR 1=1 --",
  ].map((authorization): [string, Request] => [
    `authorization ${authorization.slice(0, 20)}`,
    { ...withJson(JSON.stringify({ query: viewer })), headers: { ...json, authorization } },
  ]),
  ...['fr;q=x', '*', `${'a,'.repeat(3_000)}`, 'en\u00ff', '{{x}}'].map((language): [string, Request] => [
    `accept-language ${language.slice(0, 20)}`,
    { ...withJson(JSON.stringify({ query: viewer })), headers: { ...json, 'accept-language': language } },
  ]),
  ...[
    '/letters/',
    '/letters/x',
    '/letters/%00',
    '/letters/%E0%A4%A',
    `/letters/${'a'.repeat(900)}`,
    `/letters/${'a'.repeat(3_000)}`,
    '/letters/e30.e30.e30',
    '/documents/../../etc/passwd',
    '/documents/%2e%2e%2f',
    '/documents/a.b.c',
    '/nowhere',
    '//',
    '/graphql/x',
    '/%',
    '/metrics?x=%00',
    '/healthz/..',
  ].map((path): [string, Request] => [`GET ${path.slice(0, 40)}`, { method: 'GET', path }]),
  ...[
    '',
    '{',
    '{"username":1}',
    '{"username":"\\u0000"}',
    '{"username":"\\ud800"}',
    '[]',
    `{"username":"${'x'.repeat(90_000)}"}`,
  ].map((body): [string, Request] => [
    `a development token for ${body.slice(0, 30)}`,
    { ...withJson(body), path: '/dev/token' },
  ]),
];

describe('[D14] a request that is none', () => {
  it.each(hostile)('is refused in a word, and changes nothing: %s', async (_name, request) => {
    const before = await digest();
    const { status, body } = await send(request);
    expect({ status, body: body.slice(0, 200) }).toMatchObject({
      status: expect.toSatisfy((code: number) => code < 500),
    });
    expect(body).not.toContain('Unexpected error.');
    expect(insides.exec(body)?.[0]).toBeUndefined();
    expect(changedTables(before, await digest())).toEqual([]);
  });

  it('leaves the service answering', async () => {
    expect((await north.ask(viewer)).data).toEqual({ viewer: { username: 'north.manager' } });
    expect((await send({ method: 'GET', path: '/readyz' })).status).toBe(200);
  });
});

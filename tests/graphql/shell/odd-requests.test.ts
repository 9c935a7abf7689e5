import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/api.ts';
import { say } from '../../support/say.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

const json = { 'content-type': 'application/json' };
const leaks = /node_modules|\.[jt]s:|prisma|select|postgres|fastify|FST_|SyntaxError|Unexpected token/i;

/** The status, code and message that a POST is answered with. */
async function post(headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) {
  const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
  const text = await answer.text();
  expect(text).not.toMatch(leaks);
  const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
  return { status: answer.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
}

describe('a body', () => {
  it('that is no JSON is told what would be, in the language of the request, and nothing of what it holds', async () => {
    for (const body of ['{', '\u0000', '{"query":', 'Rosa Diaz']) {
      const answer = await post({ ...json, 'accept-language': 'de, fr-CA;q=0.8, en;q=0.3' }, body);
      expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(answer.message).toMatch(/^La requête est illisible/);
      expect(answer.message).not.toContain('Diaz');
    }
    const english = await post({ ...json, 'accept-language': 'fr;q=0, en' }, '{');
    expect(english.message).toMatch(/^The request cannot be read/);
  });

  it('that is compressed, of another charset or of a kind that pages send without asking is not read', async () => {
    const query = '{"query":"{ __typename }"}';
    for (const [headers, body] of [
      [{ ...json, 'content-encoding': 'gzip' }, gzipSync(query)],
      [{ 'content-type': 'application/json; charset=utf-16' }, query],
      [{ 'content-type': 'text/plain' }, query],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'query={__typename}'],
      [{ 'content-type': 'application/graphql' }, '{__typename}'],
    ] as const) {
      expect(await post(headers, body)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    }
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'Application/JSON; charset="UTF-8"' },
      body: query,
    });
    expect(answer.status).toBe(200);
  });

  it('that is too large is refused, with a code, in the language of the request', async () => {
    const body = JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` });
    const answer = await post({ ...json, 'accept-language': 'fr' }, body);
    expect(answer).toMatchObject({ status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' });
    expect(answer.message).toMatch(/^La requête dépasse 1 Mo/);
  });
});

describe('what is hardly HTTP', () => {
  it.each([
    ['no request at all', ['hello', '', ''], 400],
    [
      'a host that is none',
      ['GET /graphql?query={__typename} HTTP/1.1', 'Host: [', 'Connection: close', '', ''],
      400,
    ],
    ['no host', ['GET /healthz HTTP/1.1', 'Connection: close', '', ''], 400],
    [
      'an address that cannot be decoded',
      ['GET /letters/%E0%A4%A HTTP/1.1', 'Host: localhost', 'Connection: close', '', ''],
      404,
    ],
    [
      'an address of 20 KB',
      [`GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1`, 'Host: localhost', '', ''],
      431,
    ],
    [
      'headers of 20 KB',
      ['GET /healthz HTTP/1.1', 'Host: localhost', `X-Long: ${'x'.repeat(20_000)}`, '', ''],
      431,
    ],
    [
      'two lengths',
      ['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Length: 1', 'Content-Length: 2', '', 'x'],
      400,
    ],
    [
      'a length and chunks',
      [
        'POST /graphql HTTP/1.1',
        'Host: localhost',
        'Content-Length: 4',
        'Transfer-Encoding: chunked',
        '',
        '0',
        '',
        '',
      ],
      400,
    ],
  ] as const)(
    'such as %s, is answered in the shape of all errors, and hung up on',
    async (_what, lines, status) => {
      const answer = await say(api.url, ...lines);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
      });
      expect(answer).not.toMatch(leaks);
    },
  );

  it('such as headers that never end, is hung up on after some seconds', async () => {
    const since = Date.now();
    const answer = await say(api.url, 'GET /healthz HTTP/1.1', 'Host: localhost', 'X-Slow: ');
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(Date.now() - since).toBeLessThan(25_000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { insides } from '../proof/hostile/insides.ts';
import { type ProductionService, startProductionService } from '../support/production-service.ts';
import { say } from '../support/say.ts';

const listed = 'https://app.handoff.example';
const viewer = '{ viewer { username } }';

let service: ProductionService;
let token: string;
beforeAll(async () => {
  service = await startProductionService({ env: { LOG_LEVEL: 'debug', CORS_ORIGINS: listed } });
  token = await service.tokenFor('north.manager');
});
afterAll(async () => await service.stop());

const closed = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
const json = 'Content-Type: application/json';

/** A request in lines, hung up on when it is answered. */
const asked = (line: string, headers: string[] = [], body = '') => [
  `${line} HTTP/1.1`,
  'Host: localhost',
  'Connection: close',
  ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
  ...headers,
  '',
  body,
];
const post = (headers: string[], body = JSON.stringify({ query: viewer })) =>
  asked('POST /graphql', headers, body);
const get = (path: string, headers: string[] = []) => asked(`GET ${path}`, headers);

/** All that was answered, its status, its headers in lower case, and what follows them. */
async function told(lines: string[]) {
  const whole = await say(service.url, ...lines);
  const [head = '', ...rest] = whole.split('\r\n\r\n');
  const [first = '', ...headers] = head.split('\r\n');
  const named = new Map(
    headers.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { whole, status: Number(first.split(' ')[1]), headers: named, body: rest.join('\r\n\r\n') };
}

describe('a page elsewhere', () => {
  it('is told by no answer that it may read it, not even while it is of this machine; a listed one may', async () => {
    const preflight = 'Access-Control-Request-Method: POST';
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:5173',
      `${listed}.evil.example`,
    ]) {
      for (const lines of [
        asked('OPTIONS /graphql', [`Origin: ${origin}`, preflight]),
        post([json, `Origin: ${origin}`]),
        get('/letters/x', [`Origin: ${origin}`]),
      ]) {
        const { whole } = await told(lines);
        expect(whole).not.toMatch(/access-control-allow-origin/i);
      }
    }
    const { headers } = await told(asked('OPTIONS /graphql', [`Origin: ${listed}`, preflight]));
    expect(headers.get('access-control-allow-origin')).toBe(listed);
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('does nothing by what a browser sends unasked: cookies, forms, plain text, links', async () => {
    const mutation = 'mutation { markAllHomepageTasksRead { __typename } }';
    const link = (document: string) => `/graphql?query=${encodeURIComponent(document)}`;
    const form = `--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: viewer })}\r\n--b--\r\n`;
    for (const [lines, status] of [
      [post([json, `Cookie: token=${token}; authorization=Bearer ${token}`]), 401],
      [post(['Content-Type: text/plain', `Authorization: Bearer ${token}`]), 415],
      [post(['Content-Type: text/plain; x=application/json', `Authorization: Bearer ${token}`]), 415],
      [post([`Authorization: Bearer ${token}`]), 415],
      [post(['Content-Type: application/x-www-form-urlencoded'], 'query={__typename}'), 415],
      [post(['Content-Type: multipart/form-data; boundary=b'], form), 401],
      [get(link(viewer)), 401],
      [get(`${link(viewer)}&access_token=${token}&authorization=Bearer%20${token}`), 401],
      [get(link(mutation), [`Authorization: Bearer ${token}`]), 405],
      [post([json, 'X-HTTP-Method-Override: POST', `X-Authorization: Bearer ${token}`]), 401],
    ] as const) {
      const answer = await told(lines);
      expect.soft(answer.status, lines.join(' ')).toBe(status);
      expect(answer.body).not.toContain('north.manager');
    }
  });

  it('opens no socket', async () => {
    const status = await new Promise<number>((resolve) => {
      const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        origin: 'http://localhost:5173',
      });
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
    });
    expect(status).toBe(403);
  });
});

describe('whatever is sent', () => {
  const bearer = () => `Authorization: Bearer ${token}`;
  const upgrade = (...headers: string[]) => [
    ...['GET /graphql HTTP/1.1', 'Host: localhost', 'Connection: Upgrade'],
    ...headers,
    '',
    '',
  ];
  it.each<[string, number, () => string[]]>([
    ['malformed JSON', 400, () => post([json, bearer()], '{"query":')],
    ['JSON that is not UTF-8', 415, () => post(['Content-Type: application/json; charset=utf-16'], '{}')],
    ['a batch', 400, () => post([json, bearer()], '[]')],
    ['an answer of a kind that is none', 406, () => get('/graphql', ['Accept: text/html'])],
    [
      'a broken form',
      400,
      () => post(['Content-Type: multipart/form-data; boundary=b', bearer()], '--b\r\nx'),
    ],
    ['a form without boundary', 400, () => post(['Content-Type: Multipart/Form-Data', bearer()], 'x')],
    ['headers of 20 KB', 431, () => get('/healthz', [`X-Long: ${'x'.repeat(20_000)}`])],
    [
      '2,500 headers',
      431,
      () =>
        get(
          '/healthz',
          Array.from({ length: 2_500 }, (_, place) => `H${place}: x`),
        ),
    ],
    ['percents that decode to nothing', 404, () => get('/letters/%E0%A4%A')],
    ['a path with U+0000', 404, () => get('/graphql/%00')],
    ['two hosts', 400, () => get('/healthz', ['Host: elsewhere.example'])],
    ['a method that is none', 400, () => asked('HACK /graphql')],
    ['TRACE', 404, () => asked('TRACE /graphql', [bearer()])],
    ['development sign-in', 404, () => asked('POST /dev/token', [json], '{"username":"ens.admin"}')],
    ['the caught mail', 404, () => get('/dev/inbox')],
    ['a handshake without key', 400, () => upgrade('Upgrade: websocket', 'Sec-WebSocket-Version: 13')],
    ['a handshake of no version', 400, () => upgrade('Upgrade: websocket', 'Sec-WebSocket-Version: 99')],
    ['a stream that nobody has signed in for', 401, () => post([json, 'Accept: text/event-stream'])],
  ])(
    '%s: the answer is a refusal in the shape of all, and tells nothing of the inside',
    async (_what, status, lines) => {
      const { whole, headers, body, ...answer } = await told(lines());
      expect(answer.status).toBe(status);
      expect(body).toMatch(/"errors":\[\{"message":"[^"]+.*"extensions":\{"code":"[A-Z_]+"/);
      expect(insides.exec(whole)?.[0]).toBeUndefined();
      expect(headers.get('content-security-policy')).toBe(closed);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
      for (const name of ['server', 'x-powered-by', 'set-cookie']) expect(headers.has(name)).toBe(false);
    },
  );

  it('an offer to go on in another protocol is passed over, and the request answered, as the last of its connection', async () => {
    const offer = [
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
    ];
    const lines = post([json, bearer(), ...offer]).filter((line) => line !== 'Connection: close');
    const heard = await say(service.url, ...lines);
    expect(heard).toMatch(/^HTTP\/1.1 200 /);
    expect(heard).toContain('{"data":{"viewer":{"username":"north.manager"}}}');
  });

  it('requests that come at once are answered in order, and none takes what another has sent for its own', async () => {
    const first = `POST /graphql HTTP/1.1\r\nHost: localhost\r\n${json}\r\n${bearer()}\r\nContent-Length: 35\r\n\r\n${JSON.stringify({ query: viewer })}`;
    expect(JSON.stringify({ query: viewer })).toHaveLength(35);
    const unsigned = first.replace(`${bearer()}\r\n`, '');
    const heard = await say(service.url, first + unsigned + get('/nowhere').join('\r\n'));
    expect(heard.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401', 'HTTP/1.1 404']);
    expect(heard.match(/north\.manager/g)).toHaveLength(1);
    // What follows a request that is refused before its body is read is no request.
    const hidden = get('/metrics').join('\r\n');
    const refused = await say(service.url, ...post(['Content-Type: text/plain'], hidden));
    expect(refused.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 415']);
  });
});

it('nothing of it was an unexpected error, and the service goes on', async () => {
  expect(service.output()).not.toContain('unexpected error');
  expect(service.output()).not.toMatch(/eyJ/);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestApi, type TestApi } from '../../support/api.ts';
import { say } from '../../support/say.ts';

const listed = 'https://app.handoff.example';
const elsewhere = 'https://elsewhere.example';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false, env: { CORS_ORIGINS: `${listed}, https://other.example` } });
});
afterAll(async () => await api.stop());

const preflight = (origin: string, path = '/graphql') =>
  fetch(`${api.url}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

/** How an upgrade from a page of this origin, or of a program, ends: the HTTP status. */
async function upgrade(
  headers: Record<string, string>,
  path = '/graphql',
  protocol = 'graphql-transport-ws',
) {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, protocol, { headers });
  return await new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
    socket.on('open', () => socket.close(1000));
    socket.on('close', (code) => resolve(code));
  });
}

describe('pages', () => {
  it('of a listed origin, and of this machine while developing, may ask; a browser remembers that for a day', async () => {
    for (const origin of [listed, 'http://localhost:5173', 'http://127.0.0.1:8080']) {
      const answer = await preflight(origin);
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
      expect(answer.headers.get('access-control-max-age')).toBe('86400');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    }
  });

  it('of any other may not, whatever they call themselves', async () => {
    for (const origin of [
      elsewhere,
      'null',
      `${listed}.evil.example`,
      'http://localhost.evil.example',
      'file://',
    ]) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('open sockets only from where they may ask; programs, which name no origin, always do', async () => {
    expect(await upgrade({ origin: listed })).toBe(1000);
    expect(await upgrade({})).toBe(1000);
    for (const origin of [elsewhere, 'null']) expect(await upgrade({ origin })).toBe(403);
  });
});

describe('a socket', () => {
  it('is opened at /graphql alone, and speaks graphql-transport-ws alone', async () => {
    expect(await upgrade({}, '/letters/x')).toBe(404);
    expect(await upgrade({}, '/graphql', 'graphql-ws')).toBe(1006);
  });

  it('is not compressed', async () => {
    const answer = await new Promise<string | undefined>((resolve) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.on('upgrade', ({ headers }) => resolve(headers['sec-websocket-extensions']));
      socket.on('open', () => socket.terminate());
    });
    expect(answer).toBeUndefined();
  });
});

describe('where anybody can sign in', () => {
  it('the service answers to the names of this machine alone, so that no page reaches it by a name of its own', async () => {
    const ask = (host: string) =>
      say(api.url, 'GET /healthz HTTP/1.1', `Host: ${host}`, 'Connection: close', '', '');
    expect(await ask('localhost:4000')).toMatch(/^HTTP\/1.1 200/);
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4000'])
      expect(await ask(host)).toMatch(/^HTTP\/1.1 421/);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestApi, type TestApi } from '../support/api.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';
import { makeTasks, tellOfTask } from '../support/own-tasks.ts';
import { nextOf, openRawSocket, pongOf } from '../support/raw-socket.ts';

const document = 'subscription { homepageTaskChanged { homepageTask { id } } }';

let issuer: Issuer;
let api: TestApi;
let taskId: string;
beforeAll(async () => {
  issuer = await startIssuer();
  const env = { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'handoff', OIDC_CLOCK_TOLERANCE: '0' };
  api = await startTestApi({ worker: false, env });
  [taskId = ''] = await makeTasks(api.database, 'north.manager', 1);
});
afterAll(async () => {
  await api.stop();
  await issuer.stop();
});

/** An Authorization value of north.manager, or somebody else, that is good for so many seconds. */
async function goodFor(seconds: number, sub = 'north.manager'): Promise<string> {
  return `Bearer ${await issuer.token({ exp: Math.floor(Date.now() / 1_000) + seconds, sub, jti: `${Math.random()}` })}`;
}

/** The events of a stream, once it has ended. */
async function stream(headers: Record<string, string>): Promise<{ event: string; data: unknown }[]> {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: document }),
  });
  const events = [...(await answer.text()).matchAll(/^event: (.*)\n(?:data: ?(.*))?$/gm)];
  return events.map(([, event = '', data]) => ({ event, data: data ? JSON.parse(data) : null }));
}

const subscribe = { id: 's', type: 'subscribe', payload: { query: document } };
const ask = (id: string) => ({ id, type: 'subscribe', payload: { query: '{ viewer { username } }' } });

it('[B5] a stream of server-sent events ends when its token does, with an error that says so', async () => {
  const events = stream({ authorization: await goodFor(3), 'accept-language': 'fr' });
  await sleep(1_000);
  await tellOfTask(api.database, taskId);
  expect(await events).toMatchObject([
    { event: 'next', data: { data: { homepageTaskChanged: {} } } },
    {
      event: 'next',
      data: {
        errors: [
          {
            extensions: { code: 'TOKEN_EXPIRED' },
            message: expect.stringMatching(/^Le jeton d’accès a expiré/),
          },
        ],
      },
    },
    { event: 'complete' },
  ]);
});

it('a socket is told until when its token works, and is closed with 4403 then', async () => {
  const authorization = await goodFor(2);
  const socket = await openRawSocket(api.url, { authorization });
  const { tokenExpiresAt } = socket.acknowledged as { tokenExpiresAt: string };
  expect(new Date(tokenExpiresAt).getTime()).toBeLessThanOrEqual(Date.now() + 2_000);
  socket.send(subscribe);
  expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
  expect(Math.abs(Date.now() - new Date(tokenExpiresAt).getTime())).toBeLessThan(1_000);
});

it('[B5] a socket goes on with a later token that a ping brings, and its subscriptions with it', async () => {
  const socket = await openRawSocket(api.url, { authorization: await goodFor(2) });
  const first = socket.acknowledged as { tokenExpiresAt: string };
  socket.send(subscribe);
  const renewed = (await pongOf(socket, { authorization: await goodFor(4) })) as { tokenExpiresAt: string };
  expect(renewed).toEqual({ tokenExpiresAt: expect.any(String) });
  expect(new Date(renewed.tokenExpiresAt).getTime() - new Date(first.tokenExpiresAt).getTime()).toBe(2_000);

  await sleep(new Date(first.tokenExpiresAt).getTime() - Date.now() + 300);
  await tellOfTask(api.database, taskId);
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { homepageTaskChanged: {} } });
  socket.send(ask('q'));
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { viewer: { username: 'north.manager' } } });
  expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
});

it('[B5] graphql-ws can send a later token, and connects anew with one where it has not', async () => {
  let opened = 0;
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    connectionParams: async () => ({ authorization: await goodFor(opened++ === 0 ? 2 : 60) }),
    retryAttempts: 1,
    webSocketImpl: WebSocket,
  });
  const connected = new Promise<WebSocket>((resolve) => {
    client.on('connected', (socket) => resolve(socket as WebSocket));
  });
  const answered = new Promise((resolve) => client.on('pong', (_received, payload) => resolve(payload)));
  const events = client.iterate({ query: document });
  const first = events.next();
  const closed = new Promise((resolve) => client.on('closed', resolve));
  const ping = { type: 'ping', payload: { authorization: await goodFor(3) } };
  (await connected).send(JSON.stringify(ping));
  expect(await answered).toEqual({ tokenExpiresAt: expect.any(String) });

  expect(await closed).toMatchObject({ code: 4403 });
  const again = new Promise((resolve) => client.on('connected', resolve));
  await again;
  await client.iterate({ query: '{ viewer { username } }' }).next();
  await tellOfTask(api.database, taskId);
  expect((await first).value).toMatchObject({ data: { homepageTaskChanged: {} } });
  await client.dispose();
});

it('a token that is not taken leaves a socket as it was, and the pong says why', async () => {
  const socket = await openRawSocket(api.url, { authorization: await goodFor(60), acceptLanguage: 'fr' });
  const before = socket.acknowledged;
  for (const [authorization, code, message] of [
    [await goodFor(60, 'south.manager'), 'TOKEN_OF_SOMEBODY_ELSE', /^Cette connexion est celle d’un autre/],
    [await goodFor(-10), 'UNAUTHENTICATED', /^Le jeton d’accès a expiré ou n’est pas valide/],
    [await goodFor(60, 'nobody'), 'UNKNOWN_STAFF_MEMBER', /^Votre compte n’est pas configuré/],
    ['junk', 'UNAUTHENTICATED', /^Connectez-vous d’abord/],
  ] as const) {
    expect(await pongOf(socket, { authorization })).toEqual({
      ...(before as object),
      refusal: { code, message: expect.stringMatching(message) },
    });
  }
  socket.send(ask('q'));
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { viewer: { username: 'north.manager' } } });
});

it('a ping without a token is answered as the protocol says', async () => {
  const socket = await openRawSocket(api.url, { authorization: await goodFor(60) });
  expect(await pongOf(socket, { at: 7 })).toEqual({ at: 7 });
  expect(await pongOf(socket, undefined)).toBeUndefined();
  expect(await pongOf(socket, null)).toBeUndefined();
});

it('a socket that nobody has signed in is told why, can be signed in, and is closed soon where it is not', async () => {
  const stranger = await openRawSocket(api.url);
  expect(stranger.acknowledged).toMatchObject({ tokenExpiresAt: null, refusal: { code: 'UNAUTHENTICATED' } });
  stranger.send(ask('1'));
  const { errors } = (await nextOf(stranger, 'next')) as { errors: { extensions: unknown }[] };
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);

  const late = await openRawSocket(api.url, { authorization: await goodFor(-10) });
  expect(await pongOf(late, { authorization: await goodFor(60) })).toEqual({
    tokenExpiresAt: expect.any(String),
  });
  expect(await stranger.closed).toEqual({ code: 4403, reason: 'UNAUTHENTICATED' });
  late.send(ask('2'));
  expect(await nextOf(late, 'next')).toMatchObject({ data: { viewer: { username: 'north.manager' } } });
});

it('each operation on a socket is checked: whoever is disabled meanwhile does nothing any more', async () => {
  const socket = await openRawSocket(api.url, { authorization: await goodFor(60, 'south.manager2') });
  socket.send(ask('1'));
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { viewer: { username: 'south.manager2' } } });
  const disabledAt = new Date();
  await api.database.staff.update({ where: { username: 'south.manager2' }, data: { disabledAt } });
  socket.send(ask('2'));
  expect(await nextOf(socket, 'next')).toMatchObject({
    errors: [{ extensions: { code: 'STAFF_MEMBER_DISABLED' } }],
  });
});

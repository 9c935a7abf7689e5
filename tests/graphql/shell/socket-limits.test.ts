import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { socketLimits } from '../../../src/graphql/sockets/socket-limits.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

/** A socket on which nothing has been said yet. */
async function open(): Promise<{ socket: WebSocket; closed: Promise<[number, string]> }> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code, reason]: unknown[]): [number, string] => [
    Number(code),
    String(reason),
  ]);
  await once(socket, 'open');
  return { socket, closed };
}

const subscription = 'subscription { homepageTaskChanged { homepageTask { id } } }';

describe('a socket is closed', () => {
  it('with 4408 where it is not initialised in time', async () => {
    expect(await (await open()).closed).toEqual([4408, 'Connection initialisation timeout']);
  });

  it('with 4401 where it asks before that, and with 4429 where it is initialised twice', async () => {
    const early = await open();
    early.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } }));
    expect((await early.closed)[0]).toBe(4401);
    const twice = await openRawSocket(api.url, { authorization: north.authorization });
    twice.send({ type: 'connection_init' });
    expect((await twice.closed).code).toBe(4429);
  });

  it('with 1009 where a message is longer than any needs to be', async () => {
    const { socket, closed } = await open();
    socket.on('error', () => undefined);
    socket.send('x'.repeat(socketLimits.messageBytes + 1));
    expect((await closed)[0]).toBe(1009);
  });

  it('with 4400 where a message is none of the protocol, and nothing is told of why', async () => {
    for (const message of ['{', '[]', '{"type":"surprise"}', Buffer.from([0, 1, 2])]) {
      const { socket, closed } = await open();
      socket.send(message);
      const [code, reason] = await closed;
      expect(code).toBe(4400);
      expect(reason).not.toMatch(/JSON|token|position/i);
    }
  });

  it('with 4429 where it sends more messages than a client does, pings of the wire among them', async () => {
    const flood = await openRawSocket(api.url, { authorization: north.authorization });
    for (let sent = 0; sent <= socketLimits.messagesInTenSeconds; sent += 1) flood.send({ type: 'ping' });
    expect(await flood.closed).toEqual({ code: 4429, reason: 'Too many messages' });
    const { socket, closed } = await open();
    for (let sent = 0; sent <= socketLimits.messagesInTenSeconds; sent += 1) {
      socket.ping();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await closed).toEqual([4429, 'Too many messages']);
  });

  it('with 4429 where one staff member has too many; those that are open stay, and a closed one makes room', async () => {
    const south = await api.as('south.manager');
    const parameters = { authorization: south.authorization };
    const sockets = [];
    for (let opened = 0; opened < socketLimits.ofUser; opened += 1)
      sockets.push(await openRawSocket(api.url, parameters));
    const oneMore = await open();
    oneMore.socket.send(JSON.stringify({ type: 'connection_init', payload: parameters }));
    expect(await oneMore.closed).toEqual([4429, 'Too many connections']);
    const [first] = sockets;
    first?.send({ type: 'connection_init' });
    await first?.closed;
    const again = await openRawSocket(api.url, parameters);
    again.send({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await nextOf(again, 'next')).toBeDefined();
  });
});

it('on one socket so many operations run at once, and others are refused without ending those', async () => {
  const socket = await openRawSocket(api.url, { authorization: north.authorization, acceptLanguage: 'fr' });
  for (let begun = 0; begun <= socketLimits.operations; begun += 1)
    socket.send({ id: `s${begun}`, type: 'subscribe', payload: { query: subscription } });
  expect(await nextOf(socket, 'error')).toMatchObject([
    {
      message: expect.stringMatching(/^Cette connexion a trop d’abonnements/),
      extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
    },
  ]);
  socket.send({ id: 's0', type: 'complete' });
  socket.send({ id: 'q', type: 'subscribe', payload: { query: '{ viewer { username } }' } });
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { viewer: { username: 'north.manager' } } });
});

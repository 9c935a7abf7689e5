import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { socketLimits } from '../../../src/graphql/sockets/socket-limits.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

// Lower than they are, so that no test waits for minutes or opens thousands. This file has a process of its own.
const lower = { ofAddress: 3, ofProcess: 6, idle: 1_500, keepAlive: 400 };
Object.assign(socketLimits, lower);

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false, env: { TRUST_PROXY: '127.0.0.1' } });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Opened = { socket: WebSocket; closed: Promise<[number, string]> };

/** Opens a socket from a network, which a trusted proxy names; or the status that its upgrade is refused with. */
async function openFrom(address: string, answersPings = true): Promise<Opened | number> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-forwarded-for': address },
    autoPong: answersPings,
  });
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code, reason]: unknown[]): [number, string] => [
    Number(code),
    String(reason),
  ]);
  closed.catch(() => undefined);
  const refused = Promise.withResolvers<number>();
  socket.on('unexpected-response', (_request, { statusCode = 0 }) => refused.resolve(statusCode));
  const opened = once(socket, 'open').then(() => ({ socket, closed }));
  opened.catch(() => undefined);
  return await Promise.race([opened, refused.promise]);
}

async function initialised(address: string, answersPings?: boolean): Promise<Opened> {
  const opened = await openFrom(address, answersPings);
  if (typeof opened === 'number') throw new Error(`refused with ${opened}`);
  const payload = { authorization: north.authorization };
  opened.socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await once(opened.socket, 'message');
  return opened;
}

const isOpen = (opened: Opened | number): opened is Opened => typeof opened !== 'number';

describe('a socket', () => {
  it('on which nothing runs is closed after a while with 4408; one with a subscription stays, and one that asks now and then', async () => {
    const subscribed = await openRawSocket(api.url, { authorization: north.authorization });
    const query = 'subscription { homepageTaskChanged { homepageTask { id } } }';
    subscribed.send({ id: 's', type: 'subscribe', payload: { query } });
    const asking = await openRawSocket(api.url, { authorization: north.authorization });
    const idle = await initialised('192.0.2.1');
    const since = Date.now();
    const ended = idle.closed.then((how) => ({ how, after: Date.now() - since }));
    for (let asked = 0; asked < 8; asked += 1) {
      asking.send({ id: `q${asked}`, type: 'subscribe', payload: { query: '{ __typename }' } });
      expect(await nextOf(asking, 'next')).toMatchObject({ data: { __typename: 'Query' } });
      await sleep(400);
    }
    const { how, after } = await ended;
    expect(how).toEqual([4408, 'Idle']);
    expect(after).toBeGreaterThan(lower.idle - 100);
    subscribed.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await nextOf(subscribed, 'next')).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('whose other end does not answer pings is cut, without a word that nobody would hear', async () => {
    const [dead, alive] = [await initialised('192.0.2.2', false), await initialised('192.0.2.2')];
    const since = Date.now();
    expect(await dead.closed).toEqual([1006, '']);
    expect(Date.now() - since).toBeLessThan(lower.idle);
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
    expect((await alive.closed)[0]).toBe(4408);
  });
});

describe('sockets', () => {
  it('of one address are so many at once, and further ones are refused before they are opened; a closed one makes room', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openFrom('2001:db8:1:2::1')));
    expect(opened.every(isOpen)).toBe(true);
    expect(await openFrom('2001:db8:1:2:ffff::2')).toBe(503);
    const elsewhere = await openFrom('2001:db8:1:3::1');
    expect(isOpen(elsewhere)).toBe(true);
    const [first] = opened.filter(isOpen);
    first?.socket.close(1000);
    await first?.closed;
    await expect.poll(async () => isOpen(await openFrom('2001:db8:1:2::3'))).toBe(true);
  });

  it('of one process are so many at once, wherever they come from', async () => {
    // Those of the tests before may not be gone yet.
    await expect
      .poll(async () => {
        const places = Array.from({ length: lower.ofProcess + 2 }, (_, place) => `192.0.2.${10 + place}`);
        const opened = (await Promise.all(places.map((place) => openFrom(place)))).filter(isOpen);
        for (const { socket, closed } of opened) {
          socket.close(1000);
          await closed;
        }
        return opened.length;
      })
      .toBe(lower.ofProcess);
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  });
});

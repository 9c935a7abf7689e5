import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type ProductionService, startProductionService } from '../support/production-service.ts';
import { say } from '../support/say.ts';

let service: ProductionService;
let authorization: string;
beforeAll(async () => {
  service = await startProductionService();
  authorization = `Bearer ${await service.tokenFor('north.manager')}`;
});
afterAll(async () => await service.stop());

/** The request that opens a socket. */
const handshake = (protocol: string) =>
  [
    ...['GET /graphql HTTP/1.1', 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='],
    `Sec-WebSocket-Protocol: ${protocol}`,
    '',
    '',
  ].join('\r\n');
describe('a socket', () => {
  // A frame of bits that mean nothing, one without a mask, one of a length beyond all bounds.
  const frames = ['\x7f\x7f\x7f\x7f', '\x01\x01x', '\x01\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f'];

  it.each(['graphql-transport-ws', 'graphql-ws', 'x'])(
    'of the protocol %s that sends no frames of one is hung up on, and nobody else',
    async (protocol) => {
      for (const frame of frames) {
        const heard = await say(service.url, handshake(protocol) + frame);
        expect(heard).toMatch(/^HTTP\/1.1 101 /);
        expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
      }
    },
  );

  it('that is not opened is hung up on, also where its client keeps the other end open, and so is what is no HTTP', async () => {
    const { hostname, port } = new URL(service.url);
    for (const lines of [
      handshake('x').replace('/graphql', '/nowhere'),
      handshake('x').replace('13', '99'),
      'hack\r\n\r\n',
    ]) {
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      socket.on('error', () => undefined).resume();
      socket.write(lines);
      await once(socket, 'end');
      const cut = Promise.withResolvers<void>();
      // What is written to an end that nobody has any more comes back as an error.
      const writing = setInterval(() => socket.write('x', (error) => error && cut.resolve()), 500);
      onTestFinished(() => clearInterval(writing));
      await cut.promise;
    }
  });
});

describe('a client that breaks off', () => {
  /** Sends these bytes as far as that, waits a moment for what comes, and resets the connection. */
  async function breakOff(text: string, at: number): Promise<void> {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined).resume();
    await once(socket, 'connect');
    socket.write(text.slice(0, at));
    await sleep(at % 40);
    socket.resetAndDestroy();
  }

  const post = (type: string, accept: string, body: string) =>
    [
      ...[
        'POST /graphql HTTP/1.1',
        'Host: localhost',
        `Authorization: ${authorization}`,
        `Accept: ${accept}`,
      ],
      ...[`Content-Type: ${type}`, `Content-Length: ${body.length}`, '', body],
    ].join('\r\n');
  const query = 'subscription { homepageTaskChanged { homepageTask { id } } }';
  const operation = JSON.stringify({ query });
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

  it.each([
    [
      'an operation',
      () => post('application/json', 'application/json', '{"query":"{ cases { nodes { id } } }"}'),
    ],
    ['a subscription', () => post('application/json', 'text/event-stream', operation)],
    [
      'a form',
      () =>
        post(
          'multipart/form-data; boundary=b',
          '*/*',
          `${part('operations', operation)}${part('map', '{"0":["variables.x"]}')}${part('0"; filename="x', 'x'.repeat(300))}--b--`,
        ),
    ],
    ['the opening of a socket', () => `${handshake('graphql-transport-ws')}\x01\x02`],
  ])('anywhere in %s disturbs nobody', async (_what, text) => {
    const whole = text();
    const cuts = Array.from({ length: 60 }, (_, cut) => Math.ceil((whole.length * (cut + 1)) / 60));
    await Promise.all(cuts.map((cut) => breakOff(whole, cut)));
    const answer = await fetch(`${service.url}/readyz`);
    expect(answer.status).toBe(200);
    expect(service.output()).not.toContain('unexpected error');
  });
});

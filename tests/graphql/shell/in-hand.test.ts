import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

/** Sends the head of a POST, and some of its body, on a connection that is to be kept. */
async function begin(url: string, head: string[], body: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const lines = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    `Authorization: ${north.authorization}`,
    ...head,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'connect');
  return socket.setEncoding('utf8');
}

const form = ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 100000'];
const beginning = '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n';

it('[R13] of one staff member three files are taken in at once; a further one is refused, until one of them is through', async () => {
  const sockets = [];
  for (let begun = 0; begun < 3; begun += 1) sockets.push(await begin(api.url, form, beginning));
  await sleep(1_000);
  const fourth = await begin(api.url, form, beginning);
  expect(String(await once(fourth, 'data'))).toMatch(/^HTTP\/1.1 429 .*TOO_MANY_UPLOADS/s);
  sockets[0]?.destroy();
  const answerWithin = async (patience: number) => {
    const next = await begin(api.url, form, beginning);
    const answer = await Promise.race([once(next, 'data'), sleep(patience, 'none')]);
    next.destroy();
    return answer;
  };
  await expect.poll(() => answerWithin(1_000), { timeout: 10_000 }).toBe('none');
});

it('a request in hand is answered while the service stops, and its connection is not waited for', async () => {
  const other = await startTestApi({ worker: false });
  const body = JSON.stringify({ query: '{ viewer { username } }' });
  const head = ['Content-Type: application/json', `Content-Length: ${body.length}`];
  const socket = await begin(other.url, head, body.slice(0, 9));
  let heard = '';
  socket.on('data', (text: string) => {
    heard += text;
  });
  await sleep(200);
  const since = performance.now();
  const stopped = other.stop();
  setTimeout(() => socket.write(body.slice(9)), 300);
  await stopped;
  expect(heard).toMatch(/^HTTP\/1.1 200 .*north.manager/s);
  expect(performance.now() - since).toBeLessThan(4_000);
});

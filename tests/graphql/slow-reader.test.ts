import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import WebSocket from 'ws';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { tasksAfterSubscription } from '../support/live-operations.ts';
import { makeTasks, tellOfTask } from '../support/own-tasks.ts';

const username = 'north.manager';
const count = 700;

/** Each event is about 17 KB: all of them are far more than what lies in the buffers of a connection. */
const large = `subscription { homepageTaskChanged { homepageTask { id ${Array.from(
  { length: 95 },
  (_, place) => `aVeryLongName${'ForTheSameOldMessage'.repeat(5)}${place}: message`,
).join(' ')} } } }`;

let api: TestApi;
let user: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  user = await api.as(username);
});
afterAll(async () => await api.stop());

/** How many tasks have been loaded to be told of, to all subscribers together. */
const told = () =>
  api.statements.filter((sql) => sql.includes('"HomepageTask"') && sql.includes('"priority"')).length;

/** Opens a stream of large events that nobody reads until it is told to. */
async function deafStream(): Promise<IncomingMessage> {
  const headers = {
    authorization: user.authorization,
    'content-type': 'application/json',
    accept: 'text/event-stream',
  };
  const asking = request(`${api.url}/graphql`, { method: 'POST', headers });
  asking.end(JSON.stringify({ query: large }));
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  onTestFinished(() => void asking.destroy());
  return response;
}

async function deafSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: user.authorization } }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: large } }));
  socket.on('error', () => undefined).pause();
  return socket;
}

it('[B5] a client that does not read holds up nobody, costs no more and no more memory, and is told the rest once it reads', async () => {
  const ids = await makeTasks(api.database, username, count);
  const quick = await user.stream(tasksAfterSubscription, { after: null });
  const stream = await deafStream();
  await deafSocket();
  api.statements.length = 0;
  for (const id of ids) await tellOfTask(api.database, id);
  for (const id of ids) {
    const { homepageTask } = (await quick.next(() => true)).homepageTaskChanged;
    expect(homepageTask.id).toBe(globalId('HomepageTask', id));
  }
  // The two are not told more and more: what they have not taken is left where it is.
  await vi.waitFor(
    async () => {
      const before = told();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(told()).toBe(before);
    },
    { timeout: 20_000 },
  );
  expect(told()).toBeLessThan(3 * count);

  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const heard = () => [...text.matchAll(/"homepageTask":\{"id":"([^"]+)"/g)].map(([, id]) => id);
  await vi.waitFor(() => expect(heard()).toHaveLength(count), { timeout: 40_000, interval: 500 });
  expect(heard()).toEqual(ids.map((id) => globalId('HomepageTask', id)));
}, 120_000);

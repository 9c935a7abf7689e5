import { afterAll, beforeAll, expect, it } from 'vitest';
import { streamsOfUser } from '../../../src/graphql/shell/limit-streams.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { openRawSocket, pongOf } from '../../support/raw-socket.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

const query = 'subscription { homepageTaskChanged { homepageTask { id } } }';

/** Opens a stream of server-sent events; the answer, which goes on, and how to break it off. */
async function stream({ authorization }: Visitor) {
  const end = new AbortController();
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization,
      accept: 'text/event-stream',
      'accept-language': 'fr',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query }),
    signal: end.signal,
  });
  return { answer, status: answer.status, end: () => end.abort() };
}

it('so many streams of one staff member are open at once; a further one is refused, and one that ends makes room', async () => {
  const [north, south] = [await api.as('north.manager'), await api.as('south.manager')];
  const open = [];
  for (let opened = 0; opened < streamsOfUser; opened += 1) open.push(await stream(north));
  expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]));

  const refused = await stream(north);
  expect(refused.status).toBe(429);
  const told = await refused.answer.text();
  expect(told).toContain('"code":"TOO_MANY_STREAMS"');
  expect(told).toContain('Vous avez trop de flux d’événements ouverts.');

  const theirs = await stream(south);
  expect(theirs.status).toBe(200);
  const socket = await openRawSocket(api.url, { authorization: north.authorization });
  socket.send({ id: 's', type: 'subscribe', payload: { query } });
  // Were the subscription refused, the error would come before.
  expect(await pongOf(socket, {})).toEqual({});

  open.pop()?.end();
  await expect
    .poll(async () => {
      const again = await stream(north);
      if (again.status === 200) open.push(again);
      return again.status;
    })
    .toBe(200);
  expect((await stream(north)).status).toBe(429);
  for (const { end } of [...open, theirs]) end();
});

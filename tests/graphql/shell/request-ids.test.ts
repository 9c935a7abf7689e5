import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { homepageTasksQuery } from '../../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { evidenceFile } from '../../support/evidence/keep-evidence.ts';
import { logOf } from '../../support/log-of.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false, env: { TRUST_PROXY: '127.0.0.1' } });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

const query = '{ cases(first: 1) { nodes { id } } }';

/** Makes that query break in the database, for as long as the work takes. */
async function broken<Result>(work: () => Promise<Result>): Promise<Result> {
  await api.database.$executeRaw`ALTER TABLE "Case" RENAME TO "Cases"`;
  try {
    return await work();
  } finally {
    await api.database.$executeRaw`ALTER TABLE "Cases" RENAME TO "Case"`;
  }
}

it('each request is answered with an id, by which the log has its method, route, status and duration, and nothing of what it asked', async () => {
  const { headers } = await north.ask(homepageTasksQuery, { search: 'Diaz' });
  const id = headers.get('x-request-id') ?? '';
  await expect
    .poll(async () => await logOf(id))
    .toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: 'request',
        requestId: id,
        method: 'POST',
        route: '/graphql',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
});

it('a link is logged without its token', async () => {
  const { headers } = await fetch(`${api.url}/letters/a.secret.token`);
  await expect
    .poll(async () => await logOf(headers.get('x-request-id') ?? ''))
    .toMatchObject([{ route: '/letters/:token', status: 404 }]);
  expect(await readFile(evidenceFile('log'), 'utf8')).not.toContain('a.secret.token');
});

it('an id that a trusted proxy has given is kept where it is well formed, else replaced', async () => {
  const idOf = async (given: string) =>
    (await fetch(`${api.url}/healthz`, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
  expect(await idOf('7b1c3f9e-from.proxy_1')).toBe('7b1c3f9e-from.proxy_1');
  for (const given of ['short', 'with blanks in it', '{"a":1234567}', `x${'y'.repeat(64)}`])
    expect(await idOf(given)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
});

it('an unexpected error is answered with its id alone, by which the log has its name and place', async () => {
  const answer = await broken(() => north.ask(query, {}, { 'accept-language': 'fr-CA' }));
  const id = answer.headers.get('x-request-id') ?? '';
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: id };
  expect(answer.errors).toMatchObject([{ message: 'Erreur inattendue.', extensions }]);
  expect(JSON.stringify(answer.errors)).not.toMatch(/prisma|relation|\.ts|node_modules|SELECT/);
  const [error, access] = await expect
    .poll(async () => await logOf(id))
    .toHaveLength(2)
    .then(() => logOf(id));
  expect(error).toMatchObject({ level: 50, msg: 'unexpected error', at: expect.any(Array) });
  expect(access).toMatchObject({ msg: 'request' });
});

it('each operation on a socket has an id of its own, in what it answers and in the log', async () => {
  const socket = await openRawSocket(api.url, { authorization: north.authorization });
  const ids: string[] = [];
  await broken(async () => {
    for (const id of ['1', '2']) {
      socket.send({ id, type: 'subscribe', payload: { query } });
      const { errors } = (await nextOf(socket, 'next')) as {
        errors: { extensions: { requestId: string } }[];
      };
      ids.push(errors[0]?.extensions.requestId ?? '');
    }
  });
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) {
    await expect
      .poll(async () => (await logOf(id)).map(({ msg, method }) => [msg, method]))
      .toEqual([
        ['unexpected error', undefined],
        ['request', 'SOCKET'],
      ]);
  }
});

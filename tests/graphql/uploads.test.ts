import { readdir } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { addDocument } from '../support/notes-and-documents.ts';
import { draft } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';
import { map, operations, type Parts, sendForm } from './send-form.ts';

let api: TestApi;
let north: Visitor;
let referralId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
beforeEach(async () => {
  ({ referralId } = await draft(north, { number: '50244764', type: 'CASE_TRANSFER' }));
});
afterAll(async () => await api.stop());

const megabyte = 1024 * 1024;
const upload = (sent: File): Parts => [
  ['operations', operations(referralId)],
  ['map', map],
  ['0', sent],
];

/** The beginning of a multipart request, up to where the bytes of its file follow. */
const head = () =>
  [
    ...[
      ['operations', operations(referralId)],
      ['map', map],
    ].map(([name, value]) => `--B\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    `--B\r\ncontent-disposition: form-data; name="0"; filename="a.pdf"\r\n\r\n`,
  ].join('');

/** Opens a request that never ends by itself; what was answered, and whether the server has hung up. */
function open(authorization: string) {
  const seen = { status: 0, closed: false };
  const request = httpRequest(`${api.url}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'multipart/form-data; boundary=B' },
  });
  request.on('response', (response) => {
    seen.status = response.statusCode ?? 0;
    response.resume();
  });
  request.on('error', () => undefined);
  request.on('close', () => {
    seen.closed = true;
  });
  request.write(head());
  return { request, seen };
}

/** Sends bytes over a client's one connection, with or without their length; the status of the answer. */
async function sendBytes(agent: Agent, headers: Record<string, string>, bytes: Buffer): Promise<number> {
  return await new Promise((resolve, reject) => {
    const request = httpRequest(`${api.url}/graphql`, { method: 'POST', agent, headers });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    for (let start = 0; start < bytes.byteLength; start += 65_536) {
      request.write(bytes.subarray(start, start + 65_536));
    }
    request.end();
  });
}

/** What uploads leave behind: files, documents, and jobs that discard files. */
const traces = async () => ({
  files: (await readdir(api.documentsDirectory)).length,
  documents: await api.database.referralDocument.count(),
  jobs: Number(
    (
      await api.database.$queryRaw<
        { count: bigint }[]
      >`SELECT count(*) FROM pgboss.job WHERE name = 'discard-file'`
    )[0]?.count,
  ),
});

describe('a request without a file', () => {
  it.each(['says', 'does not say'])(
    'that %s its length is cut off above 1 MB, whoever sends it',
    async (how) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const send = async (length: number) => {
        const body = Buffer.from(
          JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(length) } }),
        );
        const announced = how === 'says' ? { 'content-length': String(body.byteLength) } : {};
        return await sendBytes(agent, { 'content-type': 'application/json', ...announced }, body);
      };
      expect([await send(megabyte / 2), await send(2 * megabyte)]).toEqual([200, 413]);
      // The client's next request does not wait behind what it had still to send.
      const began = performance.now();
      expect(await send(1)).toBe(200);
      expect(performance.now() - began).toBeLessThan(3_000);
      agent.destroy();
    },
  );
});

describe('an upload', () => {
  it('[R13] may hold any bytes, and the file any name', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(100), Buffer.from([255, 254, 13, 10, 45, 45])]);
    const document = await addDocument(north, referralId, file('a\0b"c;\r\nx=y.pdf', bytes));
    expect(document.byteSize).toBe(bytes.byteLength);
    expect(document.fileName).toMatch(/^[^\p{Cc}"]+\.pdf$/u);
  });

  it('[R13] that its client breaks off leaves nothing behind', async () => {
    const before = await traces();
    const { request, seen } = open(north.authorization);
    for (let sent = 0; sent < 3; sent += 1) request.write(Buffer.alloc(megabyte));
    await sleep(200);
    request.destroy();
    await vi.waitFor(() => expect(seen.closed).toBe(true));
    await sleep(200);
    expect(await traces()).toEqual(before);
    await addDocument(north, referralId, file('again.pdf', pdf()));
  });

  it('[R13] above 10 MB is refused with its reason, far above it is not even read', async () => {
    const before = await traces();
    const large = (megabytes: number) =>
      file('a.pdf', Buffer.concat([pdf(), Buffer.alloc(megabytes * megabyte)]));
    const headers = { authorization: north.authorization };
    expect(await sendForm(api, headers, upload(large(10)))).toMatchObject({
      status: 200,
      data: { addReferralDocument: { code: 'DOCUMENT_TOO_LARGE' } },
    });
    const answer = await sendForm(api, headers, upload(large(22)));
    expect(answer).toMatchObject({ status: 413, code: 'REQUEST_ENTITY_TOO_LARGE' });
    expect(await traces()).toEqual(before);
  });

  it('[R13] that does not end is answered, and its client is hung up on', async () => {
    const { request, seen } = open(north.authorization);
    const pump = setInterval(() => request.write(Buffer.alloc(megabyte)), 5);
    await vi.waitFor(() => expect(seen.status).toBe(413), { timeout: 5_000 });
    await vi.waitFor(() => expect(seen.closed).toBe(true), { timeout: 9_000 });
    clearInterval(pump);
  }, 20_000);

  it('by nobody is answered before its file is read', async () => {
    const { request, seen } = open('Bearer junk');
    await vi.waitFor(() => expect(seen.status).toBe(401), { timeout: 5_000 });
    request.destroy();
    const answer = await sendForm(api, {}, upload(file('a.pdf', pdf())));
    expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addDocumentMutation } from '../support/notes-and-documents.ts';
import { draft } from '../support/refer.ts';
import { requestBody } from '../support/request-body.ts';
import { file, pdf } from '../support/sample-files.ts';
import { newDataDirectory, run } from './run.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.drop());

it('[R13] an upload whose process is killed between storing and committing leaves nothing for good', async () => {
  const DOCUMENTS_DIR = join(await newDataDirectory(), 'documents');
  const settings = {
    DATABASE_URL: test.url,
    DOCUMENTS_DIR,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SIGNING_SECRET: 'a secret of this test, of thirty-two letters',
  };
  const killed = run('main', { ...settings, WORKER: 'false' });
  const url = await killed.ready();
  const north = await signIn(url, 'north.manager');
  const { referralId } = await draft(north, { number: '50244764', type: 'CASE_TRANSFER' });
  const token = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'north.manager' }),
  });
  const { token: bearer } = (await token.json()) as { token: string };

  // Somebody else acts on the case, so the upload waits with its file stored and its document not yet written.
  await test.database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Case" WHERE number = '50244764' FOR UPDATE`;
    const { body } = requestBody(addDocumentMutation.toString(), {
      input: { referralId, file: file('a.pdf', pdf()) },
    });
    const headers = { authorization: `Bearer ${bearer}` };
    const upload = fetch(`${url}/graphql`, { method: 'POST', headers, body });
    await vi.waitFor(async () => expect(await readdir(DOCUMENTS_DIR)).toHaveLength(1), { timeout: 4_000 });
    killed.signal('SIGKILL');
    await expect(upload).rejects.toThrow();
  });
  expect(await killed.ended).toBe('SIGKILL');
  expect(await test.database.referralDocument.count()).toBe(0);
  expect(await readdir(DOCUMENTS_DIR)).toHaveLength(1);

  // An hour later.
  await test.database.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'discard-file'`;
  await run('main', settings).ready();
  await vi.waitFor(async () => expect(await readdir(DOCUMENTS_DIR)).toEqual([]), { timeout: 15_000 });
}, 60_000);

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it, vi } from 'vitest';
import { onServer } from '../support/on-server.ts';
import { withDatabase } from '../support/with-database.ts';
import { newDataDirectory, run } from './run.ts';

// A process may take long to load on a machine that is busy.
vi.setConfig({ testTimeout: 90_000 });

/** What it says when it cannot start; it exits with 1 and prints nothing else. */
async function refusal(settings: Record<string, string>, script: 'main' | 'worker' = 'main') {
  const handoff = run(script, { DATA_DIR: await newDataDirectory(), ...settings });
  expect(await handoff.ended).toBe(1);
  expect(handoff.stdout()).toBe('');
  const [first, ...lines] = handoff.stderr().trimEnd().split('\n');
  expect(first).toBe('Handoff cannot start.');
  return lines;
}

const SMTP_URL = 'smtp://127.0.0.1:9';

it('a wrong setting is named in one line, with what was expected and without its value', async () => {
  expect(await refusal({ PORT: 'four' })).toEqual(['PORT must be a port number']);
  expect(await refusal({ DATABASE_URL: 'mysql://me:s3cr3t@db/x', WORKER: 'yes' })).toEqual([
    'DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
    'WORKER must be true or false',
  ]);
});

it('documents that cannot be read, or are none, are told before anything is started', async () => {
  const directory = await newDataDirectory();
  const path = join(directory, 'persisted-documents.json');
  const unreadable = 'PERSISTED_DOCUMENTS must be a file that this process can read';
  for (const missing of [path, directory]) {
    expect(await refusal({ PERSISTED_DOCUMENTS: missing })).toEqual([unreadable]);
  }
  for (const text of ['', '{"a": 1}', '["{ viewer { username } }"]']) {
    await writeFile(path, text);
    expect(await refusal({ PERSISTED_DOCUMENTS: path })).toEqual([
      'PERSISTED_DOCUMENTS must be a JSON file of documents by their hashes, as the client preset of GraphQL Code Generator writes it',
    ]);
  }
});

it('production without settings names all that are missing, and starts nothing embedded', async () => {
  const missing = (names: string[]) =>
    names.map((name) => `${name} must be set when NODE_ENV is production; nothing embedded starts there`);
  const nowhere = 'S3_BUCKET or DOCUMENTS_DIR must be set when NODE_ENV is production';
  expect(await refusal({ NODE_ENV: 'production' })).toEqual([
    ...missing(['DATABASE_URL', 'SMTP_URL', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'SIGNING_SECRET', 'PUBLIC_URL']),
    nowhere,
  ]);
  expect(await refusal({ NODE_ENV: 'production' }, 'worker')).toEqual([
    ...missing(['DATABASE_URL', 'SMTP_URL']),
    nowhere,
  ]);
});

it('whatever would let in somebody whom no issuer has vouched for is refused', async () => {
  const anybody = (name: string) =>
    `OIDC_ISSUER must be set where ${name} is not of this machine alone: without it anybody can sign in as anybody`;
  expect(await refusal({ HOST: '0.0.0.0', PUBLIC_URL: 'https://handoff.example' })).toEqual([
    anybody('HOST'),
    anybody('PUBLIC_URL'),
  ]);
  const set = { SMTP_URL, DATABASE_URL: 'postgres://127.0.0.1:9/handoff', DOCUMENTS_DIR: '/tmp' };
  const rest = { OIDC_AUDIENCE: 'handoff', SIGNING_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://handoff' };
  expect(
    await refusal({ NODE_ENV: 'production', OIDC_ISSUER: 'http://issuer.example', ...set, ...rest }),
  ).toEqual([
    'OIDC_ISSUER must begin with https:// when NODE_ENV is production, unless it is on this machine',
  ]);
});

it('a database that does not answer, or is not ours, is told in one line', async () => {
  expect(await refusal({ DATABASE_URL: 'postgres://127.0.0.1:9/handoff', SMTP_URL })).toEqual([
    'The database at DATABASE_URL does not answer. Start it, or correct DATABASE_URL.',
  ]);
  const foreign = withDatabase(inject('serverUrl'), 'somebody_elses');
  await onServer(inject('serverUrl'), 'CREATE DATABASE somebody_elses');
  await onServer(foreign, 'CREATE TABLE payroll ()');
  const lines = await refusal({ DATABASE_URL: foreign, SMTP_URL });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('    at ');
  await onServer(inject('serverUrl'), 'DROP DATABASE somebody_elses');
});

it('a worker without an API to find its services by says what to do', async () => {
  expect(await refusal({}, 'worker')).toEqual([
    'Start the API first with npm start, or set DATABASE_URL and SMTP_URL.',
  ]);
});

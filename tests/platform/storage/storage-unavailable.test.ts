import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../src/platform/config.ts';
import { openStorage } from '../../../src/platform/storage/open-storage.ts';
import type { Storage } from '../../../src/platform/storage/storage.ts';
import { StorageUnavailable } from '../../../src/platform/storage/storage-unavailable.ts';
import { freePort } from '../../support/free-port.ts';

/** A directory that a file has taken the place of since it was opened. */
async function brokenDisk(): Promise<Storage> {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-broken-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const storage = await openStorage(readConfig({ DOCUMENTS_DIR: join(directory, 'documents') }));
  await rm(join(directory, 'documents'), { recursive: true });
  await writeFile(join(directory, 'documents'), '');
  return storage;
}

/** A bucket at an address where nobody listens. */
async function absentBucket(): Promise<Storage> {
  const storage = await openStorage(
    readConfig({
      S3_BUCKET: 'documents',
      S3_REGION: 'ca-central-1',
      S3_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 's3cr3t',
    }),
  );
  onTestFinished(() => storage.close());
  return storage;
}

describe.each([
  ['a disk', brokenDisk, 'EEXIST|ENOTDIR'],
  ['a bucket', absentBucket, 'ECONNREFUSED'],
])('%s that is away', (_name, away, codes) => {
  it.each(['put', 'open', 'remove'] as const)('[R13] says so by its type and code: %s', async (act) => {
    const storage = await away();
    const acting = storage[act](randomUUID(), Buffer.from('x')) as Promise<unknown>;
    const error = await acting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageUnavailable);
    expect(error).toMatchObject({
      code: expect.stringMatching(new RegExp(`^(${codes})$`)),
      message: 'The storage of documents is not available',
    });
  });

  it('takes a key that is none for a bug', async () => {
    const storage = await away();
    for (const acting of [storage.put('x', Buffer.from('x')), storage.open('x'), storage.remove('x')])
      await expect(acting).rejects.toThrow(TypeError);
  });
});

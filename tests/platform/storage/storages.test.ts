import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStorage } from '../../../src/platform/storage/disk-storage.ts';
import { s3Storage } from '../../../src/platform/storage/s3-storage.ts';
import type { Storage } from '../../../src/platform/storage/storage.ts';
import { type Bucket, startBucket } from '../../support/bucket.ts';

let directory: string;
let bucket: Bucket;
const storages: Record<string, Storage> = {};
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'handoff-storage-'));
  bucket = await startBucket();
  storages.disk = diskStorage(join(directory, 'documents'));
  storages.s3 = s3Storage(bucket.settings);
});
afterAll(async () => {
  for (const storage of Object.values(storages)) storage.close();
  await bucket.stop();
  await rm(directory, { recursive: true, force: true });
});

describe.each(['disk', 's3'])('%s', (name) => {
  const storage = () => storages[name] as Storage;
  const read = async (key: string) => await buffer(await storage().open(key));

  it('[R13] keeps bytes as they are, one or millions', async () => {
    for (const bytes of [Buffer.from([0]), Buffer.alloc(10 * 1024 * 1024, 'Ā/é\0')]) {
      const key = randomUUID();
      await storage().put(key, bytes);
      expect((await read(key)).equals(bytes)).toBe(true);
    }
  });

  it('[R13] tells at once that there is nothing under a key, before a byte is read', async () => {
    await expect(storage().open(randomUUID())).rejects.toThrow();
  });

  it('[R13] deletes what is under one key alone, and again without complaint', async () => {
    const [kept, removed] = [randomUUID(), randomUUID()];
    for (const key of [kept, removed]) await storage().put(key, Buffer.from(key));
    await storage().remove(removed);
    await storage().remove(removed);
    await expect(storage().open(removed)).rejects.toThrow();
    expect((await read(kept)).toString()).toBe(kept);
  });

  it('takes nothing for a key that could be a path or a pattern', async () => {
    for (const key of [
      '..',
      '../../etc/passwd',
      '*',
      '',
      `${randomUUID()}/x`,
      `${randomUUID()}*`,
      'résumé.pdf',
    ]) {
      await expect(storage().put(key, Buffer.from('x'))).rejects.toThrow(TypeError);
      await expect(storage().open(key)).rejects.toThrow(TypeError);
      await expect(storage().remove(key)).rejects.toThrow(TypeError);
    }
  });
});

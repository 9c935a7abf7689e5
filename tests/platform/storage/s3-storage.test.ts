import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../../src/platform/config.ts';
import { openStorage } from '../../../src/platform/storage/open-storage.ts';
import { s3Storage } from '../../../src/platform/storage/s3-storage.ts';
import { type Bucket, startBucket } from '../../support/bucket.ts';

let bucket: Bucket;
beforeAll(async () => {
  bucket = await startBucket();
});
afterAll(async () => await bucket.stop());

it('is what S3_BUCKET and the settings beside it mean', async () => {
  const { settings } = bucket;
  const storage = await openStorage(
    readConfig({
      S3_BUCKET: settings.bucket,
      S3_REGION: settings.region,
      S3_ENDPOINT: settings.endpoint,
      S3_ACCESS_KEY_ID: settings.credentials?.accessKeyId,
      S3_SECRET_ACCESS_KEY: settings.credentials?.secretAccessKey,
    }),
  );
  const key = randomUUID();
  await storage.put(key, Buffer.from('from settings'));
  const other = s3Storage(settings);
  expect((await buffer(await other.open(key))).toString()).toBe('from settings');
  for (const opened of [storage, other]) opened.close();
});

it('fails where the key is wrong or the bucket is not there, and tells neither', async () => {
  const { settings } = bucket;
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'a wrong secret' };
  for (const wrong of [
    { ...settings, credentials },
    { ...settings, bucket: 'elsewhere' },
  ]) {
    const storage = s3Storage(wrong);
    await expect(storage.put(randomUUID(), Buffer.from('x'))).rejects.toThrow(/^(?!.*a wrong secret)/);
    storage.close();
  }
});

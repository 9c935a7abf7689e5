import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.ts';
import { type Bucket, startBucket } from '../support/bucket.ts';
import { addDocument } from '../support/notes-and-documents.ts';
import { draft } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';

let bucket: Bucket;
let api: TestApi;
beforeAll(async () => {
  bucket = await startBucket();
  const { bucket: name, region, endpoint = '', credentials } = bucket.settings;
  const env = { S3_BUCKET: name, S3_REGION: region, S3_ENDPOINT: endpoint };
  const { accessKeyId = '', secretAccessKey = '' } = credentials ?? {};
  api = await startTestApi({
    worker: false,
    env: { ...env, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
  });
});
afterAll(async () => {
  await api.stop();
  await bucket.stop();
});

it('[R13] a document goes through the API into the bucket and back, and touches no disk', async () => {
  const north = await api.as('north.manager');
  const { referralId } = await draft(north, { number: '50244764', type: 'CASE_TRANSFER' });
  const bytes = Buffer.concat([pdf(), Buffer.alloc(3_000_000, 'é')]);
  const { link } = await addDocument(north, referralId, file('Plan.pdf', bytes));
  expect(Buffer.from(await (await fetch(link.url)).bytes()).equals(bytes)).toBe(true);
  expect(await readdir(api.documentsDirectory)).toEqual([]);
});

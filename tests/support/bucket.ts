import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Settings } from '../../src/platform/storage/s3-storage.ts';

/** A bucket on an S3 server of the test's own, which checks signatures. */
export type Bucket = {
  settings: S3Settings;
  /** Stops the server and deletes the bucket. */
  stop(): Promise<void>;
};

/** Starts an S3 server on loopback with one empty bucket. */
export async function startBucket(): Promise<Bucket> {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-bucket-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'handoff', configs: [] }],
  });
  const { port }: AddressInfo = await server.run();
  return {
    settings: {
      bucket: 'handoff',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

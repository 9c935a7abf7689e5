import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { requireKey, type Storage } from './storage.ts';

/** Where the bucket is, and who may use it. */
export type S3Settings = {
  bucket: string;
  region: string;
  /** The URL of an S3-compatible service; undefined for Amazon's own. */
  endpoint: string | undefined;
  /** Undefined where the machine's own role, or whatever else the AWS SDK finds, gives access. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** In milliseconds; with three tries, far less than the hour after which a file without a document is discarded. */
const patience = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

/** Keeps documents as objects of a bucket, under `documents/`. */
export function s3Storage({ bucket, region, endpoint, credentials }: S3Settings): Storage {
  const client = new S3Client({
    region,
    maxAttempts: 3,
    requestHandler: patience,
    // Other services know neither bucket host names nor the checksums that Amazon has added since.
    ...(endpoint === undefined
      ? {}
      : {
          endpoint,
          forcePathStyle: true,
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const object = (key: string) => {
    requireKey(key);
    return { Bucket: bucket, Key: `documents/${key}` };
  };
  return {
    async put(key, bytes) {
      await client.send(
        new PutObjectCommand({ ...object(key), Body: bytes, ContentType: 'application/octet-stream' }),
      );
    },
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand(object(key)));
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(object(key)));
    },
    close: () => client.destroy(),
  };
}

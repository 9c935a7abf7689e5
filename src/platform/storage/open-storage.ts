import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigError } from '../config.ts';
import { diskStorage } from './disk-storage.ts';
import type { Storage } from './storage.ts';
import { tellOutages } from './storage-unavailable.ts';

/**
 * Opens the storage that the settings mean: the bucket S3_BUCKET, else the directory DOCUMENTS_DIR, else one in the data
 * directory.
 * @throws ConfigError where DOCUMENTS_DIR is no directory that this process can write to.
 */
export async function openStorage(config: Config): Promise<Storage> {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DOCUMENTS_DIR } = config;
  if (S3_BUCKET !== undefined && S3_REGION !== undefined) {
    // The AWS SDK is loaded only where it is used.
    const { s3Storage } = await import('./s3-storage.ts');
    return tellOutages(
      s3Storage({
        bucket: S3_BUCKET,
        region: S3_REGION,
        endpoint: S3_ENDPOINT,
        credentials:
          S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined
            ? undefined
            : { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
      }),
    );
  }
  if (DOCUMENTS_DIR === undefined) return tellOutages(diskStorage(join(config.DATA_DIR, 'documents')));
  await requireWritable(DOCUMENTS_DIR);
  return tellOutages(diskStorage(DOCUMENTS_DIR));
}

async function requireWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new ConfigError('DOCUMENTS_DIR must be a directory that this process can read and write');
  }
}

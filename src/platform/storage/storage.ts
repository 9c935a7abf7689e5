import type { Readable } from 'node:stream';

/** Where the bytes of documents are kept: on a disk, or on S3-compatible storage. Keys are random UUIDs and tell nothing. */
export type Storage = {
  /** Keeps bytes under a new key: there as a whole once this resolves, never in part. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes as a stream, to be read or destroyed.
   * @throws where there is nothing under this key.
   */
  open(key: string): Promise<Readable>;
  /** Deletes what is under a key, or was left there by a write that broke off; nothing to delete is no error. */
  remove(key: string): Promise<void>;
  /** Lets go of connections. */
  close(): void;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Keeps anything but a key out of paths.
 * @throws TypeError for what is no UUID in lower case.
 */
export function requireKey(key: string): void {
  if (!uuid.test(key)) throw new TypeError('a storage key is a UUID in lower case');
}

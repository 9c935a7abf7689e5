import { requireKey, type Storage } from './storage.ts';

/** The directory or bucket did not take or give a document; its cause is what the system said. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  /** Of the system or the bucket, for the log. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The storage of documents is not available', { cause });
    const { code, name } = cause instanceof Error ? (cause as Error & { code?: unknown }) : {};
    this.code = typeof code === 'string' ? code : name;
  }
}

/** The same storage, which says that it is not available where it fails to keep, to open or to delete a document. */
export function tellOutages(storage: Storage): Storage {
  const tell = async <Result>(key: string, act: () => Promise<Result>): Promise<Result> => {
    // A key that is none is a bug, and no outage.
    requireKey(key);
    try {
      return await act();
    } catch (error) {
      throw new StorageUnavailable(error);
    }
  };
  return {
    put: (key, bytes) => tell(key, () => storage.put(key, bytes)),
    open: (key) => tell(key, () => storage.open(key)),
    remove: (key) => tell(key, () => storage.remove(key)),
    close: () => storage.close(),
  };
}

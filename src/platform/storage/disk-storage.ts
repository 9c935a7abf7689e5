import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeFileDurably } from '../embedded/write-file-durably.ts';
import { requireKey, type Storage } from './storage.ts';

/**
 * Keeps documents in one directory, each a file that this user alone can read, flushed to the disk before it is there.
 * @param directory is made at the first document.
 */
export function diskStorage(directory: string): Storage {
  const path = resolve(directory);
  const file = (key: string) => {
    requireKey(key);
    return join(path, key);
  };
  return {
    async put(key, bytes) {
      const name = file(key);
      await mkdir(path, { recursive: true, mode: 0o700 });
      await writeFileDurably(name, bytes);
    },
    async open(key) {
      return (await open(file(key))).createReadStream();
    },
    async remove(key) {
      requireKey(key);
      // A process that was killed in the midst of a write leaves a draft beside where the file would be.
      for (const name of await namesIn(path))
        if (name.startsWith(key)) await rm(join(path, name), { force: true });
    },
    close: () => undefined,
  };
}

/** A directory that is not there yet has nothing in it; one that cannot be read has who knows what. */
async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

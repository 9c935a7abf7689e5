import { glob, mkdir, open, rm } from 'node:fs/promises';
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
      for await (const name of glob(`${key}*`, { cwd: path })) await rm(join(path, name), { force: true });
    },
    close: () => undefined,
  };
}

import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that it is there whole or not at all, also after a power cut: readable by this user alone, flushed to
 * the disk before it gets its name.
 * @param path where it goes; its directory must exist.
 * @param content what it holds.
 * @param options.replace whether an existing file gives way (the default); if not, it stays and EEXIST is thrown.
 */
export async function writeFileDurably(
  path: string,
  content: string | Uint8Array,
  options: { replace: boolean } = { replace: true },
): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (options.replace) await rename(draft, path);
    else await link(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  await flushDirectory(dirname(path));
}

async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

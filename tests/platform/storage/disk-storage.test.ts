import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../src/platform/config.ts';
import { diskStorage } from '../../../src/platform/storage/disk-storage.ts';
import { openStorage } from '../../../src/platform/storage/open-storage.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'handoff-disk-'));
});
afterEach(async () => await rm(directory, { recursive: true, force: true }));

describe('documents on a disk', () => {
  it('[R13] can be read by nobody but the service', async () => {
    const path = join(directory, 'new', 'documents');
    const key = randomUUID();
    await diskStorage(path).put(key, Buffer.from('x'));
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, key))).mode & 0o777).toBe(0o600);
    expect(await readdir(path)).toEqual([key]);
  });

  it('[R13] removing takes what a killed process left of the same file, too', async () => {
    const [key, other] = [randomUUID(), randomUUID()];
    for (const name of [`${key}.0a1b2c3d4e5f.draft`, `${other}.0a1b2c3d4e5f.draft`]) {
      await writeFile(join(directory, name), 'half');
    }
    await diskStorage(directory).remove(key);
    expect(await readdir(directory)).toEqual([`${other}.0a1b2c3d4e5f.draft`]);
  });

  it('removing where nothing was ever stored is no error', async () => {
    await diskStorage(join(directory, 'none')).remove(randomUUID());
  });
});

describe('the storage that settings mean', () => {
  it('is DOCUMENTS_DIR, or else a part of the data directory', async () => {
    const [key, at] = [randomUUID(), join(directory, 'at')];
    await (await openStorage(readConfig({ DATA_DIR: directory }))).put(key, Buffer.from('x'));
    await (await openStorage(readConfig({ DATA_DIR: directory, DOCUMENTS_DIR: at }))).put(
      key,
      Buffer.from('x'),
    );
    expect(await readdir(join(directory, 'documents'))).toEqual([key]);
    expect(await readdir(at)).toEqual([key]);
  });

  it('is refused at the start where DOCUMENTS_DIR is no directory to write to', async () => {
    const taken = join(directory, 'file');
    await writeFile(taken, '');
    const opening = openStorage(readConfig({ DOCUMENTS_DIR: join(taken, 'documents') }));
    await expect(opening).rejects.toThrow(ConfigError);
    await expect(opening).rejects.toThrow('DOCUMENTS_DIR must be a directory that this process can read');
  });
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  DataDirectoryInUse,
  lockDataDirectory,
  readRunningServices,
} from '../../../src/platform/embedded/data-directory.ts';
import { runScript, type ScriptProcess } from './script-process.ts';

const SERVICES = { url: 'http://127.0.0.1:4000', databaseUrl: 'postgresql://127.0.0.1:1/x', smtpUrl: null };

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'handoff-data-')), '.data');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

/** A process that takes the directory, keeps no hold of what it got, says so (or why not), and stays. */
function holder(): ScriptProcess {
  return runScript(`
    const { lockDataDirectory } = await source('data-directory.ts');
    setInterval(() => {}, 1000);
    try {
      const taken = await lockDataDirectory(${JSON.stringify(directory)});
      await taken.publish(${JSON.stringify(SERVICES)});
      globalThis.gc();
      console.log('taken');
    } catch (error) {
      console.log(error.name);
    }`);
}

it('tells a second start in one line what runs and what to do', async () => {
  const first = holder();
  expect(await first.line()).toBe('taken');
  const second = await lockDataDirectory(directory).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(DataDirectoryInUse);
  const { message } = second as Error;
  expect(message).toContain(`process ${first.pid}, ${SERVICES.url}`);
  expect(message).toContain('DATA_DIR');
  expect(message).not.toContain('\n');
  await first.end('SIGTERM');
});

it('lets exactly one of several starts at the same moment have the directory', async () => {
  const starts = [holder(), holder(), holder()];
  const answers = await Promise.all(starts.map((start) => start.line()));
  expect(answers.sort()).toEqual(['DataDirectoryInUse', 'DataDirectoryInUse', 'taken']);
  await Promise.all(starts.map((start) => start.end('SIGTERM')));
});

it('takes over what a process killed with SIGKILL left, and believes nothing that it published', async () => {
  const killed = holder();
  await killed.line();
  expect(readRunningServices(directory)).toEqual({ pid: killed.pid, ...SERVICES });
  await killed.end('SIGKILL');
  expect(readRunningServices(directory)).toBeNull();
  const taken = await lockDataDirectory(directory);
  expect(readRunningServices(directory)).toBeNull();
  taken.release();
});

it('publishes the running services to this user alone, from when they are up until the release', async () => {
  expect(readRunningServices(directory)).toBeNull();
  const taken = await lockDataDirectory(directory);
  expect(readRunningServices(directory)).toBeNull();
  await taken.publish(SERVICES);
  expect(readRunningServices(directory)).toEqual({ pid: process.pid, ...SERVICES });
  expect(statSync(join(directory, 'run.json')).mode & 0o777).toBe(0o600);
  taken.release();
  expect(readRunningServices(directory)).toBeNull();
});

it('does not take the directory from its next holder when released twice', async () => {
  const first = await lockDataDirectory(directory);
  first.release();
  const second = await lockDataDirectory(directory);
  await second.publish(SERVICES);
  first.release();
  expect(readRunningServices(directory)).not.toBeNull();
  await expect(lockDataDirectory(directory)).rejects.toThrow(DataDirectoryInUse);
  second.release();
});

it('keeps a secret of 32 random bytes for each name, for this user alone', async () => {
  const first = await lockDataDirectory(directory);
  const [one, same, other] = await Promise.all(
    ['signing-key', 'signing-key', 'other-key'].map((name) => first.secret(name)),
  );
  first.release();
  const later = await lockDataDirectory(directory);
  expect(Buffer.from(one ?? '', 'base64url')).toHaveLength(32);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(await later.secret('signing-key')).toBe(one);
  expect(statSync(join(directory, 'secrets/signing-key')).mode & 0o777).toBe(0o600);
  await expect(later.secret('../run')).rejects.toThrow(TypeError);
  later.release();
});

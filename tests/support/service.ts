import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOutput, keepService } from './evidence/keep-service.ts';

/** Handoff running as a process of its own, as `npm start` runs it. */
export type Service = {
  /** Where it is, without a path. */
  url: string;
  /** All it has printed so far. */
  output(): string;
  /** Its data directory, kept until {@link Service.remove}. */
  dataDirectory: string;
  /** Presses Ctrl-C and waits for the end. Calling it again answers the same. */
  stop(): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>;
  /** Stops it if need be and deletes the data directory. */
  remove(): Promise<void>;
};

const project = join(import.meta.dirname, '../..');

/** What a test asks for in a minute is more than a user does. */
const unlimited = { RATE_LIMIT_USER: '0', RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_FAILED_SIGN_INS: '0' };

/** Longer than a first start with an empty data directory takes on a busy machine. */
const patience = 60_000;

/**
 * Starts the service on a free port, with a temporary data directory and nothing of this process's settings.
 * @param env settings to start it with, for example SMTP_URL.
 * @throws with what it printed, when it ends or is not ready in time.
 */
export async function startService(env: Record<string, string> = {}): Promise<Service> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'handoff-service-'));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: project,
    env: { PATH, HOME, PORT: '0', DATA_DIR: dataDirectory, ...unlimited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let printed = '';
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      keepOutput(text);
      const url = /^ *API +(\S+)\/graphql$/m.exec(printed)?.[1];
      if (url !== undefined && printed.includes('Ctrl-C stops it.')) ready.resolve(url);
    });
  }

  async function stop() {
    if (child.exitCode === null) await keepService(dataDirectory);
    child.kill('SIGINT');
    const [exitCode, signal] = await ended;
    return { exitCode, signal };
  }
  async function remove() {
    await stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }

  const timer = setTimeout(() => ready.reject(new Error(`It was not ready in time:\n${printed}`)), patience);
  ended.then(() => ready.reject(new Error(`It ended at once:\n${printed}`)), ready.reject);
  try {
    const url = await ready.promise;
    return { url, output: () => printed, dataDirectory, stop, remove };
  } catch (error) {
    await remove();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

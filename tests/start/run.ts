import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { keepOutput } from '../support/evidence/keep-service.ts';

/** A process of Handoff. */
export type Run = {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Waits until the API is ready; its URL without a path. */
  ready(): Promise<string>;
  /** Waits until it has printed this on standard output. */
  printed(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** How it ended: its exit code, or the signal. */
  ended: Promise<number | NodeJS.Signals | null>;
};

const project = join(import.meta.dirname, '../..');
/** Longer than a start takes on a busy machine. */
const patience = 60_000;

/** A data directory that is deleted when the test has finished. */
export async function newDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-start-'));
  onTestFinished(async () => await rm(directory, { recursive: true, force: true }));
  return directory;
}

/**
 * Runs `src/main.ts` or `src/worker.ts` with these settings and none of this process’s own. Whatever still runs when the
 * test has finished is stopped.
 */
export function run(script: 'main' | 'worker', settings: Record<string, string>): Run {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [`src/${script}.ts`], {
    cwd: project,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    keepOutput(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    keepOutput(text);
  });
  const ended = once(child, 'close').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]) => code ?? signal ?? null,
  );
  onTestFinished(async () => {
    child.kill('SIGINT');
    await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
  });

  async function printed(text: string): Promise<void> {
    for (const deadline = Date.now() + patience; !stdout.includes(text); await sleep(20)) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        throw new Error(`It did not print "${text}":\n${stdout}${stderr}`);
      }
    }
  }

  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    async ready() {
      await printed('Ctrl-C stops it.');
      return /^ *API +(\S+)\/graphql$/m.exec(stdout)?.[1] ?? '';
    },
    printed,
    signal: (name) => void child.kill(name),
    ended,
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that the bench has started. */
export type Child = {
  pid: number;
  /** All it has printed so far. */
  output(): string;
  stop(): Promise<void>;
};

/** What to start, and how it says that it is ready. */
export type Start = { directory: string; arguments: string[]; env: Record<string, string>; ready: RegExp };

/** Longer than anything here takes to start. */
const patience = 60_000;

/**
 * Starts Node on a script, with nothing of this process's settings.
 * @throws with what it printed, where it ends or is not ready in time.
 */
export async function startChild({ directory, arguments: args, env, ready }: Start): Promise<Child> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const isReady = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed = (printed + text).slice(-100_000);
        if (ready.test(printed)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended:\n${printed}`)));
    setTimeout(() => reject(new Error(`${args.join(' ')} was not ready:\n${printed}`)), patience).unref();
  });
  try {
    await isReady;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { pid: child.pid ?? 0, output: () => printed, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(timer);
}

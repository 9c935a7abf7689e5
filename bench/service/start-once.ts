import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { freePort, project } from '../handoff.ts';
import { childrenOf } from '../harness/cpu-time.ts';

/** What a start came to. */
export type Start = {
  /** From the command to the first answer. */
  seconds: number;
  /** Resident memory of the service then. */
  megabytes: number;
};

/** Starts the service with `npm start` on a data directory, waits for an answer, and stops it. */
export async function startOnce(dataDirectory: string): Promise<Start> {
  const port = String(await freePort());
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: project,
    env: { PATH, HOME, PORT: port, DATA_DIR: dataDirectory },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(`http://127.0.0.1:${port}/graphql`)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const seconds = (performance.now() - began) / 1_000;
    const service = await serviceBelow(child.pid ?? 0);
    const status = await readFile(`/proc/${service}/status`, 'utf8');
    return { seconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024 };
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}

/** The service itself among the processes below npm. */
async function serviceBelow(pid: number): Promise<number> {
  for (const child of childrenOf(pid)) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8');
    if (/node\0src\/main\.ts/.test(command)) return child;
    const below = await serviceBelow(child);
    if (below !== 0) return below;
  }
  return 0;
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return answer.ok || answer.status === 401;
  } catch {
    return false;
  }
}

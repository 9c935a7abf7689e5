import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, project } from './handoff.ts';
import { childrenOf } from './harness/cpu-time.ts';
import { readable } from './harness/figures.ts';

// From `npm start` to the first answer, with the embedded database: the first time, when there is nothing yet, then warm.
const directory = await mkdtemp(join(tmpdir(), 'bench-start-'));
try {
  for (const when of ['first start', 'warm', 'warm', 'warm'])
    console.log(`${when}: ${await startOnce(directory)}`);
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** Starts it, waits for an answer, stops it. @returns what to print. */
async function startOnce(dataDirectory: string): Promise<string> {
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
    const took = performance.now() - began;
    const service = await serviceBelow(child.pid ?? 0);
    const status = await readFile(`/proc/${service}/status`, 'utf8');
    const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
    return `first answer after ${readable(took / 1_000)} s, ${resident.toFixed(0)} MB resident`;
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

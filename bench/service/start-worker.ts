import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../handoff.ts';
import { type Child, startChild } from './child.ts';

/** Starts a worker process, as `npm run worker` does. */
export async function startWorker({
  databaseUrl,
  smtpUrl,
  nodeFlags = [],
}: {
  databaseUrl: string;
  smtpUrl: string;
  nodeFlags?: string[];
}): Promise<Child> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-worker-'));
  const child = await startChild({
    directory: project,
    arguments: [...nodeFlags, 'src/worker.ts'],
    ready: /Ctrl-C stops it/,
    env: {
      DATA_DIR: directory,
      DOCUMENTS_DIR: join(directory, 'documents'),
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      SMTP_REQUIRE_TLS: 'false',
    },
  });
  return {
    ...child,
    stop: async () => {
      await child.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

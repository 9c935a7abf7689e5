import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, project } from '../handoff.ts';
import { type Child, startChild } from './child.ts';
import type { SignIn } from './sign-in.ts';

/** The service in production mode. */
export type Ours = Child & { url: string };

/** What {@link startOurs} is given. */
export type OursOptions = {
  databaseUrl: string;
  signIn: SignIn;
  /** Flags for Node, for example to profile it. */
  nodeFlags?: string[];
  /** Settings besides those that production needs. */
  env?: Record<string, string>;
  /** Where its sources are, if not where the bench takes them from: to compare two versions. */
  directory?: string;
};

/** Starts the service as `npm start` does, in production mode, without limits for one user, with no worker unless `env` says so. */
export async function startOurs({
  databaseUrl,
  signIn,
  nodeFlags = [],
  env = {},
  directory: sources = project,
}: OursOptions): Promise<Ours> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-ours-'));
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = await startChild({
    directory: sources,
    arguments: [...nodeFlags, 'src/main.ts'],
    ready: /Ctrl-C stops it\./,
    env: {
      PORT: port,
      PUBLIC_URL: url,
      DATA_DIR: directory,
      DOCUMENTS_DIR: join(directory, 'documents'),
      DATABASE_URL: databaseUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      SMTP_REQUIRE_TLS: 'false',
      OIDC_ISSUER: signIn.issuer.url,
      OIDC_AUDIENCE: signIn.audience,
      SIGNING_SECRET: 'of the bench alone, as long as it has to be',
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_ADDRESS: '0',
      RATE_LIMIT_FAILED_SIGN_INS: '0',
      WORKER: 'false',
      ...env,
    },
  });
  return {
    ...child,
    url,
    stop: async () => {
      await child.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

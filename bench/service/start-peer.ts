import { join } from 'node:path';
import { freePort } from '../handoff.ts';
import { type Child, startChild } from './child.ts';
import type { SignIn } from './sign-in.ts';

/** A peer that listens. */
export type Peer = Child & { url: string };

/** As many connections to the database as the service has. */
const poolSize = 10;

/** Starts a peer, in production mode. @param name the directory under peers. */
export async function startPeer(
  name: 'postgraphile' | 'floor',
  { databaseUrl, signIn, nodeFlags = [] }: { databaseUrl: string; signIn: SignIn; nodeFlags?: string[] },
): Promise<Peer> {
  const port = await freePort();
  const child = await startChild({
    directory: join(import.meta.dirname, '../peers', name),
    arguments: [...nodeFlags, 'main.ts'],
    ready: /^ready$/m,
    env: {
      GRAPHILE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(poolSize),
      OIDC_ISSUER: signIn.issuer.url,
      OIDC_AUDIENCE: signIn.audience,
    },
  });
  return { ...child, url: `http://127.0.0.1:${port}` };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/platform/database.ts';
import { createTestDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { type Provider, startProvider } from './provider.ts';
import { startService } from './service.ts';

/** Handoff in production mode as a process of its own, with a real issuer. */
export type ProductionService = {
  /** Where it is, without a path. */
  url: string;
  /** All it has printed so far, its log included. */
  output(): string;
  /** An access token that the issuer gave to this sample user, good for an hour or so many seconds. */
  tokenFor(username: string, seconds?: number): Promise<string>;
  /** The issuer that it trusts. */
  issuer: Provider;
  /** The test's own client on its database. */
  database: Database;
  databaseUrl: string;
  /** Where its mail goes. */
  mailbox: Mailbox;
  /** Where it keeps documents. */
  documentsDirectory: string;
  stop(): Promise<void>;
};

/** Signs the links of a {@link ProductionService}. */
export const productionSecret = 'of a service in production mode, for tests alone';

/**
 * Starts a {@link ProductionService}.
 * @param options.env settings besides those that production needs.
 * @param options.data what the database begins with: the sample data, or nothing at all.
 * @throws with what it printed, when it ends or is not ready in time.
 */
export async function startProductionService(
  options: { env?: Record<string, string>; data?: 'sample' | 'empty' } = {},
): Promise<ProductionService> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const { url: databaseUrl, database, drop } = await createTestDatabase(options.data);
    undo.push(drop);
    const issuer = await startProvider();
    undo.push(issuer.stop);
    const mailbox = await startMailbox();
    undo.push(mailbox.stop);
    const documentsDirectory = await mkdtemp(join(tmpdir(), 'handoff-documents-'));
    undo.push(() => rm(documentsDirectory, { recursive: true, force: true }));
    const port = String(await freePort());
    const service = await startService({
      NODE_ENV: 'production',
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      SMTP_URL: mailbox.smtpUrl,
      SMTP_REQUIRE_TLS: 'false',
      DOCUMENTS_DIR: documentsDirectory,
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: issuer.audience,
      SIGNING_SECRET: productionSecret,
      ...options.env,
    });
    undo.push(service.remove);
    return {
      url: service.url,
      output: service.output,
      tokenFor: async (username, seconds) => (await issuer.signIn(username, seconds)).accessToken,
      issuer,
      database,
      databaseUrl,
      mailbox,
      documentsDirectory,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

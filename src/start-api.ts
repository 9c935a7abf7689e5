import type { AddressInfo } from 'node:net';
import { seedSampleData } from '../prisma/sample-data/seed.ts';
import { seedTemplates } from '../prisma/sample-data/seed-templates.ts';
import { programDay } from './domain/program-day.ts';
import { createServer } from './graphql/server.ts';
import { createSignIn } from './graphql/sign-in.ts';
import { createSignedLinks } from './graphql/signed-links.ts';
import { developmentTokens, oidcTokens } from './platform/access-tokens.ts';
import { type BackingServices, startBackingServices } from './platform/backing-services.ts';
import type { Config } from './platform/config.ts';
import { registerDevInbox } from './platform/dev-inbox/register-dev-inbox.ts';
import { startLiveFeed } from './platform/live/live-feed.ts';
import { applyMigrations } from './platform/migrations/apply-migrations.ts';
import { type Core, startCore } from './start-core.ts';

/** A running API. */
export type Api = {
  /** Where it is, without a path. */
  url: string;
  /** Stops everything in order: sockets, HTTP, jobs in hand, pool, embedded services. */
  stop(): Promise<void>;
};

/**
 * Starts the API and, unless WORKER is false, the worker in the same process: embedded services where none are set,
 * migrations, templates, in development the sample data, then HTTP.
 * @param options.onQuery is told each SQL statement of the pool, without parameters; see openDatabase.
 * @throws what `exitOnFailure` explains; whatever was started by then has been stopped.
 */
export async function startApi(
  config: Config,
  options: { onQuery?: (sql: string) => void } = {},
): Promise<Api> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const services = await startBackingServices(config);
    undo.push(services.stop);
    await applyMigrations(services.databaseUrl);
    const core = await startCore(config, { ...services, worker: config.WORKER, onQuery: options.onQuery });
    undo.push(core.stop);
    await seed(config, core);
    const { url, close } = await serve(config, services, core, undo);
    undo.push(close);
    await services.announce(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function seed(config: Config, { platform }: Core): Promise<void> {
  if (config.NODE_ENV === 'production') await seedTemplates(platform.database);
  else await seedSampleData(platform.database, programDay(platform.now(), platform.timeZone));
}

async function serve(
  config: Config,
  services: BackingServices,
  { platform, metrics, log }: Core,
  undo: (() => Promise<void>)[],
): Promise<{ url: string; close(): Promise<void> }> {
  const live = await startLiveFeed({
    database: platform.database,
    url: services.databaseUrl,
    redisUrl: config.REDIS_URL ?? null,
    log,
  });
  undo.push(live.stop);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config;
  const development =
    config.NODE_ENV !== 'production' && issuer === undefined
      ? developmentTokens(services.signingSecret)
      : null;
  const tokens = development ?? oidcTokens({ issuer: issuer ?? '', audience: audience ?? '' });
  let url = config.PUBLIC_URL ?? '';
  const links = createSignedLinks(services.signingSecret, () => url);
  const app = await createServer({
    base: { platform, live, links },
    signIn: createSignIn(tokens, platform.database, log),
    metrics,
    log,
    developmentTokens: development,
  });
  if (services.inbox !== null) await registerDevInbox(app, services.inbox);
  await app.listen({ host: config.HOST, port: config.PORT });
  const { port } = app.server.address() as AddressInfo;
  url = config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`;
  return { url, close: () => app.close() };
}

import type { AddressInfo } from 'node:net';
import { seedSampleData } from '../prisma/sample-data/seed.ts';
import { seedTemplates } from '../prisma/sample-data/seed-templates.ts';
import { programDay } from './domain/program-day.ts';
import { createServer } from './graphql/server.ts';
import { allowsOrigin, isLocalHost } from './graphql/shell/allowed-origins.ts';
import { createRates } from './graphql/shell/rates.ts';
import type { Shell } from './graphql/shell/shell.ts';
import { trustedProxies } from './graphql/shell/trusted-proxies.ts';
import { createSignIn } from './graphql/sign-in.ts';
import { createSignedLinks } from './graphql/signed-links.ts';
import type { AccessTokens } from './platform/access-tokens.ts';
import { type BackingServices, startBackingServices } from './platform/backing-services.ts';
import type { Config } from './platform/config.ts';
import { registerDevInbox } from './platform/dev-inbox/register-dev-inbox.ts';
import { developmentTokens } from './platform/development-tokens.ts';
import { startLiveFeed } from './platform/live/live-feed.ts';
import type { Logger } from './platform/log.ts';
import { oidcTokens } from './platform/oidc-tokens.ts';
import { type PersistedDocuments, readPersistedDocuments } from './platform/persisted-documents.ts';
import { openRateStore, type RateStore } from './platform/rate-limits/rate-store.ts';
import { prepareDatabase } from './prepare-database.ts';
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
 * @param options.logTo a file for the log, instead of standard error.
 * @throws what `exitOnFailure` explains; whatever was started by then has been stopped.
 */
export async function startApi(
  config: Config,
  options: { onQuery?: (sql: string) => void; logTo?: string } = {},
): Promise<Api> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const documents = await readPersistedDocuments(config);
    const services = await startBackingServices(config);
    undo.push(services.stop);
    await prepareDatabase({ service: services.databaseUrl, owner: config.MIGRATIONS_DATABASE_URL });
    const core = await startCore(config, { ...services, ...options, worker: config.WORKER });
    undo.push(core.stop);
    await seed(config, core);
    const { url, close } = await serve(config, { services, core, documents }, undo);
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
  parts: { services: BackingServices; core: Core; documents: PersistedDocuments | null },
  undo: (() => Promise<void>)[],
): Promise<{ url: string; close(): Promise<void> }> {
  const { services, documents } = parts;
  const { platform, metrics, log } = parts.core;
  const live = await startLiveFeed({
    database: platform.database,
    url: services.databaseUrl,
    redisUrl: config.REDIS_URL ?? null,
    log,
  });
  undo.push(live.stop);
  const development = signsInForDevelopment(config) ? developmentTokens(services.signingSecret) : null;
  const tokens = development ?? trustedTokens(config, log);
  const { databaseUrl } = services;
  const store = openRateStore({ databaseUrl, redisUrl: config.REDIS_URL ?? null, log });
  undo.push(store.stop);
  let url = config.PUBLIC_URL ?? '';
  const links = createSignedLinks(services.signingSecret, () => url);
  const production = config.NODE_ENV === 'production';
  const asked = {
    introspection: config.INTROSPECTION ?? (production ? 'signed-in' : 'open'),
    documents,
    showsCost: !production,
  };
  const app = await createServer({
    asked,
    base: { platform, live, links },
    signIn: createSignIn(tokens, platform.database, log),
    shell: shellOf(config, store, development !== null),
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

/** @param forDevelopment whether anybody can sign in, so that the service answers to this machine's own names alone. */
function shellOf(config: Config, store: RateStore, forDevelopment: boolean): Shell {
  const { CORS_ORIGINS: origins, PUBLIC_URL: publicUrl, NODE_ENV } = config;
  return {
    proxies: trustedProxies(config.TRUST_PROXY),
    rates: createRates(
      {
        user: config.RATE_LIMIT_USER,
        address: config.RATE_LIMIT_ADDRESS,
        failedSignIns: config.RATE_LIMIT_FAILED_SIGN_INS,
      },
      store,
    ),
    allowsOrigin: allowsOrigin({ origins, publicUrl, development: NODE_ENV !== 'production' }),
    allowsHost: forDevelopment ? isLocalHost : () => true,
    origins,
    overTls: publicUrl?.startsWith('https:') ?? false,
  };
}

/** In production nobody signs in without an issuer, whatever is set. */
function signsInForDevelopment({ NODE_ENV, OIDC_ISSUER }: Config): boolean {
  return NODE_ENV !== 'production' && OIDC_ISSUER === undefined;
}

/** Tokens of the issuer that is set. What is wrong with it is logged now, and not only when the first user comes. */
function trustedTokens(
  { OIDC_ISSUER: issuer = '', OIDC_AUDIENCE: audience = '', OIDC_CLOCK_TOLERANCE: clockTolerance }: Config,
  log: Logger,
): AccessTokens {
  const tokens = oidcTokens({ issuer, audience, clockTolerance, log });
  void tokens.prepare();
  return tokens;
}

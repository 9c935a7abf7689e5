import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { type Config, ConfigError } from './platform/config.ts';
import { serveHealth } from './platform/serve-health.ts';
import type { Core } from './start-core.ts';

/**
 * Serves health and metrics of a process that is a worker alone, at HOST and METRICS_PORT.
 * @throws ConfigError where the port cannot be opened.
 * @returns where, without a path; null where METRICS_PORT is not set, and nothing is served.
 */
export async function serveWorkerHealth(
  { HOST: host, METRICS_PORT: port }: Pick<Config, 'HOST' | 'METRICS_PORT'>,
  { platform, metrics }: Core,
): Promise<{ url: string; close(): Promise<void> } | null> {
  if (port === undefined) return null;
  const app = fastify({ forceCloseConnections: true });
  serveHealth(app, { database: platform.database, metrics });
  await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `METRICS_PORT ${port} cannot be opened at HOST ${host} (${error.code}). Set one that is free, of 1024 or above.`,
    );
  });
  const address = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' ? 'localhost' : host;
  return { url: `http://${name}:${address.port}`, close: () => app.close() };
}

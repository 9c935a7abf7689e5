import type { FastifyInstance } from 'fastify';
import type { Database } from './database.ts';
import type { Metrics } from './metrics.ts';

/** What an operator's tools ask of a process: GET /healthz whether it answers, /readyz whether its database does, /metrics. */
export function serveHealth(
  app: FastifyInstance,
  { database, metrics }: { database: Database; metrics: Metrics },
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await database.$queryRaw`SELECT 1`;
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

import fastify from 'fastify';
import pg from 'pg';
import { bearerOf } from '../bearer.ts';
import { peerSettings } from '../settings.ts';
import { casePage } from './statements/case-page.ts';
import { casesSearch } from './statements/cases-search.ts';
import { homepageTasks } from './statements/homepage-tasks.ts';
import { nodeById } from './statements/node-by-id.ts';
import { referralPage } from './statements/referral-page.ts';
import type { Statement } from './statements/statement.ts';

const { port, databaseUrl, issuer, audience, poolSize } = peerSettings(process.env);
const subjectOf = bearerOf(issuer, audience);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const app = fastify();

app.get('/typename', async (request, reply) => {
  await subjectOf(request.headers.authorization);
  return reply.type('application/json').send('{"data":{"__typename":"Query"}}');
});
for (const statement of [homepageTasks, casesSearch, casePage, referralPage, nodeById]) serve(statement);
await app.listen({ port, host: '127.0.0.1' });
console.log('ready');
process.once('SIGINT', () => process.exit());

/** Answers a route by its one prepared statement; what that gives is passed on as it is. */
function serve({ url, sql, parameters }: Statement): void {
  app.get(url, async (request, reply) => {
    const subject = await subjectOf(request.headers.authorization);
    const asked = {
      params: request.params as Record<string, string>,
      query: request.query as Record<string, string>,
    };
    const { rows } = await pool.query<{ answer: string }>({
      name: url,
      text: sql,
      values: [subject, ...parameters(asked)],
    });
    return reply.type('application/json').send(`{"data":${rows[0]?.answer ?? 'null'}}`);
  });
}

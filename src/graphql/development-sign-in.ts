import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findActor } from '../domain/actor.ts';
import type { Database } from '../platform/database.ts';
import type { DevelopmentTokens } from '../platform/development-tokens.ts';

const tokenRequest = z.object({ username: z.string().refine((name) => !name.includes('\0')) });

/** POST /dev/token {"username"} → {"token"}: sign-in of the sample users, in development alone. */
export function serveDevelopmentSignIn(
  app: FastifyInstance,
  tokens: DevelopmentTokens,
  database: Database,
): void {
  app.post('/dev/token', async ({ body }, reply) => {
    const parsed = tokenRequest.safeParse(body);
    if (!parsed.success) {
      return reply.code(400).send({ error: 'Send {"username": "north.manager"} or another user name.' });
    }
    const { username } = parsed.data;
    return (await findActor(database, { username })) === null
      ? reply.code(404).send({ error: 'There is no active staff member of this user name.' })
      : { token: await tokens.issue(username) };
  });
}

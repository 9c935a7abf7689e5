import { type Actor, findActor } from '../domain/actor.ts';
import type { AccessTokens } from '../platform/access-tokens.ts';
import type { Database } from '../platform/database.ts';

/** Finds the staff member that an Authorization value speaks for; null where it speaks for nobody. */
export type SignIn = (authorization: unknown) => Promise<Actor | null>;

/** The one verifier of HTTP, server-sent events and WebSocket: the value is "Bearer …" in each. */
export function createSignIn(tokens: AccessTokens, database: Database): SignIn {
  return async (authorization) => {
    const token =
      typeof authorization === 'string' ? /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined) return null;
    const subject = await tokens.verify(token);
    return subject === null ? null : await findActor(database, subject);
  };
}

import { GraphQLError } from 'graphql';
import { type Actor, findActor } from '../domain/actor.ts';
import type { AccessTokens } from '../platform/access-tokens.ts';
import type { Database } from '../platform/database.ts';
import { describeError } from '../platform/describe-error.ts';
import type { Logger } from '../platform/log.ts';

/**
 * Finds the staff member that an Authorization value speaks for; null where it speaks for nobody.
 * @throws GraphQLError SIGN_IN_UNAVAILABLE while the issuer or the database does not answer.
 */
export type SignIn = (authorization: unknown) => Promise<Actor | null>;

/** The one verifier of HTTP, server-sent events and WebSocket: the value is "Bearer …" in each. */
export function createSignIn(tokens: AccessTokens, database: Database, log: Logger): SignIn {
  return async (authorization) => {
    const token =
      typeof authorization === 'string' ? /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined) return null;
    try {
      const subject = await tokens.verify(token);
      return subject === null ? null : await findActor(database, subject);
    } catch (error) {
      log.error(describeError(error), 'sign-in cannot be checked');
      throw new GraphQLError('Sign-in cannot be checked at the moment. Try again shortly.', {
        extensions: { code: 'SIGN_IN_UNAVAILABLE', http: { status: 503 } },
      });
    }
  };
}

import type { Actor } from '../domain/actor.ts';
import { recordSignIn, type SignInEvent } from '../domain/organizations/record-sign-in.ts';
import { signInStanding } from '../domain/organizations/sign-in-standing.ts';
import { scopesWithToken } from '../domain/scope-names.ts';
import type { AccessTokens, VerifiedToken } from '../platform/access-tokens.ts';
import type { Database } from '../platform/database.ts';
import { describeError } from '../platform/describe-error.ts';
import { IssuerUnavailable } from '../platform/issuer-keys.ts';
import type { Logger } from '../platform/log.ts';
import { rememberRecent } from './remember-recent.ts';
import type { SignInRefusal } from './sign-in-refusals.ts';

/** Who is signed in and until when, or why nobody is. */
export type SignInOutcome =
  | { actor: Actor; tokenExpiresAt: Date; refusal: null }
  | { actor: null; tokenExpiresAt: null; refusal: SignInRefusal };

/** Finds the staff member that an Authorization value speaks for. */
export type SignIn = (authorization: unknown) => Promise<SignInOutcome>;

/**
 * The one verifier of HTTP, server-sent events and WebSocket: the value is "Bearer …" in each. Whoever comes in, or is known
 * and shut out, is put on record before anything else is done for them (D14).
 */
export function createSignIn(tokens: AccessTokens, database: Database, log: Logger): SignIn {
  const record = rememberRecent(
    ({ member, session, refusedAs }: SignInEvent) => [member.staffId, session, refusedAs].join(),
    async (event) => {
      await recordSignIn(database, event);
    },
  );

  async function enter(token: VerifiedToken): Promise<SignInOutcome> {
    const standing = await signInStanding(database, token.by);
    if (standing === null) return refused('UNKNOWN_STAFF_MEMBER');
    const { session } = token;
    if ('why' in standing) {
      await record({ member: standing, session, refusedAs: standing.why });
      return refused(standing.why);
    }
    // A program may be named like a person at the issuer, but speaks for none (RFC 9068 5).
    if (token.ofProgram && !standing.roles.includes('INTEGRATION')) return refused('UNKNOWN_STAFF_MEMBER');
    await record({ member: standing, session, refusedAs: null });
    const scopes = scopesWithToken(standing.scopes, token.scopes);
    return { actor: { ...standing, scopes }, tokenExpiresAt: token.goodUntil, refusal: null };
  }

  return async (authorization) => {
    const sent = typeof authorization === 'string' ? /^Bearer +(.*)$/i.exec(authorization)?.[1] : undefined;
    if (sent === undefined) return refused('NO_TOKEN');
    try {
      const token = await tokens.verify(sent);
      return token === null ? refused('BAD_TOKEN') : await enter(token);
    } catch (error) {
      // What is wrong with the issuer has been logged once, not for each request.
      if (!(error instanceof IssuerUnavailable)) log.error(describeError(error), 'sign-in cannot be checked');
      return refused('SIGN_IN_UNAVAILABLE');
    }
  };
}

/** The outcome where nobody is signed in. */
export function refused(refusal: SignInRefusal): SignInOutcome {
  return { actor: null, tokenExpiresAt: null, refusal };
}

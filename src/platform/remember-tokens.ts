import { hash } from 'node:crypto';
import type { VerifiedToken } from './access-tokens.ts';

/** So many at once; of more, those are forgotten that were verified first. */
const mostRemembered = 10_000;

/** Which tokens were verified, and what they say. */
export type RememberedTokens = {
  /**
   * @param keysNow gives the keys that count at present; asked for a token that is known and not expired.
   * @returns null for a token that has yet to be verified.
   */
  find(token: string, keysNow: () => Promise<object>): Promise<VerifiedToken | null>;
  /** @param keys those that the token was verified with. */
  keep(token: string, keys: object, verified: VerifiedToken): void;
};

/**
 * Remembers verified tokens by their SHA-256, so that the signature of one that is sent again and again is checked once. What holds of a
 * token besides its time holds as long as the keys are the ones that it was verified with.
 */
export function rememberTokens(): RememberedTokens {
  let remembered = { keys: {}, tokens: new Map<string, VerifiedToken>() };
  return {
    async find(token, keysNow) {
      const { keys, tokens } = remembered;
      const verified = tokens.get(nameOf(token));
      if (verified === undefined || verified.goodUntil.getTime() <= Date.now()) return null;
      return (await keysNow()) === keys ? verified : null;
    },
    keep(token, keys, verified) {
      if (keys !== remembered.keys) remembered = { keys, tokens: new Map() };
      const { tokens } = remembered;
      const [oldest] = tokens.keys();
      if (tokens.size >= mostRemembered && oldest !== undefined) tokens.delete(oldest);
      tokens.set(nameOf(token), verified);
    },
  };
}

function nameOf(token: string): string {
  return hash('sha256', token, 'base64');
}

/** Whom a verified token speaks for: a user name in development, the subject at an OIDC issuer otherwise. */
export type TokenSubject = { username: string } | { subject: string };

/** What a token says whose signature, issuer, audience and times are right. */
export type VerifiedToken = {
  by: TokenSubject;
  /** From when on it is no longer accepted: its expiry, and the tolerance for clocks that differ. */
  goodUntil: Date;
  /** Whether a program got it in its own name, with nobody signed in. */
  ofProgram: boolean;
  /** What the issuer let the program do that got it: the names in its `scope`, ours and others. */
  scopes: readonly string[];
  /** The same for all tokens of one sign-in where the issuer names that; else of this token alone. Tells nothing of either. */
  session: string;
};

/** Verifies the access tokens of HTTP requests and sockets alike. */
export type AccessTokens = {
  /**
   * Null for a token that is forged, expired, meant for somebody else, or no access token.
   * @throws IssuerUnavailable while the issuer's keys cannot be had, so that the token cannot be judged.
   */
  verify(token: string): Promise<VerifiedToken | null>;
};

/** In characters; a longer one is not even read. Tokens that list somebody's groups come to some thousand. */
export const longestToken = 8_192;

import { jwtVerify, SignJWT } from 'jose';
import { type AccessTokens, longestToken } from './access-tokens.ts';
import { fingerprintOf } from './fingerprint-of.ts';

/** Development sign-in also makes tokens; it does not exist in production, nor where an OIDC issuer is set. */
export type DevelopmentTokens = AccessTokens & { issue(username: string): Promise<string> };

const issuer = 'handoff-development';

/**
 * Tokens signed with a secret of this installation, for development and tests.
 * @param secret at least 32 characters.
 */
export function developmentTokens(secret: string): DevelopmentTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async issue(username) {
      return await new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setSubject(username)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key);
    },
    async verify(token) {
      if (token.length > longestToken) return null;
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          algorithms: ['HS256'],
          requiredClaims: ['exp'],
        });
        const { sub: username, exp = 0 } = payload;
        if (username === undefined) return null;
        const session = fingerprintOf(token);
        return { by: { username }, goodUntil: new Date(exp * 1_000), ofProgram: false, scopes: [], session };
      } catch {
        return null;
      }
    },
  };
}

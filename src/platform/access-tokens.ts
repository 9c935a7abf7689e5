import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Whom a verified token speaks for: a user name in development, the subject at an OIDC issuer otherwise. */
export type TokenSubject = { username: string } | { subject: string };

/** Verifies the access tokens of HTTP requests and sockets alike. */
export type AccessTokens = {
  /**
   * Null for a token that is forged, expired, or meant for somebody else.
   * @throws when the issuer does not answer, so that the token cannot be judged.
   */
  verify(token: string): Promise<TokenSubject | null>;
};

/** Development sign-in also makes tokens; it does not exist where an OIDC issuer is set. */
export type DevelopmentTokens = AccessTokens & { issue(username: string): Promise<string> };

const developmentIssuer = 'handoff-development';

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
        .setIssuer(developmentIssuer)
        .setSubject(username)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key);
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer: developmentIssuer,
          algorithms: ['HS256'],
          requiredClaims: ['exp'],
        });
        return payload.sub === undefined ? null : { username: payload.sub };
      } catch {
        return null;
      }
    },
  };
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The signatures accepted from an OIDC issuer: asymmetric ones only. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Access tokens of an OIDC issuer, verified against its published keys, which are looked up when first needed.
 * @param options.issuer its URL, as tokens name it.
 * @param options.audience what tokens for this API are issued for.
 */
export function oidcTokens(options: { issuer: string; audience: string }): AccessTokens {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  async function discover(): Promise<JWTVerifyGetKey> {
    const address = `${options.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const { jwks_uri } = discovery.parse(await response.json());
    return createRemoteJWKSet(new URL(jwks_uri));
  }
  return {
    async verify(token) {
      keys ??= discover();
      const getKey = await keys.catch((error: unknown) => {
        keys = null;
        throw error;
      });
      try {
        const { issuer, audience } = options;
        const { payload } = await jwtVerify(token, getKey, {
          issuer,
          audience,
          algorithms,
          requiredClaims: ['exp'],
          clockTolerance: 5,
        });
        return payload.sub === undefined ? null : { subject: payload.sub };
      } catch (error) {
        if (isAboutTheToken(error)) return null;
        throw error;
      }
    },
  };
}

/** Whether a token was refused for what it is, and not because its issuer's keys could not be had. */
function isAboutTheToken(error: unknown): boolean {
  const { JOSEError, JWKSTimeout } = errors;
  return error instanceof JOSEError && !(error instanceof JWKSTimeout) && error.code !== JOSEError.code;
}

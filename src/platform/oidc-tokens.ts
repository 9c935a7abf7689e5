import { errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import { z } from 'zod';
import { type AccessTokens, longestToken, type VerifiedToken } from './access-tokens.ts';
import { fingerprintOf } from './fingerprint-of.ts';
import { issuerKeys } from './issuer-keys.ts';
import type { Logger } from './log.ts';
import { rememberTokens } from './remember-tokens.ts';

/** The signatures accepted from an OIDC issuer: asymmetric ones only. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** Tokens of an issuer, and a way to look at its keys before the first one comes. */
export type OidcTokens = AccessTokens & { prepare(): Promise<void> };

/**
 * Access tokens of an OIDC issuer, verified against its published keys.
 * @param options.issuer its URL, as tokens name it and as it names itself.
 * @param options.audience what tokens for this API are issued for.
 * @param options.clockTolerance by how many seconds its clock may differ from ours.
 * @param options.log told at level debug why a token was refused, without the token.
 */
export function oidcTokens(options: {
  issuer: string;
  audience: string;
  clockTolerance: number;
  log: Logger;
}): OidcTokens {
  const { issuer, audience, clockTolerance, log } = options;
  const keys = issuerKeys(issuer, log);
  const remembered = rememberTokens();
  const required = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] };
  return {
    prepare: keys.look,
    async verify(token) {
      if (token.length > longestToken) return null;
      try {
        const before = await remembered.find(token, keys.current);
        if (before !== null) return before;
        const verifiedWith = keys.known();
        const verified = await jwtVerify(token, keys.find, required);
        const read = isAccessToken(verified) ? readClaims(token, verified.payload, clockTolerance) : null;
        if (read === null) log.debug({ reason: 'not an access token' }, 'token refused');
        else if (verifiedWith !== null && keys.known() === verifiedWith)
          remembered.keep(token, verifiedWith, read);
        return read;
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        const claim = error instanceof errors.JWTClaimValidationFailed ? { claim: error.claim } : {};
        log.debug({ reason: error.code, ...claim }, 'token refused');
        return null;
      }
    },
  };
}

/** What only ID tokens have (OpenID Connect Core 2 and 3.3.2.11). */
const claimsOfIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];

/**
 * Whether it is an access token that whoever holds it may use. RFC 9068 gives those a type of their own; of issuers that do not
 * follow it, what is known to be an ID token, a refresh token or a token of another kind is refused. So is one that is bound to a
 * key (RFC 9449, RFC 8705), since possession of that is not checked.
 */
function isAccessToken({ protectedHeader, payload }: JWTVerifyResult): boolean {
  if (payload.cnf !== undefined) return false;
  const type = (protectedHeader.typ ?? 'JWT').toLowerCase().replace(/^application\//, '');
  if (type === 'at+jwt') return true;
  return (
    type === 'jwt' &&
    claimsOfIdTokens.every((claim) => payload[claim] === undefined) &&
    // Keycloak and Cognito say of each token what it is for.
    ['Bearer', undefined].includes(payload.typ as string | undefined) &&
    ['access', undefined].includes(payload.token_use as string | undefined)
  );
}

/** The last moment that a Date can be. */
const endOfTime = 8.64e12;

const names = z.union([z.string().transform((list) => list.split(' ')), z.array(z.string())]);

/** What is read of the claims; most issuers list scopes as RFC 8693 says, some in an array or under another name. */
const claims = z.object({
  sub: z.string().regex(/^[^\0]{1,255}$/),
  exp: z.number(),
  client_id: z.string().optional(),
  azp: z.string().optional(),
  scope: names.optional(),
  scp: names.optional(),
  sid: z.string().optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
});

function readClaims(token: string, payload: JWTPayload, clockTolerance: number): VerifiedToken | null {
  const { data } = claims.safeParse(payload);
  if (data === undefined) return null;
  const { sub: subject, exp, client_id, azp = client_id, scp, scope = scp ?? [], sid, auth_time } = data;
  const session = sid ?? auth_time;
  return {
    by: { subject },
    goodUntil: new Date(Math.min(exp + clockTolerance, endOfTime) * 1_000),
    ofProgram: subject === client_id || subject === azp,
    scopes: scope.filter((name) => name !== ''),
    session:
      session === undefined ? fingerprintOf(token) : fingerprintOf(subject, azp ?? '', String(session)),
  };
}

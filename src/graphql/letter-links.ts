import { jwtVerify, SignJWT } from 'jose';

/** How long a link to a letter works, in seconds. */
const lifetime = 5 * 60;

/** What a link to a letter says: whose it is and which letter; ids only. */
export type LetterLink = { staffId: string; referralId: string };

/** Makes and reads the short-lived signed links to letters. */
export type LetterLinks = {
  sign(link: LetterLink): Promise<{ url: string; expiresAt: Date }>;
  /** Null for a link that has been tampered with or has run out. */
  read(token: string): Promise<LetterLink | null>;
};

/**
 * @param secret signs the links; at least 32 characters.
 * @param publicUrl where clients reach this server, without a path.
 */
export function createLetterLinks(secret: string, publicUrl: () => string): LetterLinks {
  const key = new TextEncoder().encode(secret);
  const audience = 'letter';
  return {
    async sign({ staffId, referralId }) {
      const expires = Math.floor(Date.now() / 1000) + lifetime;
      const token = await new SignJWT({ referralId })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(audience)
        .setSubject(staffId)
        .setExpirationTime(expires)
        .sign(key);
      return { url: `${publicUrl()}/letters/${token}`, expiresAt: new Date(expires * 1000) };
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, { audience, algorithms: ['HS256'] });
        const { sub, referralId } = payload;
        return typeof sub === 'string' && typeof referralId === 'string'
          ? { staffId: sub, referralId }
          : null;
      } catch {
        return null;
      }
    },
  };
}

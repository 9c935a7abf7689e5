import { jwtVerify, SignJWT } from 'jose';

/** How long a link works, in seconds. */
const lifetime = 5 * 60;

/** What links lead to; each kind is a path of its own, and no link works on another's. */
export type LinkKind = 'letters' | 'documents';

/** What a link says: whose it is and which record it leads to; ids only. */
export type SignedLink = { staffId: string; id: string };

/** Makes and reads short-lived signed links to files. */
export type SignedLinks = {
  sign(kind: LinkKind, link: SignedLink): Promise<{ url: string; expiresAt: Date }>;
  /** Null for a link of another kind, and for one that has been tampered with or has run out. */
  read(kind: LinkKind, token: string): Promise<SignedLink | null>;
};

/**
 * @param secret signs the links; at least 32 characters.
 * @param publicUrl where clients reach this server, without a path.
 */
export function createSignedLinks(secret: string, publicUrl: () => string): SignedLinks {
  const key = new TextEncoder().encode(secret);
  return {
    async sign(kind, { staffId, id }) {
      const expires = Math.floor(Date.now() / 1000) + lifetime;
      const token = await new SignJWT({ id })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(kind)
        .setSubject(staffId)
        .setExpirationTime(expires)
        .sign(key);
      return { url: `${publicUrl()}/${kind}/${token}`, expiresAt: new Date(expires * 1000) };
    },
    async read(kind, token) {
      try {
        const { payload } = await jwtVerify(token, key, { audience: kind, algorithms: ['HS256'] });
        const { sub, id } = payload;
        return typeof sub === 'string' && typeof id === 'string' ? { staffId: sub, id } : null;
      } catch {
        return null;
      }
    },
  };
}

import { createHash } from 'node:crypto';

/** A text that tells whether others were the same, and nothing more of them: SHA-256, in base64url. */
export function fingerprintOf(...texts: string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
}

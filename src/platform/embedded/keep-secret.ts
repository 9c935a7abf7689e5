import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from './read-if-there.ts';
import { writeFileDurably } from './write-file-durably.ts';

/**
 * A random secret that is made on first use and kept from then on, for development only.
 * @param directory the data directory.
 * @param name which secret: lower-case letters, digits and hyphens.
 * @returns 32 random bytes in base64url (43 characters), the same at every call.
 * @throws TypeError for a name that is not of that form.
 */
export async function keepSecret(directory: string, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name for a secret`);
  const secrets = join(directory, 'secrets');
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  const path = join(secrets, name);
  const kept = readIfThere(path);
  if (kept !== null) return kept;
  const made = randomBytes(32).toString('base64url');
  try {
    await writeFileDurably(path, made, { replace: false });
    return made;
  } catch (error) {
    const madeByAnother = readIfThere(path);
    if (madeByAnother === null) throw error;
    return madeByAnother;
  }
}

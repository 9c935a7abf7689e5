import { expire, findRunOut } from '../domain/referrals/expire-access.ts';
import type { Platform } from '../platform/platform.ts';
import { oneByOne } from './one-by-one.ts';

/** Writes down all access that has run out by now, each in a transaction of its own (D8). May run twice. */
export async function expireAccess(platform: Platform): Promise<void> {
  const now = platform.now();
  await oneByOne(
    (page) => findRunOut(platform.database, now, page),
    (accessId) => expire(platform, accessId),
  );
}

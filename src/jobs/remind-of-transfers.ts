import { programDay } from '../domain/program-day.ts';
import { findReminders, remind } from '../domain/referrals/remind-of-transfers.ts';
import type { Platform } from '../platform/platform.ts';
import { oneByOne } from './one-by-one.ts';

/** Reminds of all Case Transfer referrals that are due for it, each in a transaction of its own (B8). May run twice. */
export async function remindOfTransfers(platform: Platform): Promise<void> {
  const now = platform.now();
  const moment = { now, day: programDay(now, platform.timeZone) };
  await oneByOne(
    (page) => findReminders(platform.database, moment, page),
    (accessId) => remind(platform, accessId),
  );
}

import type { Reader } from '../../platform/database.ts';
import { type Outbox, outbox } from '../correspondence/outbox.ts';
import { lateReferrals } from './late-referrals.ts';
import { networkServiceLevel, type ServiceLevel } from './service-level.ts';

/** How the emails of all organizations are doing at a moment, for those who run the service (R20, B1). */
export type MailFigures = {
  /** Of the referrals submitted in the last 24 hours. */
  lastDay: ServiceLevel;
  /** How many referrals are late, whenever they were submitted. */
  late: number;
  outbox: Outbox;
};

const day = 24 * 60 * 60 * 1000;

/** Reads {@link MailFigures}: what the queries `serviceLevel` and `lateReferrals` answer Employment Nova Scotia. */
export async function mailFigures(database: Reader, now: Date): Promise<MailFigures> {
  const [lastDay, late, waiting] = await Promise.all([
    networkServiceLevel(database, { from: new Date(now.getTime() - day), to: now, now }),
    database.referral.count({ where: lateReferrals(now) }),
    outbox(database, now),
  ]);
  return { lastDay, late, outbox: waiting };
}

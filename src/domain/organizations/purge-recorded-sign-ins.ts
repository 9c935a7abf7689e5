import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { JobKind } from '../../platform/queue.ts';

/** The job that forgets which sign-ins are on record, so that those that go on come there again. */
export const purgeRecordedSignIns: JobKind<Record<string, never>> = {
  name: 'purge-recorded-sign-ins',
  payload: z.strictObject({}),
};

/** In milliseconds: a day. */
const keptFor = 24 * 60 * 60 * 1_000;

/** Forgets what was recorded more than a day ago. The audit trail keeps what it has. */
export async function forgetRecordedSignIns(database: Database, now: Date): Promise<void> {
  const since = new Date(now.getTime() - keptFor);
  await database.recordedSignIn.deleteMany({ where: { recordedAt: { lt: since } } });
}

import type { Reader } from '../../platform/database.ts';
import { notCalledOffSql } from './stop-sendings.ts';

/** The emails of all organizations that have not gone out (B1, D2). */
export type Outbox = {
  /** How many are still to go out. */
  queued: number;
  /** For how many seconds the oldest of them has waited; 0 where there is none. */
  oldestQueuedSeconds: number;
  /** How many referrals' newest sending has failed for good: somebody must see to them. Those that have ended otherwise than by a transfer do not count. */
  failed: number;
};

/** Looks into the outbox. */
export async function outbox(database: Reader, now: Date): Promise<Outbox> {
  const [found] = await database.$queryRaw<[Outbox]>`
    SELECT (count(*) FILTER (WHERE sending."status" = 'QUEUED'))::int AS "queued",
           greatest(extract(epoch FROM ${now}::timestamptz
             - min("queuedAt") FILTER (WHERE sending."status" = 'QUEUED')), 0)::float8 AS "oldestQueuedSeconds",
           (count(*) FILTER (WHERE sending."status" = 'FAILED'))::int AS "failed"
      FROM "Correspondence" AS sending JOIN "Referral" AS referral ON referral.id = sending."referralId"
     WHERE sending."status" = 'QUEUED'
        OR sending."status" = 'FAILED' AND ${notCalledOffSql} AND NOT EXISTS (
             SELECT FROM "Correspondence" AS later
              WHERE later."referralId" = sending."referralId" AND later."number" > sending."number")`;
  return found;
}

import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { type Actor, administersNetwork } from '../actor.ts';
import { InvalidInput } from '../errors.ts';
import { serviceLevelSeconds } from './late-referrals.ts';

/** How fast the emails of the referrals submitted in a period went out (R20, B1). Times are in seconds. */
export type ServiceLevel = {
  /** Referrals submitted in the period. */
  submitted: number;
  /** How many of them are Emailed. */
  emailed: number;
  /** How many were Emailed within 15 minutes. */
  emailedInTime: number;
  /** How many are not Emailed though 15 minutes have passed. */
  openAndLate: number;
  /** From submit to Emailed; null where none is Emailed yet. */
  p50Seconds: number | null;
  p95Seconds: number | null;
  maxSeconds: number | null;
};

const wrongPeriod = {
  EN: 'The period must end after it begins, in the years 2000 to 9999.',
  FR: 'La période doit se terminer après son début, entre les années 2000 et 9999.',
};

/**
 * Measures a period, from its first instant up to its last, not included; of the actor's organization's own referrals, for
 * Employment Nova Scotia's administrators of all.
 * @throws InvalidInput for a period that ends before it begins, or lies outside the years 2000 to 9999.
 */
export async function serviceLevel(
  actor: Actor,
  database: Reader,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<ServiceLevel> {
  if (from > to || from.getUTCFullYear() < 2000 || to.getUTCFullYear() > 9999) {
    throw new InvalidInput([{ field: 'from', text: wrongPeriod }]);
  }
  const whose = administersNetwork(actor)
    ? Prisma.sql`TRUE`
    : Prisma.sql`"sendingOrganizationId" = ${actor.organizationId}::uuid`;
  const [measured] = await database.$queryRaw<[ServiceLevel]>`
    SELECT count(*)::int AS "submitted",
           count(seconds)::int AS "emailed",
           (count(*) FILTER (WHERE seconds <= ${serviceLevelSeconds}))::int AS "emailedInTime",
           (count(*) FILTER (WHERE seconds IS NULL AND age > ${serviceLevelSeconds}))::int AS "openAndLate",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS "p50Seconds",
           percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS "p95Seconds",
           max(seconds) AS "maxSeconds"
      FROM (SELECT extract(epoch FROM "emailedAt" - "submittedAt")::float8 AS seconds,
                   extract(epoch FROM ${now}::timestamptz - "submittedAt")::float8 AS age
              FROM "Referral"
             WHERE "submittedAt" >= ${from} AND "submittedAt" < ${to} AND ${whose}) AS period`;
  return measured;
}

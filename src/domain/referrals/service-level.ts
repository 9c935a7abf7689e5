import { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { notCalledOffSql } from '../correspondence/stop-sendings.ts';
import { administersNetwork, hasPrivilege } from '../privileges.ts';
import { checkPeriod } from './check-period.ts';
import { serviceLevelSeconds } from './late-referrals.ts';

/** How fast the emails of the referrals submitted in a period went out (R20, B1). Times are in seconds. */
export type ServiceLevel = {
  /** Referrals submitted in the period. */
  submitted: number;
  /** How many of them are Emailed. Those that ended otherwise than by a transfer before that are neither in time nor late. */
  emailed: number;
  /** How many were Emailed within 15 minutes. */
  emailedInTime: number;
  /** How many are not Emailed though 15 minutes have passed. */
  openAndLate: number;
  /** The share Emailed within 15 minutes, of those of which it is known; null where it is known of none. */
  shareInTime: number | null;
  /** From submit to Emailed; null where none is Emailed yet. */
  p50Seconds: number | null;
  p95Seconds: number | null;
  maxSeconds: number | null;
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
  checkPeriod({ from, to });
  return await measure(database, measuredFor(actor), { from, to, now });
}

/** A service account without a scope for cases counts none, as lateReferrals gives it none. */
function measuredFor(actor: Actor): Prisma.Sql {
  if (administersNetwork(actor)) return Prisma.sql`TRUE`;
  if (!hasPrivilege(actor, 'seeCases')) return Prisma.sql`FALSE`;
  return Prisma.sql`"sendingOrganizationId" = ${actor.organizationId}::uuid`;
}

/** The same of all organizations together, for those who run the service; see {@link serviceLevel}. */
export async function networkServiceLevel(
  database: Reader,
  period: { from: Date; to: Date; now: Date },
): Promise<ServiceLevel> {
  return await measure(database, Prisma.sql`TRUE`, period);
}

async function measure(
  database: Reader,
  whose: Prisma.Sql,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<ServiceLevel> {
  const [measured] = await database.$queryRaw<[Omit<ServiceLevel, 'shareInTime'>]>`
    SELECT count(*)::int AS "submitted",
           count(seconds)::int AS "emailed",
           (count(*) FILTER (WHERE seconds <= ${serviceLevelSeconds}))::int AS "emailedInTime",
           (count(*) FILTER (WHERE seconds IS NULL AND owed AND age > ${serviceLevelSeconds}))::int AS "openAndLate",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS "p50Seconds",
           percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS "p95Seconds",
           max(seconds) AS "maxSeconds"
      FROM (SELECT extract(epoch FROM "emailedAt" - "submittedAt")::float8 AS seconds,
                   extract(epoch FROM ${now}::timestamptz - "submittedAt")::float8 AS age,
                   ${notCalledOffSql} AS owed
              FROM "Referral" AS referral
             WHERE "submittedAt" >= ${from} AND "submittedAt" < ${to} AND ${whose}) AS period`;
  // Those that still have time are neither in time nor late.
  const known = measured.emailed + measured.openAndLate;
  return { ...measured, shareInTime: known === 0 ? null : measured.emailedInTime / known };
}

import type { Prisma } from '../../generated/prisma/client.ts';
import { addDays, startOfDay } from '../program-day.ts';

/** What {@link eligibleSpans} needs of an agreement that was on record. */
export type VersionOnRecord = Prisma.AgreementVersionGetPayload<{
  select: {
    startsOn: true;
    endsOn: true;
    clientTracking: true;
    ecm: true;
    validFrom: true;
    validUntil: true;
  };
}>;

/** A time from an instant on, up to another that is not in it; without one, it goes on. */
export type Span = { from: Date; until: Date | null };

/**
 * When an organization had an agreement by which referrals could be sent to it, as the records stood then: the rule of
 * `eligibleForReferrals`, over time (R6, D12). Whether the organization was open is another matter.
 * @param versions of all its agreements.
 * @returns spans that do not touch, in order.
 */
export function eligibleSpans(versions: readonly VersionOnRecord[], timeZone: string): Span[] {
  const spans = versions
    .filter(({ clientTracking, ecm }) => clientTracking && ecm)
    .map(({ startsOn, endsOn, validFrom, validUntil }) => ({
      from: later(validFrom, startOfDay(startsOn, timeZone)),
      until: earlier(validUntil, startOfDay(addDays(endsOn, 1), timeZone)),
    }))
    .filter(({ from, until }) => from < until)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  const merged: { from: Date; until: Date }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.until) last.until = later(last.until, span.until);
    else merged.push({ ...span });
  }
  return merged;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earlier(one: Date | null, other: Date): Date {
  return one !== null && one < other ? one : other;
}

import type { AccessEnd } from '../../generated/prisma/enums.ts';
import type { Span } from '../organizations/past-eligibility.ts';

/** Why somebody could see a client from some instant on. */
export type Beginning =
  | 'CASE_OPENED'
  | 'CASE_TRANSFERRED_HERE'
  | 'REFERRAL_SUBMITTED'
  | 'ELIGIBLE_AGAIN'
  | 'CLIENT_ADDED';

/** Why they could no longer. */
export type Ending = AccessEnd | 'CASE_TRANSFERRED_AWAY' | 'NO_LONGER_ELIGIBLE' | 'ORGANIZATION_CLOSED';

/** A time without a break in which somebody could see a client, and why it began and ended. */
export type Stretch = {
  began: { at: Date; cause: Beginning };
  /** Null where it goes on. */
  ended: { at: Date; cause: Ending } | null;
};

/** What is left of a stretch that ends by another cause, where that comes first. */
export function endingBy(stretch: Stretch, ended: Stretch['ended']): Stretch {
  const first =
    ended !== null && (stretch.ended === null || ended.at < stretch.ended.at) ? ended : stretch.ended;
  return { ...stretch, ended: first };
}

/** What is left of a stretch while the organization was eligible (D12): a part for each of the spans it falls in. */
export function whileEligible(stretch: Stretch, spans: readonly Span[]): Stretch[] {
  return spans
    .map(({ from, until }): Stretch => {
      const ended = until === null ? null : ({ at: until, cause: 'NO_LONGER_ELIGIBLE' } as const);
      const began =
        from > stretch.began.at ? ({ at: from, cause: 'ELIGIBLE_AGAIN' } as const) : stretch.began;
      return endingBy({ ...stretch, began }, ended);
    })
    .filter(hasTime);
}

/** Whether a stretch is more than nothing. */
export function hasTime({ began, ended }: Stretch): boolean {
  return ended === null || began.at < ended.at;
}

/** The part of a stretch that falls into a period; null where none does. */
export function within(
  stretch: Stretch,
  period: { from: Date; until: Date },
): { from: Date; until: Date } | null {
  const from = stretch.began.at > period.from ? stretch.began.at : period.from;
  const until = stretch.ended !== null && stretch.ended.at < period.until ? stretch.ended.at : period.until;
  return from < until ? { from, until } : null;
}

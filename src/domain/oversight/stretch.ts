import type { AccessEnd } from '../../generated/prisma/enums.ts';
import type { Span } from '../organizations/past-eligibility.ts';

/** Why somebody could see a client from some instant on. */
export type Beginning =
  | 'CASE_OPENED'
  | 'CASE_TRANSFERRED_HERE'
  | 'REFERRAL_SUBMITTED'
  | 'ELIGIBLE_AGAIN'
  | 'ORGANIZATION_OPENED_AGAIN'
  | 'CLIENT_ADDED';

/** Why they could no longer. */
export type Ending = AccessEnd | 'CASE_TRANSFERRED_AWAY' | 'NO_LONGER_ELIGIBLE' | 'ORGANIZATION_CLOSED';

/** A time without a break in which somebody could see a client, and why it began and ended. */
export type Stretch = {
  began: { at: Date; cause: Beginning };
  /** Null where it goes on. */
  ended: { at: Date; cause: Ending } | null;
};

/** What is left of a stretch while the organization was eligible (D12). */
export function whileEligible(stretch: Stretch, spans: readonly Span[]): Stretch[] {
  return during(stretch, spans, { began: 'ELIGIBLE_AGAIN', ended: 'NO_LONGER_ELIGIBLE' });
}

/** What is left of a stretch while the organization was open: nobody sees anything at one that is closed. */
export function whileOpen(stretch: Stretch, spans: readonly Span[]): Stretch[] {
  return during(stretch, spans, { began: 'ORGANIZATION_OPENED_AGAIN', ended: 'ORGANIZATION_CLOSED' });
}

/** A part of a stretch for each of the spans it falls in; where a span cuts it, it begins or ends by the cause given. */
function during(
  stretch: Stretch,
  spans: readonly Span[],
  cause: { began: Beginning; ended: Ending },
): Stretch[] {
  return spans
    .map(({ from, until }): Stretch => {
      const { began, ended } = stretch;
      const endsFirst = until !== null && (ended === null || until < ended.at);
      return {
        began: from > began.at ? { at: from, cause: cause.began } : began,
        ended: endsFirst ? { at: until, cause: cause.ended } : ended,
      };
    })
    .filter(hasTime);
}

/** Whether a stretch is more than nothing. */
function hasTime({ began, ended }: Stretch): boolean {
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

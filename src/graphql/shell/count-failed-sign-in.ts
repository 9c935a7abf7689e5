import type { RateStanding } from '../../platform/rate-limits/rate-limit.ts';
import type { SignInOutcome } from '../sign-in.ts';
import type { Rates } from './rates.ts';

/**
 * Counts a sign-in that has failed at its address. Whoever has a token that is accepted comes in all the same, since many share an
 * address; so what is refused beyond the limit is the failed ones.
 * @returns null for one that has not failed, that nobody has tried, or that is within the limit.
 */
export function countFailedSignIn(
  { refusal }: SignInOutcome,
  rates: Rates,
  address: string,
): RateStanding | null {
  if (refusal === null || refusal === 'NO_TOKEN' || refusal === 'SIGN_IN_UNAVAILABLE') return null;
  const standing = rates.failedSignIns.take(address, 1);
  return standing.allowed ? null : standing;
}

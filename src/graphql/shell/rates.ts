import type { GraphQLError } from 'graphql';
import type { Language } from '../../domain/language.ts';
import { createRateLimit, type RateLimit, type RateStanding } from '../../platform/rate-limits/rate-limit.ts';
import type { RateStore } from '../../platform/rate-limits/rate-store.ts';
import { shellError } from './shell-error.ts';

/** How many points a minute each may take; 0 for no limit. */
export type RateSettings = { user: number; address: number; failedSignIns: number };

/** The limits that requests over HTTP and operations on sockets count in. */
export type Rates = {
  /** By staff member: each operation by its weight. */
  user: RateLimit;
  /** By address: each request, signed in or not. */
  address: RateLimit;
  /** By address: each token that is not accepted. */
  failedSignIns: RateLimit;
};

/** @param store what all processes count in. */
export function createRates(settings: RateSettings, store: RateStore): Rates {
  const limit = (points: number, name: string) =>
    createRateLimit(points, { add: (key, taken) => store.add(`${name}:${key}`, taken) });
  return {
    user: limit(settings.user, 'user'),
    address: limit(settings.address, 'address'),
    failedSignIns: limit(settings.failedSignIns, 'failed'),
  };
}

/** Tells a client how it stands, by the headers of draft-ietf-httpapi-ratelimit-headers; nothing where there is no limit. */
export function rateHeaders(name: string, { limit, left, seconds }: RateStanding): Record<string, string> {
  if (limit === 0) return {};
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=60`,
    ratelimit: `"${name}";r=${left};t=${seconds}`,
  };
}

/** Refuses who has taken all. */
export function rateLimited(standing: RateStanding, language: Language): GraphQLError {
  return shellError('RATE_LIMITED', language, { 'retry-after': String(standing.seconds) });
}

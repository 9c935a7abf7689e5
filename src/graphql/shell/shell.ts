import type { Rates } from './rates.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** What stands between the net and the API, over HTTP and on sockets. */
export type Shell = {
  proxies: TrustedProxies;
  rates: Rates;
  /** Whether pages of this origin may use the API. */
  allowsOrigin: (origin: string) => boolean;
  /** Whether the service may be called by this name. */
  allowsHost: (host: string | undefined) => boolean;
  /** Where pages that may show a letter in a frame come from; as a list for `frame-ancestors`. */
  origins: readonly string[];
  /** Whether clients reach the service by https. */
  overTls: boolean;
};

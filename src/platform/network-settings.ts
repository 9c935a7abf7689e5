import { isIP } from 'node:net';
import { z } from 'zod';

/** Parts between commas, without the blanks around them. */
const list = z.string().transform((value) => value.split(',').map((part) => part.trim()));

const origins = 'origins between commas, such as https://app.example.org, each without a path';
const networks = 'addresses or networks between commas, such as 10.0.0.0/8';
const perMinute = (fallback: number) =>
  z.coerce.number('a whole number of points a minute, or 0').int().min(0).max(1_000_000).default(fallback);

/** What the net may do with the service: which pages, through which proxies, how often. */
export const networkSettings = {
  CORS_ORIGINS: list.refine((all) => all.every(isOrigin), origins).default([]),
  TRUST_PROXY: list.refine((all) => all.every(isNetwork), networks).default([]),
  RATE_LIMIT_USER: perMinute(3_000),
  RATE_LIMIT_ADDRESS: perMinute(6_000),
  RATE_LIMIT_FAILED_SIGN_INS: perMinute(60),
};

function isOrigin(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
}

function isNetwork(value: string): boolean {
  const [address = '', bits, more] = value.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

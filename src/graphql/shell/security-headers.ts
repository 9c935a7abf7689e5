import type { FastifyHelmetOptions } from '@fastify/helmet';

const closed = ['default-src', 'base-uri', 'form-action', 'frame-ancestors'];

/** The policy of what is no page. */
export const closedPolicy = closed.map((directive) => `${directive} 'none'`).join(';');

/**
 * What every answer tells a browser: nothing of it is a page, nothing frames it, keeps it or guesses what it is. Pages and files say
 * otherwise for themselves.
 */
export function securityHeaders(overTls: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(closed.map((directive) => [directive, ["'none'"]])),
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // Pages of the caught mail frame each other; what else there is says `frame-ancestors`, which goes before this one.
    frameguard: { action: 'sameorigin' },
    hsts: overTls ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
  };
}

/** GraphiQL, in development: its scripts and styles are in the page itself, its workers are made by it. */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

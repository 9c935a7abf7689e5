import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { describeError } from './describe-error.ts';
import type { Logger } from './log.ts';

/** The issuer's keys cannot be had at the moment, so that no token can be judged that needs them. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';

  constructor() {
    super('the keys of the OIDC issuer cannot be had');
  }
}

/** The issuer publishes what cannot be right, whatever token comes; the message is for the operator. */
class IssuerWrong extends Error {
  override readonly name = 'IssuerWrong';
}

/** The keys that an issuer signs with, as it published them last. */
export type IssuerKeys = {
  /**
   * The key that a token names.
   * @throws IssuerUnavailable, or an error of jose where the issuer has no such key.
   */
  find: JWTVerifyGetKey;
  /**
   * What stands for the keys that count at present: another object as soon as the issuer has been asked again.
   * @throws IssuerUnavailable
   */
  current(): Promise<object>;
  /** The same of those that are known, without asking whether they still count; null where none are. */
  known(): object | null;
  /** Looks at what the issuer publishes; what is wrong is logged. */
  look(): Promise<void>;
};

/** In milliseconds. */
const times = {
  /** A key that the issuer has taken back is accepted no longer than this. */
  freshFor: 10 * 60_000,
  /** While the issuer does not answer, the last keys are good for so long. */
  keptFor: 60 * 60_000,
  /** So rarely does a key that nobody knows make us look again: tokens with invented ones do not trouble the issuer. */
  pause: 10_000,
  /** The same while it did not answer. */
  pauseAfterFailure: 2_000,
  /** How long it may take to answer. */
  patience: 5_000,
};

/** Finds an issuer's keys by its discovery document when they are first needed, and again as they age or rotate. */
export function issuerKeys(issuer: string, log: Logger): IssuerKeys {
  let known: { find: JWTVerifyGetKey; since: number } | null = null;
  let looking: Promise<void> | null = null;
  let last = { at: Number.NEGATIVE_INFINITY, failed: false };

  const look = () => {
    looking ??= fetchKeys(issuer)
      .then((find) => {
        known = { find, since: Date.now() };
        last = { at: known.since, failed: false };
      })
      .catch((error: unknown) => {
        last = { at: Date.now(), failed: true };
        const about = { ...describeError(error), problem: problemOf(error) };
        log.error(about, 'the keys of the OIDC issuer cannot be had');
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  /** Looks, unless it was only a moment ago: whether what is known is the newest there is. */
  const lookAgain = async () => {
    const pause = last.failed ? times.pauseAfterFailure : times.pause;
    if (looking !== null || Date.now() - last.at >= pause) await look();
    return !last.failed;
  };
  const isYoungerThan = (age: number) => known !== null && Date.now() - known.since < age;

  const current = async () => {
    if (!isYoungerThan(times.freshFor)) await lookAgain();
    if (known === null || !isYoungerThan(times.keptFor)) throw new IssuerUnavailable();
    return known;
  };

  return {
    async find(header, token) {
      const keys = await current();
      try {
        return await keys.find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (!(await lookAgain())) throw new IssuerUnavailable();
        return await (await current()).find(header, token);
      }
    },
    current,
    known: () => known,
    look,
  };
}

/** What the operator is told: what the issuer says wrongly, or why it cannot be reached, for example ECONNREFUSED. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof IssuerWrong) return error.message;
  return error instanceof Error ? describeError(error.cause).code : undefined;
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function fetchKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const document = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: keys } = discovery.parse(document);
  if (named !== issuer) throw new IssuerWrong(`OIDC_ISSUER must be ${named}, as the issuer names itself`);
  if (issuer.startsWith('https:') && !keys.startsWith('https:')) {
    throw new IssuerWrong('the issuer publishes its keys without TLS');
  }
  return createLocalJWKSet((await fetchJson(keys)) as JSONWebKeySet);
}

async function fetchJson(address: string): Promise<unknown> {
  const signal = AbortSignal.timeout(times.patience);
  const response = await fetch(address, {
    signal,
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new IssuerWrong(`${address} answers with status ${response.status}`);
  return await response.json();
}

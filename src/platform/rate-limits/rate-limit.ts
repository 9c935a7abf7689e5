import { type RateStore, rateWindow } from './rate-store.ts';

/** How a key stands: what is left to it in its present window, and for how many seconds that goes on. */
export type RateStanding = { allowed: boolean; limit: number; left: number; seconds: number };

/** A limit of points a minute for each key. */
export type RateLimit = {
  /** Takes points of a key's, where so many are left. Answers at once: nothing is waited for. */
  take(key: string, points: number): RateStanding;
};

/** What part of the limit a process may take before it tells the others. */
const share = 1 / 20;

/** How many keys a process counts for at once; the one not used for longest goes first. */
const mostKeys = 50_000;

/** What a process knows of one key: what the store has last said, and what it has not been told yet. */
type Count = { told: number; untold: number; endsAt: number };

/**
 * Counts in memory, and settles with the store that all processes share whenever a key has taken a twentieth of the limit. So few requests
 * cost a statement, none waits for one, and n processes let through at most the limit and n twentieths of it, with
 * what comes in while one is settled. A process with a key that is over its limit asks the store no more. While the store is away each
 * process counts for itself.
 * @param limit points a minute; 0 for no limit.
 */
export function createRateLimit(limit: number, store: RateStore): RateLimit {
  const counts = new Map<string, Count>();
  const least = Math.max(1, Math.floor(limit * share));

  async function settle(key: string, count: Count): Promise<void> {
    const points = count.untold;
    count.told += points;
    count.untold = 0;
    const settled = await store.add(key, points);
    if (settled === null) return;
    count.told = Math.max(count.told, settled.points);
    count.endsAt = Date.now() + settled.milliseconds;
  }

  function countOf(key: string, now: number): Count {
    let count = counts.get(key);
    if (count === undefined || count.endsAt <= now) count = { told: 0, untold: 0, endsAt: now + rateWindow };
    counts.delete(key);
    counts.set(key, count);
    if (counts.size > mostKeys) counts.delete(counts.keys().next().value ?? '');
    return count;
  }

  return {
    take(key, points) {
      if (limit === 0) return { allowed: true, limit, left: Number.POSITIVE_INFINITY, seconds: 0 };
      const now = Date.now();
      const count = countOf(key, now);
      const before = count.told + count.untold;
      const allowed = before + points <= limit;
      if (allowed) {
        count.untold += points;
        if (count.untold >= least) void settle(key, count);
      }
      const left = Math.max(0, limit - before - (allowed ? points : 0));
      return { allowed, limit, left, seconds: Math.max(1, Math.ceil((count.endsAt - now) / 1_000)) };
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

/** Of the pauses between two looks whether the database is back, in milliseconds. */
const firstPause = 50;
const longestPause = 5_000;

/** How often something fails, with the database there, before that is its answer. */
const tries = 3;

/**
 * Does what needs the database, and while that is away waits until it is back and does it again.
 * @param isOver whether nobody waits for it any more: then it fails as it did last.
 * @throws what it throws although the database answers.
 */
export async function waitOutOutage<Result>(
  database: Database,
  act: () => Promise<Result>,
  isOver: () => boolean,
): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await act();
    } catch (error) {
      if (failures === tries) throw error;
      for (let pause = firstPause; !(await answers(database)); pause = Math.min(pause * 2, longestPause)) {
        if (isOver()) throw error;
        await sleep(pause * (0.5 + Math.random() / 2), undefined, { ref: false });
      }
    }
  }
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

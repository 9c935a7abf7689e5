import { Refusal } from './errors.ts';

/**
 * Asks the check that enforces a rule, without doing what it guards (B6).
 * @param check throws the refusal that doing it would answer; anything else it throws is a bug, and is let through.
 * @returns that refusal; null where there is none.
 */
export function refusalOf(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (refusal) {
    return asRefusal(refusal);
  }
}

/** Like {@link refusalOf}, for a check that takes its time. */
export async function eventualRefusalOf(check: () => Promise<unknown>): Promise<Refusal | null> {
  return await check().then(() => null, asRefusal);
}

function asRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  throw thrown;
}

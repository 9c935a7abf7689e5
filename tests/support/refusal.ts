import { expect } from 'vitest';
import { InvalidInput } from '../../src/domain/errors.ts';
import type { Database } from '../../src/platform/database.ts';
import { snapshot } from './snapshot.ts';

/**
 * What refused, to look into.
 * @throws when nothing did.
 */
export async function refusalOf(attempt: Promise<unknown>): Promise<unknown> {
  return await attempt.then(
    () => Promise.reject(new Error('nothing refused')),
    (refusal: unknown) => refusal,
  );
}

/** The fields that an InvalidInput names. */
export async function fieldsRefused(attempt: Promise<unknown>): Promise<string[]> {
  const refusal = await refusalOf(attempt);
  if (!(refusal instanceof InvalidInput)) throw refusal;
  return refusal.problems.map(({ field }) => field);
}

/**
 * What refused, to look into.
 * @throws when nothing did, or when anything in the database has changed by it.
 */
export async function refusalWithoutChange(
  database: Database,
  attempt: () => Promise<unknown>,
): Promise<unknown> {
  const before = await snapshot(database);
  const refusal = await refusalOf(attempt());
  expect(await snapshot(database)).toEqual(before);
  return refusal;
}

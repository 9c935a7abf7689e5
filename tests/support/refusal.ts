import { InvalidInput } from '../../src/domain/errors.ts';

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

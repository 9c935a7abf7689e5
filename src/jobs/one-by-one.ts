/** So many ids are looked up at once. */
const batch = 100;

/**
 * Does something for each of many records, in batches of ids, so that however many there are, few are in memory. One that
 * fails holds no other up.
 * @param next finds the ids past one, in order, at most so many.
 * @throws the first failure, once all others are done, so that the queue tries again.
 */
export async function oneByOne(
  next: (page: { after: string | null; most: number }) => Promise<string[]>,
  act: (id: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await next({ after, most: batch });
    for (const id of ids) await act(id).catch((error: unknown) => failures.push(error));
    const last = ids.at(-1);
    if (last === undefined || ids.length < batch) break;
    after = last;
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Does something with each of these, so many at a time.
 * @returns how long each took, in milliseconds, and how long all of it.
 */
export async function atATime<Item>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<void>,
): Promise<{ each: number[]; whole: number }> {
  const each: number[] = [];
  const began = performance.now();
  let next = 0;
  const work = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const since = performance.now();
      await act(item);
      each.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return { each, whole: performance.now() - began };
}

/** Begins something with each of these at a steady pace, whether what came before is done or not. */
export async function atAPace<Item>(
  items: readonly Item[],
  aSecond: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const doing: Promise<void>[] = [];
  for (const [at, item] of items.entries()) {
    const wait = began + (at * 1_000) / aSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    doing.push(act(item));
  }
  await Promise.all(doing);
}

/** How long it is remembered that something was done, in milliseconds. */
const rememberedFor = 60 * 60_000;

/** Of so many at once; of the oldest it is forgotten first. */
const mostRemembered = 10_000;

/**
 * Does something for each different thing once an hour in this process, whoever else asks for it meanwhile, also while it is
 * being done. What failed is done again when it is next asked for. Memory is bounded: of too many the oldest are done again.
 * @param keyOf what is the same thing.
 */
export function rememberRecent<Thing>(
  keyOf: (thing: Thing) => string,
  act: (thing: Thing) => Promise<void>,
): (thing: Thing) => Promise<void> {
  const done = new Map<string, { since: number; doing: Promise<void> }>();
  return async (thing) => {
    const key = keyOf(thing);
    const before = done.get(key);
    if (before !== undefined && Date.now() - before.since < rememberedFor) return await before.doing;
    done.delete(key);
    for (const oldest of done.keys()) {
      if (done.size < mostRemembered) break;
      done.delete(oldest);
    }
    const doing = act(thing);
    const entry = { since: Date.now(), doing };
    done.set(key, entry);
    await doing.catch((error: unknown) => {
      if (done.get(key) === entry) done.delete(key);
      throw error;
    });
  };
}

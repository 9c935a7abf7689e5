/** Counts what is in hand, by whom. */
export type InHand = {
  /** Null where there are too many of this key already; else call it once, when it is over. */
  enter(key: string): (() => void) | null;
};

/** @param most of one key. */
export function countOpen(most: number): InHand {
  const open = new Map<string, number>();
  return {
    enter(key) {
      const count = open.get(key) ?? 0;
      if (count >= most) return null;
      open.set(key, count + 1);
      return () => {
        const left = (open.get(key) ?? 1) - 1;
        if (left === 0) open.delete(key);
        else open.set(key, left);
      };
    },
  };
}

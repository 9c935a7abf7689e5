/** The longest that a timer can be set for, in milliseconds; a longer one would go off at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Acts at a moment, however far away; at once, but not before this returns, where it is past. Keeps no process alive.
 * @returns calls it off.
 */
export function wakeAt(moment: Date, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = moment.getTime() - Date.now();
    timer = setTimeout(left > longestTimer ? wait : act, Math.min(left, longestTimer)).unref();
  };
  wait();
  return () => clearTimeout(timer);
}

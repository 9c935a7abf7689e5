/** Prometheus gives up after 10 seconds; the metrics of the process are wanted even while the database does not answer. */
const patience = 5_000;

/** What a reading for a scrape gives; null where it fails or takes more than five seconds. */
export async function readInTime<Read>(read: () => Promise<Read>): Promise<Read | null> {
  const { promise: tooLate, resolve: giveUp } = Promise.withResolvers<null>();
  const timer = setTimeout(giveUp, patience, null);
  try {
    return await Promise.race([read(), tooLate]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

import { type Answer, dataOf } from './answer.ts';

/** An open subscription: what has arrived waits until it is asked for. */
export type Subscription<Data> = {
  /**
   * The next event that is wanted; those before it are passed over.
   * @throws when it has not come within `seconds`, or the subscription fails or ends before.
   */
  next(wanted: (event: Data) => boolean, seconds?: number): Promise<Data>;
  close(): Promise<void>;
};

/**
 * Reads a subscription that is being opened.
 * @param results what the server sends.
 * @param listening resolves once the server listens; if the subscription fails before, this function throws.
 */
export async function openSubscription<Data>(
  results: AsyncIterator<Answer>,
  listening: Promise<unknown>,
): Promise<Subscription<Data>> {
  let upcoming = ask();
  await Promise.race([listening, upcoming]);

  function ask(): Promise<IteratorResult<Answer>> {
    const answer = results.next().catch((error: unknown) => {
      // Over WebSocket a refused subscription throws the list of its errors.
      throw Array.isArray(error) ? new Error(error.map(({ message }) => message).join('\n')) : error;
    });
    // It may fail before anybody asks; whoever asks is told.
    answer.catch(() => undefined);
    return answer;
  }

  return {
    async next(wanted, seconds = 30) {
      const tooLate = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => tooLate.reject(new Error(`Nothing of the kind came within ${seconds} s`)),
        seconds * 1000,
      );
      try {
        for (;;) {
          const { done, value } = await Promise.race([upcoming, tooLate.promise]);
          if (done) throw new Error('The subscription has ended');
          upcoming = ask();
          const event = dataOf<Data>(value);
          if (wanted(event)) return event;
        }
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await results.return?.();
    },
  };
}

import DataLoader from 'dataloader';
import type { Database } from './database.ts';

/** So many are asked for by one statement at the most: what is asked last does not wait for all the others. */
const atOnce = 1_000;

/**
 * Joins what is asked at about the same time into one question. An event may concern thousands of subscribers, each of whom must be
 * asked for: one statement answers many of them. Nothing is remembered, so an answer is never older than its question.
 * @param load answers all of the keys, in their order.
 */
export function gather<Key, Answer>(
  load: (database: Database, keys: readonly Key[]) => Promise<Answer[]>,
): (database: Database, key: Key) => Promise<Answer> {
  const loaders = new WeakMap<Database, DataLoader<Key, Answer>>();
  return (database, key) => {
    let loader = loaders.get(database);
    if (loader === undefined) {
      loader = new DataLoader((keys) => load(database, keys), {
        cache: false,
        maxBatchSize: atOnce,
        // After all that is woken up by the events which have been read together.
        batchScheduleFn: (ask) => setImmediate(ask),
      });
      loaders.set(database, loader);
    }
    return loader.load(key);
  };
}

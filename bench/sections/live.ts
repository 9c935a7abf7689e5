import { liveTable } from '../live/live-table.ts';
import { measureLive } from '../live/measure-live.ts';
import type { Section } from './section.ts';

/** Whose database is copied: with more cases nothing of it takes longer but the copying. */
const cases = 10_000;

/** Subscriptions to homepageTaskChanged on sockets of one process. @param only the names of those to be measured; all where there are none. */
export function live(only: readonly string[]): Section {
  return {
    name: 'live',
    title: 'Live',
    async measure({ directory, rounds }) {
      const figures = await measureLive({
        directory,
        cases,
        sockets: 10_000,
        told: 4_000,
        rounds,
        paced: 1_000,
        aSecond: 500,
        seconds: 10,
        missed: 10_000,
        only,
      });
      return liveTable(figures);
    },
  };
}

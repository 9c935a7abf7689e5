import { join } from 'node:path';
import { startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';
import { startLiveDatabase } from './live-database.ts';
import { makePeople } from './make-people.ts';
import {
  type FanOutFigures,
  type IdleFigures,
  type LiveArena,
  measureFanOut,
  measureIdle,
  measurePace,
  measureReplay,
  type PaceFigures,
  type ReplayFigures,
} from './measure.ts';
import { startSubscribers } from './start-subscribers.ts';

/** What to measure, and how much of it. */
export type LiveLoad = {
  directory: string;
  cases: number;
  /** Idle sockets. */
  sockets: number;
  /** Whom one commit concerns. */
  told: number;
  /** Commits that concern all of them. */
  rounds: number;
  /** Subscribers at a steady pace, events a second, and for how long. */
  paced: number;
  aSecond: number;
  seconds: number;
  /** Events that somebody has missed. */
  missed: number;
  only: readonly string[];
};

/** What came of it; what was not asked for is empty. */
export type LiveFigures = {
  idle: IdleFigures[];
  fanOut: FanOutFigures[];
  pace: PaceFigures[];
  replay: ReplayFigures[];
};

/** Measures the live feed of one process, each with a process, and a copy of the data, of its own. */
export async function measureLive(load: LiveLoad): Promise<LiveFigures> {
  const figures: LiveFigures = { idle: [], fanOut: [], pace: [], replay: [] };
  const measures: Record<string, (arena: LiveArena) => Promise<void>> = {
    idle: async (arena) => void figures.idle.push(await measureIdle(arena, load.sockets)),
    fanOut: async (arena) => {
      for (const selection of ['ids', 'row'] as const) {
        const options = { subscribers: load.told, selection, rounds: load.rounds };
        figures.fanOut.push(...(await measureFanOut(arena, options)));
      }
    },
    pace: async (arena) => {
      const { paced: subscribers, aSecond, seconds } = load;
      for (const selection of ['ids', 'row'] as const)
        figures.pace.push(await measurePace(arena, { subscribers, selection, aSecond, seconds }));
    },
    replay: async (arena) => {
      for (const selection of ['ids', 'row'] as const)
        figures.replay.push(await measureReplay(arena, { events: load.missed, selection }));
    },
  };
  const database = await startLiveDatabase(load);
  const signIn = await startSignIn();
  try {
    const { client, databaseUrl } = database;
    const followers = await makePeople(client, Math.max(load.sockets, load.told, load.paced));
    await client.query('ANALYZE');
    for (const [name, measure] of Object.entries(measures)) {
      if (load.only.length > 0 && !load.only.includes(name)) continue;
      const nodeFlags = ['--expose-gc', '--import', join(import.meta.dirname, 'tell-memory.mjs')];
      const service = await startOurs({ databaseUrl, signIn, nodeFlags });
      const subscribers = startSubscribers();
      try {
        await measure({ client, signIn, service, subscribers, followers });
      } catch (error) {
        throw new Error(`${name}: the service said ${service.output().slice(-3_000)}`, { cause: error });
      } finally {
        await subscribers.stop();
        await service.stop();
      }
    }
  } finally {
    await signIn.stop();
    await database.stop();
  }
  return figures;
}

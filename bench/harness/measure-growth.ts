import pg from 'pg';
import { postgraphileSchema } from '../peers/postgraphile/schema.ts';
import { asked, type Contender } from '../scenarios/contender.ts';
import { type GrowthQuestion, growthQuestions } from '../scenarios/growth-questions.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { startBenchDatabase } from '../service/bench-database.ts';
import { type SignIn, startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';
import { startPeer } from '../service/start-peer.ts';
import { percentile } from './figures.ts';
import { latencies, type Turn } from './latencies.ts';

/** How long a question took at each size. */
export type Growth = Pick<GrowthQuestion, 'steady'> & {
  title: string;
  contender: Contender;
  username: string;
  /** By size, in cases: the p50 of each round, in milliseconds. */
  p50: ReadonlyMap<number, number[]>;
};

/** What {@link measureGrowth} is given. */
export type GrowthOptions = {
  directory: string;
  /** How many cases; a database of each has been made. */
  sizes: readonly number[];
  contenders: readonly Contender[];
  rounds: number;
  turn: Turn;
  /** Of title and username, one of these is to be part; none for all. */
  only?: readonly string[];
  /** Gets each as soon as it is measured. */
  told?: (growth: Growth) => void;
};

/** Everybody who is asked, at one size. */
type Place = { size: number; urls: ReadonlyMap<Contender, string>; questions: GrowthQuestion[] };

/**
 * Asks each question at each size in turn, round after round, so that whatever else the machine does meets all sizes alike: one at a time,
 * so that the time is what an answer takes, not how long it waits for others.
 */
export async function measureGrowth({
  directory,
  sizes,
  contenders,
  rounds,
  turn,
  only = [],
  told = () => undefined,
}: GrowthOptions): Promise<Growth[]> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const server = await startBenchDatabase(directory);
    undo.push(server.stop);
    const signIn = await startSignIn();
    undo.push(signIn.stop);
    const places: Place[] = [];
    for (const size of sizes) {
      const databaseUrl = server.urlOf(size);
      const urls = new Map<Contender, string>();
      const questions = await prepare(databaseUrl);
      for (const contender of contenders) {
        const child = await start(contender, databaseUrl, signIn);
        undo.push(child.stop);
        urls.set(contender, child.url);
      }
      places.push({ size, urls, questions });
    }
    const found: Growth[] = [];
    for (const [at, { scenario, username, steady }] of (places[0]?.questions ?? []).entries()) {
      if (only.length > 0 && !only.some((part) => `${scenario.title}, ${username}`.includes(part))) continue;
      for (const contender of contenders.filter((name) => name in scenario)) {
        const p50 = new Map<number, number[]>(sizes.map((size) => [size, []]));
        for (let round = 0; round < rounds; round++) {
          for (const { size, urls, questions } of places) {
            const question = questions[at] as GrowthQuestion & { scenario: Scenario };
            const request = asked(contender, question.scenario, await signIn.tokenFor(question.username));
            const took = await latencies(urls.get(contender) ?? '', request, turn);
            p50.get(size)?.push(percentile(took, 50));
          }
        }
        const growth = { title: scenario.title, contender, username, steady, p50 };
        told(growth);
        found.push(growth);
      }
    }
    return found;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

async function prepare(databaseUrl: string): Promise<GrowthQuestion[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(postgraphileSchema);
    return await growthQuestions(client);
  } finally {
    await client.end();
  }
}

function start(contender: Contender, databaseUrl: string, signIn: SignIn) {
  return contender === 'ours'
    ? startOurs({ databaseUrl, signIn })
    : startPeer(contender, { databaseUrl, signIn });
}

import pg from 'pg';
import { postgraphileSchema } from '../peers/postgraphile/schema.ts';
import type { Contender } from '../scenarios/contender.ts';
import { findSubjects } from '../scenarios/find-subjects.ts';
import type { Subjects } from '../scenarios/scenario.ts';
import { startBenchDatabase } from '../service/bench-database.ts';
import { startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';
import { startPeer } from '../service/start-peer.ts';

/** All contenders, running on the same database. */
export type Arena = {
  urls: Record<Contender, string>;
  pids: Record<Contender, number>;
  subjects: Subjects;
  /** Of the one user whose requests are measured. */
  token: string;
  /** The bench's own connection to the database. */
  client: pg.Client;
  stop(): Promise<void>;
};

/** Starts an {@link Arena} on the data of so many cases. */
export async function startArena({ directory, cases }: { directory: string; cases: number }): Promise<Arena> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const server = await startBenchDatabase(directory);
    undo.push(server.stop);
    const databaseUrl = server.urlOf(cases);
    const client = new pg.Client(databaseUrl);
    await client.connect();
    undo.push(() => client.end());
    await client.query(postgraphileSchema);
    const subjects = await findSubjects(client);
    const signIn = await startSignIn();
    undo.push(signIn.stop);
    const ours = await startOurs({ databaseUrl, signIn });
    undo.push(ours.stop);
    const postgraphile = await startPeer('postgraphile', { databaseUrl, signIn });
    undo.push(postgraphile.stop);
    const floor = await startPeer('floor', { databaseUrl, signIn });
    undo.push(floor.stop);
    return {
      urls: { ours: ours.url, postgraphile: postgraphile.url, floor: floor.url },
      pids: { ours: ours.pid, postgraphile: postgraphile.pid, floor: floor.pid },
      subjects,
      token: await signIn.tokenFor(subjects.username),
      client,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

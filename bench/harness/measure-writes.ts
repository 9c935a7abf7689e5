import pg from 'pg';
import { findSubjects, largeOrganization } from '../scenarios/find-subjects.ts';
import { startBenchDatabase } from '../service/bench-database.ts';
import { onScratchDatabase } from '../service/scratch-database.ts';
import { startSignIn } from '../service/sign-in.ts';
import { startOurs } from '../service/start-ours.ts';
import { atATime } from '../writes/at-a-time.ts';
import { findTransfers } from '../writes/find-transfers.ts';
import { makeDrafts } from '../writes/make-drafts.ts';
import { submit } from '../writes/submit.ts';
import { transfer } from '../writes/transfer.ts';
import { percentile } from './figures.ts';

/** What one round of a write came to. */
export type WriteShot = { rate: number; p50: number; p95: number };

/** The rounds of each write. */
export type Writes = Record<'submitReferral' | 'transferCase', WriteShot[]>;

/** What {@link measureWrites} is given. */
export type WritesOptions = {
  directory: string;
  cases: number;
  rounds: number;
  /** Requests a round. */
  requests: number;
  /** So many at a time, each with a connection of its own. */
  connections: number;
  /** Flags for the service's Node, for example to profile it. */
  nodeFlags?: string[];
  env?: Record<string, string>;
};

/** Measures the writes in turn on a copy of the database, as a user of a large organization who has many cases to take over. */
export async function measureWrites({
  directory,
  cases,
  rounds,
  requests,
  connections,
  nodeFlags = [],
  env = {},
}: WritesOptions): Promise<Writes> {
  const server = await startBenchDatabase(directory);
  const signIn = await startSignIn();
  try {
    return await onScratchDatabase(server, cases, async (databaseUrl) => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      const ours = await startOurs({ databaseUrl, signIn, nodeFlags, env });
      try {
        const { username } = await findSubjects(client, largeOrganization);
        const user = { url: ours.url, token: await signIn.tokenFor(username) };
        const measured: Writes = { submitReferral: [], transferCase: [] };
        // Of the first round nothing is kept: it warms up.
        for (let round = 0; round <= rounds; round++) {
          const drafts = await makeDrafts(client, username, requests);
          const submitted = await atATime(drafts, connections, (id) => submit(user, id));
          const transfers = await findTransfers(client, username, requests);
          const transferred = await atATime(transfers, connections, (input) => transfer(user, input));
          if (round === 0) continue;
          measured.submitReferral.push(shotOf(submitted));
          measured.transferCase.push(shotOf(transferred));
        }
        return measured;
      } finally {
        await ours.stop();
        await client.end();
      }
    });
  } finally {
    await signIn.stop();
    await server.stop();
  }
}

function shotOf({ each, whole }: { each: number[]; whole: number }): WriteShot {
  return {
    rate: (each.length * 1_000) / whole,
    p50: percentile(each, 50),
    p95: percentile(each, 95),
  };
}

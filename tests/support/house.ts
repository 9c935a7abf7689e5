import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Actor, findActor } from '../../src/domain/actor.ts';
import type { Case, CaseStatus } from '../../src/generated/prisma/client.ts';
import { jobKinds } from '../../src/jobs/job-kinds.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { diskStorage } from '../../src/platform/storage/disk-storage.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { evidenceFile } from './evidence/keep-evidence.ts';

/** What tests of the rules stand on: a database of their own, a real queue that nobody works off, and a clock they set. */
export type House = TestDatabase & {
  platform: Platform;
  /** Where the platform's storage keeps documents. */
  documentsDirectory: string;
  /** Sets the clock, which otherwise runs, or lets it run again. */
  setNow(now: Date | null): void;
  actor(username: string): Promise<Actor>;
  /** A case that this case manager of the sample data manages. */
  caseOf(username: string, status?: CaseStatus): Promise<Case>;
  organizationOf(username: string): Promise<{ id: string; name: string; generalContactEmail: string }>;
  stop(): Promise<void>;
};

/** Builds a {@link House} on the sample data. */
export async function buildHouse(): Promise<House> {
  const test = await createTestDatabase();
  const { database } = test;
  const log = pino({ level: 'debug' }, pino.destination({ dest: evidenceFile('log'), sync: true }));
  const queue = await startQueue({ url: test.url, kinds: jobKinds, listen: false, log });
  const documentsDirectory = await mkdtemp(join(tmpdir(), 'handoff-documents-'));
  let set: Date | null = null;
  return {
    ...test,
    platform: {
      database,
      queue,
      storage: diskStorage(documentsDirectory),
      timeZone: 'America/Halifax',
      mailFrom: 'no-reply@handoff.example',
      now: () => set ?? new Date(),
    },
    documentsDirectory,
    setNow(now) {
      set = now;
    },
    async actor(username) {
      const actor = await findActor(database, { username });
      if (actor === null) throw new Error(`the sample data has no ${username}`);
      return actor;
    },
    caseOf: (username, status = 'ACTION_PLAN') =>
      database.case.findFirstOrThrow({
        where: { caseManager: { username }, status },
        orderBy: { number: 'asc' },
      }),
    async organizationOf(username) {
      const { organization } = await database.staff.findUniqueOrThrow({
        where: { username },
        select: { organization: { select: { id: true, name: true, generalContactEmail: true } } },
      });
      return organization;
    },
    async stop() {
      await queue.stop();
      await test.drop();
      await rm(documentsDirectory, { recursive: true, force: true });
    },
  };
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { seedSampleData } from '../../prisma/sample-data/seed.ts';
import { programDay } from '../../src/domain/program-day.ts';
import { jobKinds } from '../../src/jobs/job-kinds.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.ts';
import { applyMigrations } from '../../src/platform/migrations/apply-migrations.ts';
import { startQueue } from '../../src/platform/start-queue.ts';
import { readCommonWords } from './evidence/common-words.ts';
import { refuseClientData } from './evidence/refuse-client-data.ts';
import { scanEvidence } from './evidence/scan-evidence.ts';
import { onServer } from './on-server.ts';
import { withDatabase } from './with-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run. Its databases `empty` and `sample` have the tables; `sample` has the sample data too. */
    serverUrl: string;
    /** The directory in which the run keeps what must hold nothing of a client; it is scanned at the end. */
    evidence: string;
  }
}

/**
 * One real PostgreSQL for the whole run, with a database that test files copy in a moment. When all tests have run, what they
 * left is scanned for clients ([D14] [B1]), and the run fails where one is found.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'handoff-tests-'));
  const server = await startEmbeddedDatabase({ directory, durable: false });
  await makeEmpty(server.url);
  await makeSample(server.url);
  project.provide('serverUrl', server.url);
  const evidence = join(directory, 'evidence');
  await mkdir(evidence);
  project.provide('evidence', evidence);
  return async () => {
    await server.stop();
    const scan = await scanEvidence(evidence, await readCommonWords(evidence));
    await rm(directory, { recursive: true, force: true });
    refuseClientData(scan);
  };
}

async function makeEmpty(serverUrl: string): Promise<void> {
  const url = withDatabase(serverUrl, 'empty');
  await onServer(serverUrl, 'CREATE DATABASE empty');
  await applyMigrations(url);
  const queue = await startQueue({
    url,
    kinds: jobKinds,
    listen: false,
    log: pino({ level: 'silent' }),
  });
  await queue.stop();
}

async function makeSample(serverUrl: string): Promise<void> {
  await onServer(serverUrl, 'CREATE DATABASE sample TEMPLATE empty');
  const database = openDatabase({ url: withDatabase(serverUrl, 'sample'), poolSize: 1 });
  await seedSampleData(database, programDay(new Date(), 'America/Halifax'));
  await database.$disconnect();
}

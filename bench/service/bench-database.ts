import { type EmbeddedDatabase, startEmbeddedDatabase } from '../handoff.ts';

/** The PostgreSQL of the bench, kept in a directory of its own; the same settings for whoever is measured. */
export type BenchDatabase = EmbeddedDatabase & {
  /** Where to connect to the database with so many cases. */
  urlOf(cases: number): string;
};

/**
 * What anybody would set who runs PostgreSQL beside much data, on SSD: caches by the machine's memory, for which the embedded
 * database is too modest, being made for a laptop; and checkpoints so rare that none falls into every round.
 */
const settings = {
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  random_page_cost: '1.1',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  maintenance_work_mem: '512MB',
};

/** Starts the {@link BenchDatabase}, durable as in production. */
export async function startBenchDatabase(directory: string): Promise<BenchDatabase> {
  const server = await startEmbeddedDatabase({ directory, settings });
  return { ...server, urlOf: (cases) => server.url.replace(/\/handoff$/, `/${databaseName(cases)}`) };
}

/** What the database with so many cases is called. */
export function databaseName(cases: number): string {
  return `bench_${cases}`;
}

import { type EmbeddedDatabase, startEmbeddedDatabase } from '../handoff.ts';

/** The PostgreSQL of the bench, kept in a directory of its own; the same settings for whoever is measured. */
export type BenchDatabase = EmbeddedDatabase & {
  /** Where to connect to the database with so many cases. */
  urlOf(cases: number): string;
};

/** Starts the {@link BenchDatabase}, durable as in production. */
export async function startBenchDatabase(directory: string): Promise<BenchDatabase> {
  const server = await startEmbeddedDatabase({ directory });
  return { ...server, urlOf: (cases) => server.url.replace(/\/handoff$/, `/${databaseName(cases)}`) };
}

/** What the database with so many cases is called. */
export function databaseName(cases: number): string {
  return `bench_${cases}`;
}

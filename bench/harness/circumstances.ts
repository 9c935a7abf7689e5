import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { project } from '../handoff.ts';
import type { Settings } from '../sections/section.ts';
import { startBenchDatabase } from '../service/bench-database.ts';

/** On what, with what and when was measured, as lines in Markdown. */
export async function circumstances({ directory, cases }: Settings): Promise<string> {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', project, ...args], { encoding: 'utf8' }).trim();
  const processors = cpus();
  const { version, size, buffers, fsync } = await askDatabase({ directory, cases });
  const dirty = git('status', '--porcelain') === '' ? '' : ', with changes that are not committed';
  return [
    `- ${new Date().toISOString()}, commit ${git('rev-parse', '--short', 'HEAD')}${dirty}`,
    `- ${processors.length} × ${processors[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(1)} GB, Linux ${release()}; load before: ${loadavg()[0]?.toFixed(2)}`,
    `- Node ${process.version}; ${String(version).split(' on ')[0]}, shared_buffers ${buffers}, fsync ${fsync}`,
    `- postgraphile ${versionOf('postgraphile')}, fastify ${versionOf('fastify')}, pg ${versionOf('pg')}, autocannon ${versionOf('autocannon')}`,
    `- ${cases.toLocaleString('en')} cases, ${size}`,
  ].join('\n');
}

async function askDatabase({ directory, cases }: Pick<Settings, 'directory' | 'cases'>) {
  const server = await startBenchDatabase(directory);
  const client = new pg.Client(server.urlOf(cases));
  try {
    await client.connect();
    const { rows } = await client.query(`
      SELECT version(), pg_size_pretty(pg_database_size(current_database())) AS size,
             current_setting('shared_buffers') AS buffers, current_setting('fsync') AS fsync`);
    return rows[0];
  } finally {
    await client.end();
    await server.stop();
  }
}

function versionOf(library: string): string {
  const places = [
    `../node_modules/${library}/package.json`,
    `../peers/postgraphile/node_modules/${library}/package.json`,
  ];
  for (const place of places) {
    try {
      return JSON.parse(readFileSync(join(import.meta.dirname, place), 'utf8')).version;
    } catch {}
  }
  return '?';
}

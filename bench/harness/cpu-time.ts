import { readdirSync, readFileSync } from 'node:fs';

/** Of a tick of the kernel's clock, as /proc counts them. */
const millisecondsATick = 10;

/** How long a process and its threads have used a processor so far, in milliseconds; 0 once it has ended. */
export function cpuTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * millisecondsATick;
  } catch {
    return 0;
  }
}

/** The same of all its children that have ended, and of theirs. */
export function cpuTimeOfEnded(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * millisecondsATick;
}

/** The processes with this parent. */
export function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => {
    try {
      return (
        Number(
          readFileSync(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        ) === parent
      );
    } catch {
      return false;
    }
  });
}

import { figuresOf, readable } from '../harness/figures.ts';
import type { LiveFigures } from './measure-live.ts';
import type { Selection } from './subscription.ts';

/** What one idle subscribed socket may take, in KB. */
const socketTarget = 40;

/** After how many milliseconds the last of all subscribers is to be told. */
const lastTarget = 300;

const asked: Record<Selection, string> = { ids: 'ids and status', row: 'the whole row' };

const met = (found: number, target: number) => (found <= target ? 'met' : 'missed');

/** The figures of the live feed as a table in Markdown. */
export function liveTable({ idle, fanOut, pace, replay }: LiveFigures): string {
  const lines: string[][] = [];
  for (const { sockets, before, after, openedASecond } of idle) {
    const each = (of: 'rss' | 'heapUsed') => (after[of] - before[of]) / 1_024 / sockets;
    const resident = each('rss');
    const how = `${(after.rss / 2 ** 20).toFixed(0)} MB resident with ${sockets} of them, ${(before.rss / 2 ** 20).toFixed(0)} MB before; heap ${readable(each('heapUsed'))} KB each; ${openedASecond.toFixed(0)} opened a second`;
    lines.push([
      'An idle subscribed socket',
      `${readable(resident)} KB (≤ ${socketTarget}: ${met(resident, socketTarget)})`,
      how,
    ]);
  }
  for (const selection of ['ids', 'row'] as const) {
    const rounds = fanOut.filter((round) => round.selection === selection);
    if (rounds.length === 0) continue;
    const of = (which: 'first' | 'median' | 'last') => figuresOf(rounds.map((round) => round[which]));
    const last = of('last');
    lines.push([
      `Last of ${rounds[0]?.subscribers} told after a commit that concerns them all, ${asked[selection]}`,
      `${readable(last.median)} ms (≤ ${lastTarget}: ${met(last.median, lastTarget)})`,
      `${readable(last.lowest)}–${readable(last.highest)} in ${rounds.length} rounds; first ${readable(of('first').median)}, median ${readable(of('median').median)}`,
    ]);
  }
  for (const { subscribers, selection, aSecond, p50, p99 } of pace) {
    lines.push([
      `${aSecond} events a second, ${asked[selection]}`,
      `p99 ${readable(p99)} ms`,
      `p50 ${readable(p50)} ms; ${subscribers} subscribers`,
    ]);
  }
  for (const { events, selection, took } of replay) {
    const rate = (events * 1_000) / took;
    lines.push([
      `Replay of ${events} missed events, ${asked[selection]}`,
      `${readable(took / 1_000)} s`,
      `from opening the socket to the last event; ${rate.toFixed(0)} a second`,
    ]);
  }
  return [['', 'measured', 'how'], ['---', '--:', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

import autocannon from 'autocannon';
import { asked, type Contender } from '../scenarios/contender.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Arena } from './arena.ts';

/** What a round came to. */
export type Shot = {
  /** Requests answered in a second. */
  rate: number;
  /** Milliseconds until the answer was there. */
  p50: number;
  p99: number;
};

/** The same for all. */
export type Fire = { connections: number; seconds: number };

/**
 * Asks a contender the same question over and over, on so many connections that each wait for their answer.
 * @throws where an answer is missing or not 200, or answers shrink, so that no failure passes for speed.
 */
export async function fire(
  arena: Arena,
  contender: Contender,
  scenario: Scenario,
  { connections, seconds }: Fire,
): Promise<Shot> {
  const { path, ...request } = asked(contender, scenario, arena.token);
  const url = `${arena.urls[contender]}${path}`;
  const size = (await (await fetch(url, request)).arrayBuffer()).byteLength;
  const result = await autocannon({ url, ...request, connections, duration: seconds });
  const { errors, timeouts, non2xx, requests, latency, throughput } = result;
  const whole = throughput.total >= requests.total * size;
  if (errors + timeouts + non2xx > 0 || !whole) {
    throw new Error(
      `${contender}, ${scenario.name}: ${errors} errors, ${timeouts} timeouts, ${non2xx} not 2xx${whole ? '' : ', short answers'}`,
    );
  }
  return { rate: requests.total / result.duration, p50: latency.p50, p99: latency.p99 };
}

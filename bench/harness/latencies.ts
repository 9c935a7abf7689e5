import { Agent, request } from 'node:http';
import type { Asked } from '../scenarios/contender.ts';

/** How often to ask, after how many questions that do not count. */
export type Turn = { warmUp: number; questions: number };

/**
 * Asks the same question again and again, one at a time on one connection, so that nothing waits in line.
 * @param url of whoever is asked, without the path.
 * @returns how long each answer took, in milliseconds, without the warm-up.
 * @throws where an answer is not 200, or shrinks, so that no failure passes for speed.
 */
export async function latencies(
  url: string,
  { path, method, headers, body }: Asked,
  { warmUp, questions }: Turn,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const outgoing = request(`${url}${path}`, { method, headers, agent }, (answer) => {
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(size);
          else reject(new Error(`${path}: ${answer.statusCode} ${body?.slice(0, 200)}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  try {
    const size = await ask();
    const took: number[] = [];
    for (let at = 0; at < warmUp + questions; at++) {
      const since = performance.now();
      if ((await ask()) < size) throw new Error(`${path}: an answer that is shorter than the first`);
      if (at >= warmUp) took.push(performance.now() - since);
    }
    return took;
  } finally {
    agent.destroy();
  }
}

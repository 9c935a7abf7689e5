import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figuresOf, readable } from '../harness/figures.ts';
import { type Start, startOnce } from '../service/start-once.ts';
import type { Section } from './section.ts';

/** From `npm start` to the first answer, with the embedded database: the first time, when there is nothing yet, then warm. */
export const start: Section = {
  name: 'start',
  title: 'Start',
  async measure({ rounds }) {
    const directory = await mkdtemp(join(tmpdir(), 'bench-start-'));
    try {
      const first = await startOnce(directory);
      const warm: Start[] = [];
      for (let round = 0; round < rounds; round++) warm.push(await startOnce(directory));
      return [
        '| `npm start` | first answer after | resident then |',
        '| --- | --: | --: |',
        `| with nothing there yet: database, migrations, sample data | ${readable(first.seconds)} s | ${first.megabytes.toFixed(0)} MB |`,
        `| warm (at most 4 s) | ${spread(warm.map(({ seconds }) => seconds))} s | ${spread(warm.map(({ megabytes }) => megabytes))} MB |`,
      ].join('\n');
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

function spread(values: readonly number[]): string {
  const { median, lowest, highest } = figuresOf(values);
  return `${readable(median)} (${readable(lowest)}–${readable(highest)})`;
}

import { parseArgs } from 'node:util';
import { startArena } from './harness/arena.ts';
import { checkSame } from './harness/check-same.ts';
import { hotReads } from './scenarios/hot-reads.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, dir: { type: 'string', default: '.data' } },
});
const arena = await startArena({ directory: values.dir, cases: Number(values.cases) });
try {
  await checkSame(arena, hotReads(arena.subjects));
} finally {
  await arena.stop();
}

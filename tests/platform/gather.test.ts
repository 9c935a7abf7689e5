import { expect, it } from 'vitest';
import type { Database } from '../../src/platform/database.ts';
import { gather } from '../../src/platform/gather.ts';

const database = {} as Database;

it('[B5] what is asked at once is answered by one question, each by its own answer', async () => {
  const questions: number[][] = [];
  const double = gather(async (_database, numbers: readonly number[]) => {
    questions.push([...numbers]);
    return numbers.map((number) => number * 2);
  });
  expect(await Promise.all([3, 1, 3].map((number) => double(database, number)))).toEqual([6, 2, 6]);
  expect(questions).toEqual([[3, 1, 3]]);
});

it('[B5] nothing is remembered: what is asked later is asked anew', async () => {
  let answer = 0;
  const count = gather(async (_database, keys: readonly string[]) => {
    answer += 1;
    return keys.map(() => answer);
  });
  expect(await count(database, 'a')).toBe(1);
  expect(await count(database, 'a')).toBe(2);
});

it('[B5] a question that fails has failed for all who asked it, and the next one is asked again', async () => {
  let away = true;
  const ask = gather(async (_database, keys: readonly string[]) => {
    if (away) throw new Error('the database is away');
    return [...keys];
  });
  const first = await Promise.allSettled([ask(database, 'a'), ask(database, 'b')]);
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  away = false;
  expect(await ask(database, 'a')).toBe('a');
});

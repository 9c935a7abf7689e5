import { randomInt } from 'node:crypto';
import type { Reader } from '../../platform/database.ts';

/** A Case ID by chance, so that none tells how many there are (D13). Whether it is taken is for the database to say. */
export function randomCaseNumber(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

/** So many Case IDs, each another, none of which a case has at present. */
export async function unusedCaseNumbers(database: Reader, count: number): Promise<string[]> {
  const found = new Set<string>();
  while (found.size < count) {
    const tried = Array.from({ length: count - found.size }, randomCaseNumber);
    const where = { number: { in: tried } };
    const taken = await database.case.findMany({ where, select: { number: true } });
    const used = new Set(taken.map(({ number }) => number));
    for (const number of tried) if (!used.has(number)) found.add(number);
  }
  return [...found];
}

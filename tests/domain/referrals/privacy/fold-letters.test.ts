import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldLetters } from '../../../../src/domain/referrals/privacy/fold-letters.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { openTrial, type Trial } from '../../../support/trial.ts';

let test: TestDatabase;
let trial: Trial;

beforeAll(async () => {
  test = await createTestDatabase();
  trial = await openTrial(test.url);
});
afterAll(async () => {
  await trial.stop();
  await test.drop();
});

/** The letters of the Latin script that names of this country are written with: of most languages of Europe, Africa and Asia. */
const latin = [
  [0x41, 0x7e],
  [0xc0, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x218, 0x21b],
  [0x268, 0x268],
  [0x1e00, 0x1eff],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);
const letters = latin.filter((letter) => /^\p{L}$/u.test(letter) && !/[ſŉĸĿŀẚ-ẟỺ-ỿ]/u.test(letter));

it('[B3] [R28] folds letters as the search for people does, so that both know a name by the same spellings', async () => {
  const rows = await trial.rows<{ letter: string; folded: string }>(
    `SELECT letter, search_text(letter) AS folded FROM unnest(ARRAY['${letters.join("','")}']) AS letter`,
  );
  expect(rows.length).toBeGreaterThan(500);
  const different = rows.filter(({ letter, folded }) => foldLetters(letter) !== folded);
  expect(different).toEqual([]);
});

it.each([
  ['E\u0301vange\u0301line', 'evangeline'],
  ['Ｒｏｓａ', 'rosa'],
  ['Ro\u200bsa', 'rosa'],
  ['İpek', 'ipek'],
  ['KƗTPU', 'kitpu'],
  ['Straße', 'strasse'],
])('[B3] folds %s to %s', (typed, folded) => {
  expect(foldLetters(typed)).toBe(folded);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { almostAsTyped, typedWords } from '../../../src/domain/people/typed-words.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Slip, slipIn, steadyRandom } from './slips.ts';
import { names } from './table-names.ts';

let test: TestDatabase;
/** Every word of the names as searches compare it, by the name it is of. */
let words: { word: string; name: string }[];

beforeAll(async () => {
  test = await createTestDatabase('empty');
  const birthDate = new Date('1990-01-01');
  for (const name of Object.values(names).flat()) {
    const [givenName = '', ...family] = name.split(' ');
    const data = { givenName, familyName: family.join(' '), birthDate };
    await test.database.person.create({ data });
  }
  words = await test.database.$queryRaw<{ word: string; name: string }[]>`
    SELECT DISTINCT word, "givenName" || ' ' || "familyName" AS name
      FROM "Person", regexp_split_to_table(trim("searchText"), ' +') AS word
     WHERE word ~ '^[a-z]{4,}$' ORDER BY 1, 2`;
});
afterAll(async () => await test.drop());

/** The words of the table that are found by one, by its beginning or forgiven. */
async function found(typed: string): Promise<string[]> {
  const [word] = await typedWords(test.database, typed);
  if (word === undefined) return [];
  const near = (await almostAsTyped(test.database, [word])).get(word.text) ?? [];
  return [...new Set(words.map((one) => one.word))].filter(
    (one) => one.startsWith(word.text) || near.includes(one),
  );
}

const slips: Slip[] = ['letter missing', 'letter too many', 'wrong letter', 'two letters swapped'];

describe('one slip, 130 times each, where four letters or more are left', () => {
  it.each(slips)('[R28] %s: the word is found, and hardly another', async (slip) => {
    const random = steadyRandom(20_261_123);
    const missed: string[] = [];
    let tried = 0;
    let others = 0;
    for (let at = 0; tried < 130; at += 1) {
      const { word } = words[at % words.length] ?? { word: '' };
      const typed = slipIn(word, slip, random);
      if (typed.length < 4) continue;
      const answer = await found(typed);
      tried += 1;
      if (!answer.includes(word)) missed.push(`${typed} for ${word}`);
      others += answer.filter((one) => one !== word).length;
    }
    // All but one in a hundred are found; for every six of them, one word of another name.
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(1);
    expect(others / tried).toBeLessThan(1 / 6);
  });
});

describe('which words are taken for which', () => {
  const near = async (typed: string, meant: string) => {
    const [row] = await test.database.$queryRaw<[{ near: boolean }]>`
      SELECT near_spellings(search_text(${typed})) && near_spellings(search_text(${meant})) AS near`;
    return row.near;
  };

  it.each([
    ['Dais', 'Diaz'],
    ['Daiz', 'Diaz'],
    ['Smyth', 'Smith'],
    ['Haddad', 'Hadad'],
    ['Steven', 'Stephen'],
    ['Katherine', 'Catherine'],
    ['Sylliby', 'Sylliboy'],
    ['Kitpou', 'Kɨtpu'],
    ['Gogoo', 'Googoo'],
    ['Theiraullt', 'Thériault'],
    ['Bourdeau', 'Boudreau'],
    ['Entrement', 'Entremont'],
    ['Jonston', 'Johnston'],
    ['Zheng', 'Zhang'],
    ['Mohamed', 'Mohammed'],
    ['Mansuor', 'Mansour'],
    ['Leee', 'Lee'],
    ['محمود', 'محمد'],
  ])('[R28] "%s" for %s', async (typed, meant) => {
    expect(await near(typed, meant)).toBe(true);
    expect(await near(meant, typed)).toBe(true);
  });

  it.each([
    ['Morrison', 'Mansour'],
    ['Chen', 'Cheung'],
    ['Marie', 'Maria-Elena'],
    ['Comeau', 'Boudreau'],
    ['Thibault', 'Thériault-Comeau'],
    ['Johnson', 'Jensen'],
    ['Haddad', 'Hamad'.padEnd(8, 'i')],
    ['Wang', 'Huang'],
    ['Rosa', 'Rosalie'],
    ['50244764', '50244765'],
    ['Diaz5', 'Diaz'],
    ['Di%z', 'Diaz'],
  ])('[R28] not "%s" for %s', async (typed, meant) => {
    expect(await near(typed, meant)).toBe(false);
    expect(await near(meant, typed)).toBe(false);
  });

  it('[R28] nothing is taken for words of less than four letters', async () => {
    for (const typed of ['osa', 'Jo', '陈']) {
      const asked = await typedWords(test.database, typed);
      expect([...(await almostAsTyped(test.database, asked)).values()].flat(), typed).toEqual([]);
    }
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTrial, type Trial } from '../support/trial.ts';

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

const folded = async (text: string) => {
  const [row] = await trial.rows<{ folded: string }>(
    `SELECT search_text('${text.replaceAll("'", "''")}') AS folded`,
  );
  return row?.folded;
};

it.each([
  ['Évangéline', 'evangeline'],
  ['E\u0301vange\u0301line', 'evangeline'],
  ['Łukasz Wójcik', 'lukasz wojcik'],
  ['Nguyễn Thị', 'nguyen thi'],
  ["O'Brien", 'o brien'],
  ['O’Brien', 'o brien'],
  ['Pieʼl', 'pie l'],
  ['Anne-Marie', 'anne marie'],
  ['Anne\u2011Marie', 'anne marie'],
  ['Diaz, Rosa L.', 'diaz  rosa l '],
  ['O‘Brien', 'o brien'],
  ['O`Brien', 'o brien'],
  ['Thériault–Comeau', 'theriault comeau'],
  ['Thériault—Comeau', 'theriault comeau'],
  ['Jo "Joe" Roe', 'jo  joe  roe'],
  ['Jo «Joe» Roe/Doe', 'jo   joe   roe doe'],
  ['陈美玲', '陈美玲'],
])('[R28] searches compare %s as "%s"', async (name, compared) => {
  expect(await folded(name)).toBe(compared);
});

it('[R28] the database computes what searches compare, whatever is written', async () => {
  const read = () =>
    trial.rows<{ searchText: string }>(`SELECT "searchText" FROM "Person" WHERE "familyName" ILIKE 'D_az'`);
  expect(await read()).toEqual([{ searchText: ' rosa lucia diaz' }]);
  await trial.rows(`UPDATE "Person" SET "searchText" = 'forged' WHERE "familyName" = 'Diaz'`);
  expect(await read()).toEqual([{ searchText: ' rosa lucia diaz' }]);
  await trial.rows(
    `UPDATE "Person" SET "familyName" = 'Díaz', "middleNames" = NULL WHERE "familyName" = 'Diaz'`,
  );
  expect(await read()).toEqual([{ searchText: ' rosa diaz' }]);
});

it('[R28] the database keeps the words of each name, also as others write them, and of the new name after a change', async () => {
  const words = async () => {
    const rows = await trial.rows<{ word: string }>(
      `SELECT word FROM "PersonNameWord" JOIN "Person" ON "Person".id = "personId" WHERE sin = '098630593' ORDER BY word`,
    );
    return rows.map(({ word }) => word);
  };
  const rename = (family: string) =>
    trial.rows(`UPDATE "Person" SET "givenName" = 'Jo', "familyName" = '${family}' WHERE sin = '098630593'`);
  await rename("O''Brien-McKay");
  expect(await words()).toEqual([
    ...['brien', 'brienmckay', 'jo', 'mackay', 'mckay', 'o', 'obrien', 'obrienmckay'],
  ]);
  await rename('Ste. Anne');
  expect(await words()).toEqual(['anne', 'jo', 'sainte', 'sainteanne', 'ste', 'steanne']);
  expect(await trial.attempt(`DELETE FROM "NameWord" WHERE word = 'jo'`)).toBe('PersonNameWord_word_fkey');
});

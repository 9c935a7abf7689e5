import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writtenDay } from '../../../src/domain/homepage/written-day.ts';
import { listedName } from '../../../src/domain/people/person-name.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

const write = async (day: string | null, language: 'EN' | 'FR') => {
  const written = writtenDay(Prisma.sql`${day}::date`, language);
  const [row] = await test.database.$queryRaw<{ written: string | null }[]>`SELECT ${written} AS written`;
  return row?.written;
};

it('[R36] a due date is written as in the guide, and in French', async () => {
  expect(await write('2022-09-07', 'EN')).toBe('Sep 07, 2022');
  expect(await write('2022-09-07', 'FR')).toBe('07 sept. 2022');
  expect(await write('2026-12-31', 'EN')).toBe('Dec 31, 2026');
  expect(await write('2028-02-29', 'FR')).toBe('29 févr. 2028');
  expect(await write(null, 'EN')).toBeNull();
});

it('[R36] the database lists a client by the same name as everything else', async () => {
  const letter = fc.constantFrom(..."aRéÉłŃøœßɨ'’ -.");
  const name = fc.string({ unit: letter, minLength: 1, maxLength: 12 });
  const anyName = fc.record({ givenName: name, middleNames: fc.option(name), familyName: name });
  await fc.assert(
    fc.asyncProperty(fc.array(anyName, { minLength: 1, maxLength: 50 }), async (people) => {
      const rows = await test.database.$queryRaw<{ listed: string }[]>`
        SELECT listed_name(name->>'givenName', name->>'middleNames', name->>'familyName') AS listed
          FROM jsonb_array_elements(${JSON.stringify(people)}::jsonb) WITH ORDINALITY AS names (name, place) ORDER BY place`;
      expect(rows.map(({ listed }) => listed)).toEqual(people.map(listedName));
    }),
    { numRuns: 20 },
  );
  const [none] = await test.database.$queryRaw<{ listed: string | null }[]>`
    SELECT listed_name(NULL, NULL, NULL) AS listed`;
  expect(none?.listed).toBeNull();
});

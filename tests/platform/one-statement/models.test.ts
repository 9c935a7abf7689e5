import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { modelNamed } from '../../../src/platform/one-statement/models.ts';
import { buildHouse, type House } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

it('every relation goes by a foreign key of the database, on the id that it refers to', async () => {
  const keys = await house.database.$queryRaw<{ key: string }[]>`
    SELECT format('%s.%s → %s.%s', key.conrelid::regclass, own.attname, key.confrelid::regclass, theirs.attname) AS key
      FROM pg_constraint AS key
      JOIN pg_attribute AS own ON own.attrelid = key.conrelid AND own.attnum = key.conkey[1]
      JOIN pg_attribute AS theirs ON theirs.attrelid = key.confrelid AND theirs.attnum = key.confkey[1]
     WHERE key.contype = 'f'`;
  const there = new Set(keys.map(({ key }) => key.replaceAll('"', '')));
  let relations = 0;
  for (const name of Object.values(Prisma.ModelName)) {
    for (const { to, by } of modelNamed(name).relations.values()) {
      if (by === null) continue;
      const [own, theirs] = by;
      const forth = `${name}.${own} → ${to}.${theirs}`;
      const back = `${to}.${theirs} → ${name}.${own}`;
      expect(there.has(forth) || there.has(back), forth).toBe(true);
      relations += 1;
    }
  }
  expect(relations).toBeGreaterThan(100);
});

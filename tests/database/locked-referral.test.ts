import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRecords, type Records } from './records.ts';

type Column = { name: string; type: string; enumeration: string; nullable: boolean };

let records: Records;
let columns: Column[];

beforeAll(async () => {
  records = await makeRecords();
  columns = await records.trial.rows<Column>(`
    SELECT column_name AS name, data_type AS type, udt_name AS enumeration, is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'Referral'`);
});
afterAll(async () => await records.stop());

/** SQL for values that differ from the one a column has. */
function otherValues({ name, type, enumeration, nullable }: Column): string[] {
  const values: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: `coalesce("${name}", '') || 'x'`,
    integer: `"${name}" + 1`,
    date: `coalesce("${name}", current_date) + 1`,
    'timestamp with time zone': `coalesce("${name}", now()) + interval '1 second'`,
    'USER-DEFINED': `(SELECT v FROM unnest(enum_range(NULL::"${enumeration}")) v WHERE v <> "${name}" LIMIT 1)`,
  };
  const value = values[type];
  if (value === undefined) throw new Error(`no other value known for ${type}`);
  return nullable ? [value, 'NULL'] : [value];
}

const filled = async (id: string, name: string) => {
  const [row] = await records.trial.rows<{ filled: boolean }>(
    `SELECT "${name}" IS NOT NULL AS filled FROM "Referral" WHERE id = '${id}'`,
  );
  return row?.filled === true;
};
const locked = 'a submitted referral is locked';

it('the walk covers every field of a referral', () => {
  const names = columns.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['id', 'caseId', 'type', 'emailTo', 'language', 'referralDate']),
  );
  expect(names.length).toBeGreaterThanOrEqual(22);
});

describe.each(['submitted', 'emailed'] as const)('%s', (state) => {
  it('[R17] no column can be changed or emptied, whoever writes to the database', async () => {
    const id = records[state];
    for (const column of columns) {
      for (const value of otherValues(column)) {
        if (value === 'NULL' && !(await filled(id, column.name))) continue;
        const statement = `UPDATE "Referral" SET "${column.name}" = ${value} WHERE id = '${id}'`;
        expect(await records.trial.attempt(statement), statement).toBe(locked);
      }
    }
  });

  it('[R18] cannot be deleted', async () => {
    const statement = `DELETE FROM "Referral" WHERE id = '${records[state]}'`;
    expect(await records.trial.attempt(statement)).toBe(locked);
  });
});

describe('the step from Submitted to Emailed', () => {
  const step = `status = 'EMAILED', "emailedAt" = now(), "updatedAt" = now()`;

  it('[R19] is the one change there is', async () => {
    const statement = `UPDATE "Referral" SET ${step} WHERE id = '${records.submitted}'`;
    expect(await records.trial.attempt(statement)).toBe('accepted');
  });

  it('[R17] changes no other column on the way', async () => {
    const others = columns.filter(({ name }) => !['status', 'emailedAt', 'updatedAt'].includes(name));
    for (const column of others) {
      for (const value of otherValues(column)) {
        if (value === 'NULL' && !(await filled(records.submitted, column.name))) continue;
        const set = `${step}, "${column.name}" = ${value}`;
        const statement = `UPDATE "Referral" SET ${set} WHERE id = '${records.submitted}'`;
        expect(await records.trial.attempt(statement), statement).toBe(locked);
      }
    }
  });

  it('[R19] is made once', async () => {
    const again = `UPDATE "Referral" SET "emailedAt" = now() + interval '1 hour' WHERE id = '${records.emailed}'`;
    expect(await records.trial.attempt(again)).toBe(locked);
  });
});

it('[R17] a draft can be changed in each field that a user fills in', async () => {
  for (const set of [`"contactName" = 'x'`, `"emailTo" = 'x'`, `"emailContent" = NULL`, `language = 'FR'`]) {
    expect(await records.trial.attempt(`UPDATE "Referral" SET ${set} WHERE id = '${records.draft}'`)).toBe(
      'accepted',
    );
  }
});

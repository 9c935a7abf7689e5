import type { Client } from 'pg';

/** Triggers that fill in columns of their own row: they run during COPY, too. */
const triggers = [
  { table: 'Person', name: 'person_search_text' },
  { table: 'AgreementProgram', name: 'agreement_program_days' },
] as const;

/**
 * What triggers would have written into other tables, in sets. The words of a name are those of its parts, and there are few parts:
 * each is taken apart once.
 */
const steps: readonly { what: string; sql: string }[] = [
  {
    what: 'parts of names',
    sql: `CREATE TEMPORARY TABLE part_word AS
      SELECT part, name_words(part) AS word
        FROM (SELECT "givenName" AS part FROM "Person" UNION SELECT "middleNames" FROM "Person" UNION SELECT "familyName" FROM "Person")
       WHERE part IS NOT NULL`,
  },
  {
    what: 'words of names',
    sql: `INSERT INTO "NameWord" ("word", "nearSpellings")
      SELECT word, near_spellings(word) FROM (SELECT DISTINCT word FROM part_word) AS known`,
  },
  {
    what: 'words of people',
    sql: `INSERT INTO "PersonNameWord" ("personId", "word")
      SELECT person.id, word FROM "Person" AS person JOIN part_word ON part = "givenName"
      UNION SELECT person.id, word FROM "Person" AS person JOIN part_word ON part = "middleNames"
      UNION SELECT person.id, word FROM "Person" AS person JOIN part_word ON part = "familyName"`,
  },
  { what: 'versions of agreements', sql: 'SELECT record_agreement_version(id) FROM "Agreement"' },
];

/** Turns all other triggers off for this connection, foreign keys among them. */
export async function withoutTriggers(client: Client): Promise<void> {
  for (const { table, name } of triggers)
    await client.query(`ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER ${name}`);
  await client.query("SET session_replication_role = 'replica'");
}

/** Writes what triggers would have written, had they been on, and turns them on again. */
export async function completeRows(client: Client): Promise<void> {
  for (const { what, sql } of steps) {
    const since = Date.now();
    await client.query(sql);
    console.log(`${what}: ${((Date.now() - since) / 1_000).toFixed(1)} s`);
  }
  for (const { table, name } of triggers) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER ${name}`);
  await client.query("SET session_replication_role = 'origin'");
}

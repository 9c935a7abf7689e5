import type { Guard } from './guard.ts';

/** Of what versions are kept, and in which table. */
type Versions = {
  table: 'AgreementVersion' | 'StaffVersion' | 'OrganizationVersion';
  /** What the names of its triggers begin with, for one version and for all of them. */
  one: string;
  all: string;
  /** What versions are of, in the titles of tests. */
  of: string;
  /** What the trigger says to whoever writes a version by hand. */
  byHand: string;
  /** Columns of the table, but for id and time: the first is the id of what it is a version of. */
  said: readonly string[];
  /** Sets something else in a version. */
  change: string;
  /** A change of the thing itself that makes a version. */
  makesOne: string;
};

/** What keeps the record of what something has been as it was. */
export function versionGuards({ table, one, all, of, byHand, said, change, makesOne }: Versions): Guard[] {
  const byHandOff = `ALTER TABLE "${table}" DISABLE TRIGGER ${one}_by_hand`;
  const oneOf = `WHERE id = (SELECT id FROM "${table}" WHERE "validUntil" IS NULL ORDER BY id LIMIT 1)`;
  const update = (set: string) => `UPDATE "${table}" SET ${set} ${oneOf}`;
  const another = (validFrom: string, validUntil: string) => `
    INSERT INTO "${table}" (id, ${said.map((column) => `"${column}"`).join(', ')}, "validFrom", "validUntil")
    SELECT gen_random_uuid(), ${said.map((column) => `"${column}"`).join(', ')}, ${validFrom}, ${validUntil}
      FROM "${table}" ${oneOf}`;
  const trigger = { table, kind: 'trigger' } as const;
  return [
    {
      ...trigger,
      name: `${one}_by_hand`,
      rule: `[B10] what ${of} has been follows from it, and nobody writes it`,
      message: byHand,
      wrong: () => [another('now()', 'now()'), update(`"validUntil" = "validFrom" + interval '1 day'`)],
      right: () => [makesOne],
    },
    {
      ...trigger,
      name: `${one}_ended`,
      rule: `[B10] what ${of} has been never changes, nor when that began or ended`,
      message: `${table} is append-only`,
      wrong: () => [
        `${byHandOff}; ${update(change)}`,
        `${byHandOff}; ${update(`"validFrom" = "validFrom" - interval '1 day'`)}`,
        `${byHandOff}; CREATE TEMPORARY TABLE ended ON COMMIT DROP AS SELECT id FROM "${table}" ${oneOf};
         ${update(`"validUntil" = now()`)};
         UPDATE "${table}" SET "validUntil" = NULL WHERE id IN (SELECT id FROM ended)`,
      ],
      right: () => [`${byHandOff}; ${update(`"validUntil" = now()`)}`],
    },
    {
      ...trigger,
      name: `${one}_is_kept`,
      rule: `[B10] what ${of} has been stays on record`,
      message: `${table} is append-only`,
      wrong: () => [`DELETE FROM "${table}"`],
    },
    {
      ...trigger,
      name: `${all}_not_emptied`,
      rule: '[B10] nor is the record emptied',
      message: `${table} is append-only`,
      wrong: () => [`TRUNCATE "${table}"`],
    },
    {
      table,
      name: `${table}_ends_after_beginning`,
      kind: 'check',
      rule: `[B10] a version of ${of} does not end before it begins`,
      wrong: () => [`${byHandOff}; ${another('now()', `now() - interval '1 second'`)}`],
      right: () => [`${byHandOff}; ${another('now()', 'now()')}`],
    },
    {
      table,
      name: `${table}_one_at_a_time`,
      kind: 'unique index',
      rule: `[B10] of ${of} one version holds at a time`,
      wrong: () => [`${byHandOff}; ${another('now()', 'NULL')}`],
    },
  ];
}

import type { Records } from './records.ts';

/** A rule that the database itself keeps. */
export type Guard = {
  table: string;
  /** The name of what refuses. */
  name: string;
  kind: 'check' | 'trigger' | 'foreign key' | 'unique index' | 'exclusion';
  /** The rule, as the title of its test. */
  rule: string;
  /** What a trigger says; the others refuse by their name. */
  message?: string;
  /** Statements that break this rule and no other. */
  wrong: (records: Records) => string[];
  /** Statements close by that break nothing. */
  right?: (records: Records) => string[];
};

/** The statement that takes the guard away. */
export function removal({ kind, table, name }: Guard): string {
  if (kind === 'trigger') return `ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`;
  return kind === 'unique index'
    ? `DROP INDEX "${name}"`
    : `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`;
}

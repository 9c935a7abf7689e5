import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessChecks } from './access-checks.ts';
import { appendOnly } from './append-only.ts';
import { caseloads } from './caseloads.ts';
import { checks } from './checks.ts';
import { correspondenceTriggers } from './correspondence-triggers.ts';
import { type Guard, removal } from './guard.ts';
import { networkRules } from './network-rules.ts';
import { notesAndDocuments } from './notes-and-documents.ts';
import { ownership } from './ownership.ts';
import { peopleAndCases } from './people-and-cases.ts';
import { makeRecords, type Records } from './records.ts';
import { templateTriggers } from './template-triggers.ts';
import { triggers } from './triggers.ts';
import { versions } from './versions.ts';

const guards: Guard[] = [
  ...checks,
  ...accessChecks,
  ...triggers,
  ...appendOnly,
  ...correspondenceTriggers,
  ...notesAndDocuments,
  ...templateTriggers,
  ...ownership,
  ...peopleAndCases,
  ...networkRules,
  ...versions,
  ...caseloads,
];
/**
 * They refuse nothing: they compute what searches compare, count versions, keep on record what agreements have said and what accounts
 * and organizations have been, order live events, and say of audit events whom they concern and that they are to be sealed.
 */
const computing = [
  'person_search_text',
  'person_name_words',
  'person_next_version',
  'case_next_version',
  'live_event_position',
  'agreement_changed',
  'agreement_program_days',
  'agreement_days_changed',
  'agreement_programs_changed',
  'ecm_program_changed',
  'staff_changed',
  'organization_changed',
  'audit_event_of_case',
  'audit_event_to_seal',
];

let records: Records;

beforeAll(async () => {
  records = await makeRecords();
});
afterAll(async () => await records.stop());

describe.each(guards)('$table: $name', (guard) => {
  it(guard.rule, async () => {
    for (const statement of guard.wrong(records)) {
      expect(await records.trial.attempt(statement), statement).toBe(guard.message ?? guard.name);
      const unguarded = `${removal(guard)}; ${statement}`;
      expect(await records.trial.attempt(unguarded), `without the guard: ${statement}`).toBe('accepted');
    }
    for (const statement of guard.right?.(records) ?? []) {
      expect(await records.trial.attempt(statement), statement).toBe('accepted');
    }
  });
});

it('every check, refusing trigger, composite key, exclusion and special unique index of the database is among them', async () => {
  const found = await records.trial.rows<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND (contype IN ('c', 'x') OR (contype = 'f' AND cardinality(conkey) > 1))
    UNION ALL
    SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL
    SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = 'public'::regnamespace AND indisunique AND (indpred IS NOT NULL OR indexprs IS NOT NULL)`);
  expect(found.map(({ name }) => name).sort()).toEqual(
    [...guards.map(({ name }) => name), ...computing].sort(),
  );
});

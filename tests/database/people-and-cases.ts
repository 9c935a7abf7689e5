import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const person = (set: string) => `UPDATE "Person" SET ${set} WHERE "familyName" = 'Diaz'`;
const change = ({ caseId }: Records, from: string, to: string, reason = 'NULL') => `
  INSERT INTO "CaseStatusChange" (id, "caseId", "from", "to", reason)
  VALUES (gen_random_uuid(), '${caseId}', ${from}, '${to}', ${reason})`;
const importing = (
  { caseId, north }: Records,
  personId = `(SELECT "personId" FROM "Case" WHERE id = '${caseId}')`,
) => `
  INSERT INTO "ImportedCase" ("organizationId", reference, "personId", "caseId")
  VALUES ('${north.organizationId}', 'X-1', ${personId}, '${caseId}')`;

/** What guards clients, the history of cases and what was imported. */
export const peopleAndCases: Guard[] = [
  {
    table: 'Person',
    name: 'Person_has_a_name',
    kind: 'check',
    rule: '[R28] a client has a given and a family name',
    wrong: () => [person(`"givenName" = ' '`), person(`"familyName" = ''`)],
    right: () => [person(`"givenName" = '志'`)],
  },
  {
    table: 'Person',
    name: 'Person_born_since_1900',
    kind: 'check',
    rule: '[R24] no client was born before 1900',
    wrong: () => [person(`"birthDate" = '1899-12-31'`)],
    right: () => [person(`"birthDate" = '1900-01-01'`)],
  },
  {
    table: 'CaseStatusChange',
    name: 'CaseStatusChange_to_another',
    kind: 'check',
    rule: '[D14] a change of status is one to another status',
    wrong: (records) => [change(records, `'INTAKE'`, 'INTAKE')],
    right: (records) => [change(records, `'INTAKE'`, 'CLOSED'), change(records, 'NULL', 'INTAKE')],
  },
  {
    table: 'CaseStatusChange',
    name: 'CaseStatusChange_reopened_for_a_reason',
    kind: 'check',
    rule: '[D14] a case is reopened for a reason',
    wrong: (records) => [change(records, `'CLOSED'`, 'INTAKE')],
    right: (records) => [change(records, `'CLOSED'`, 'INTAKE', `'Came back'`)],
  },
  {
    table: 'CaseStatusChange',
    name: 'case_status_change_append_only',
    kind: 'trigger',
    rule: '[D14] the history of a case is never rewritten',
    message: 'CaseStatusChange is append-only',
    wrong: (records) => [
      `${change(records, 'NULL', 'INTAKE')}; UPDATE "CaseStatusChange" SET "to" = 'CLOSED'`,
      `${change(records, 'NULL', 'INTAKE')}; DELETE FROM "CaseStatusChange"`,
    ],
  },
  {
    table: 'ImportedCase',
    name: 'imported_case_append_only',
    kind: 'trigger',
    rule: '[D13] a line that was imported stays with the case it became',
    message: 'ImportedCase is append-only',
    wrong: (records) => [
      `${importing(records)}; UPDATE "ImportedCase" SET reference = 'X-2'`,
      `${importing(records)}; DELETE FROM "ImportedCase"`,
    ],
  },
  {
    table: 'ImportedCase',
    name: 'ImportedCase_caseId_personId_fkey',
    kind: 'foreign key',
    rule: '[D13] an imported case is of the client it was imported for',
    wrong: (records) => [importing(records, `(SELECT id FROM "Person" WHERE "familyName" = 'Diaz')`)],
    right: (records) => [importing(records)],
  },
];

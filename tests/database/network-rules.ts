import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const rename = (table: string, from: string, to: string) =>
  `UPDATE "${table}" SET name = '${to}' WHERE name = '${from}'`;
const expired = `(SELECT id FROM "Agreement" WHERE number = 'OFA-181026')`;
const ends = (day: string) => `UPDATE "Agreement" SET "endsOn" = "endsOn" + ${day} WHERE id = ${expired}`;
const anotherOf = ({ north }: Records, code: string) => `
  INSERT INTO "Agreement" (id, "organizationId", number, "startsOn", "endsOn", "clientTracking", "updatedAt")
  VALUES (gen_random_uuid(), '${north.organizationId}', 'OFA-2', current_date, current_date, true, now());
  INSERT INTO "AgreementProgram" ("agreementId", "programId")
  SELECT "Agreement".id, "Program".id FROM "Agreement", "Program" WHERE number = 'OFA-2' AND code = '${code}'`;

/** What guards organizations and what they have. */
export const networkRules: Guard[] = [
  {
    table: 'Organization',
    name: 'Organization_has_a_name',
    kind: 'check',
    rule: 'an organization has a name',
    wrong: () => [rename('Organization', 'Annapolis Valley Career Centre', ' ')],
  },
  {
    table: 'Organization',
    name: 'Organization_employment_nova_scotia_stays_open',
    kind: 'check',
    rule: 'Employment Nova Scotia itself is never closed',
    wrong: () => [`UPDATE "Organization" SET "closedAt" = now() WHERE "isEmploymentNovaScotia"`],
    right: () => [`UPDATE "Organization" SET "closedAt" = now() WHERE NOT "isEmploymentNovaScotia"`],
  },
  {
    table: 'Organization',
    name: 'Organization_one_of_a_name',
    kind: 'unique index',
    rule: 'no two organizations have names that only accents and case tell apart',
    wrong: () => [
      rename('Organization', 'Annapolis Valley Career Centre', 'NORTH shore Employment Sérvices'),
    ],
    right: () => [rename('Organization', 'Annapolis Valley Career Centre', 'North Shore Employment')],
  },
  {
    table: 'Office',
    name: 'Office_one_of_a_name',
    kind: 'unique index',
    rule: 'no two offices of an organization have names that only accents and case tell apart',
    wrong: () => [rename('Office', 'Pugwash Office', 'tatamagouche Officé')],
    right: () => [rename('Office', 'Pugwash Office', 'Lunenburg Office')],
  },
  {
    table: 'ServiceDeliveryLocation',
    name: 'ServiceDeliveryLocation_one_of_a_name',
    kind: 'unique index',
    rule: 'no two service delivery locations of an organization have names that only accents and case tell apart',
    wrong: () => [rename('ServiceDeliveryLocation', 'Chester Outreach', 'LUNENBURG Career Hub')],
    right: () => [rename('ServiceDeliveryLocation', 'Chester Outreach', 'Tatamagouche Resource Centre')],
  },
  {
    table: 'AgreementProgram',
    name: 'AgreementProgram_one_agreement_at_a_time',
    kind: 'exclusion',
    rule: '[R6] an organization has a program under one agreement on a day',
    wrong: (records) => [ends('1'), anotherOf(records, 'SKILLS')],
    right: (records) => [ends('0'), ends('-1'), anotherOf(records, 'YOUTH')],
  },
];

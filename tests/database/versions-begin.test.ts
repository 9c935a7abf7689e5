import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyMigrations } from '../../src/platform/migrations/apply-migrations.ts';
import { migrationsDirectory, readMigrations } from '../../src/platform/migrations/read-migrations.ts';
import { openScratch, rowsOf, type Scratch } from '../platform/migrations-scratch.ts';

const begins = '20261123075535_staff_and_organization_versions';

let scratch: Scratch;
let url: string;
beforeAll(async () => {
  scratch = await openScratch();
  url = await scratch.createDatabase();
  const earlier = (await readMigrations(migrationsDirectory)).filter(({ name }) => name < begins);
  const sql = Object.fromEntries(earlier.map((migration) => [migration.name, migration.sql]));
  await applyMigrations(url, await scratch.writeMigrations(sql));
  await rowsOf(url, records);
  await applyMigrations(url);
});
afterAll(async () => await scratch[Symbol.asyncDispose]());

const records = `
  INSERT INTO "Organization" (id, name, "generalContactEmail", phone, "addressLine1", city, "postalCode", "closedAt",
                              "createdAt", "updatedAt")
  SELECT gen_random_uuid(), name, 'mail@test.example', '902-555-0190', '1 Main Street', 'Truro', 'B2N 1A1',
         "closedAt"::timestamptz, '2025-01-01Z', now()
    FROM (VALUES ('open', NULL), ('closed', '2025-02-01Z')) AS made (name, "closedAt");
  INSERT INTO "Staff" (id, username, "organizationId", "givenName", "familyName", email, roles, scopes, "disabledAt",
                       "createdAt", "updatedAt")
  SELECT gen_random_uuid(), username, "Organization".id, '', '', '', roles::"StaffRole"[], scopes::"IntegrationScope"[],
         "disabledAt"::timestamptz, '2025-01-01Z', now()
    FROM (VALUES ('active', '{CASE_MANAGER}', NULL, NULL), ('disabled', '{AUDITOR}', '{}', '2025-02-01Z'),
                 ('program', '{INTEGRATION}', '{READ_CASES}', NULL), ('disabled before', '{AUDITOR}', '{}', '2024-12-01Z')
         ) AS made (username, roles, scopes, "disabledAt"), "Organization"
   WHERE name = 'open'`;

const from = new Date('2025-01-01Z');
const before = new Date('2024-12-01Z');
const ended = new Date('2025-02-01Z');
/** A version that has held since its record was made, and still does. */
const sinceMade = <T extends object>(version: T) => ({ ...version, validFrom: from, validUntil: null });

it('[B10] accounts that were there before have been as they were since they were made, but for when they were disabled', async () => {
  const found = await rowsOf(
    url,
    `SELECT username, version.roles::text, version.scopes::text, active, "validFrom", "validUntil"
       FROM "StaffVersion" version JOIN "Staff" ON "Staff".id = "staffId" ORDER BY username, "validFrom"`,
  );
  const auditor = { roles: '{AUDITOR}', scopes: '{}' };
  expect(found).toEqual([
    sinceMade({ username: 'active', roles: '{CASE_MANAGER}', scopes: '{}', active: true }),
    { username: 'disabled', ...auditor, active: true, validFrom: from, validUntil: ended },
    { username: 'disabled', ...auditor, active: false, validFrom: ended, validUntil: null },
    { ...sinceMade({ username: 'disabled before', ...auditor, active: false }), validFrom: before },
    sinceMade({ username: 'program', roles: '{INTEGRATION}', scopes: '{READ_CASES}', active: true }),
  ]);
});

it('[B10] so have organizations, but for when they were closed', async () => {
  const found = await rowsOf(
    url,
    `SELECT name, open, "validFrom", "validUntil"
       FROM "OrganizationVersion" JOIN "Organization" ON "Organization".id = "organizationId"
      WHERE name IN ('open', 'closed') ORDER BY name, "validFrom"`,
  );
  expect(found).toEqual([
    { name: 'closed', open: true, validFrom: from, validUntil: ended },
    { name: 'closed', open: false, validFrom: ended, validUntil: null },
    sinceMade({ name: 'open', open: true }),
  ]);
});

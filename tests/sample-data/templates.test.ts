import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedSampleData } from '../../prisma/sample-data/seed.ts';
import { seedTemplates } from '../../prisma/sample-data/seed-templates.ts';
import { templates } from '../../prisma/sample-data/templates.ts';
import { fillPlaceholders, placeholders } from '../../src/domain/correspondence/fill-placeholders.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase('empty');
  const both = await Promise.all([seedTemplates(test.database), seedTemplates(test.database)]);
  expect(both.sort()).toEqual([false, true]);
});

afterAll(async () => {
  await test.drop();
});

it.each([
  {
    referralType: 'INFORMATIONAL_WITHIN',
    name: 'NSW Referral - Informational within NSW Network',
    emailSubject: 'NSW Client Referral - -- Programs, Services and Interventions',
    emailContent:
      'Please see the attached referral letter about one of our clients who may benefit from your programs, services, or interventions.',
  },
  {
    referralType: 'INFORMATIONAL_OUTSIDE',
    name: 'NSW Referral - Informational Client Referral outside of NSW Network',
    emailSubject: 'Client Referral from Nova Scotia Works',
    emailContent:
      'Please see the attached referral letter about one of our clients who may benefit from your programs and services.',
  },
  {
    referralType: 'CASE_TRANSFER',
    name: 'NSW Referral - Case Transfer within NSW Network',
    emailSubject: 'NSW Client Referral - Case Transfer',
    emailContent:
      'Please see the attached referral letter describing the possible transfer of a client from our organization to yours.',
  },
] as const)(
  '[R11] has the English defaults of the guide for $referralType',
  async ({ referralType, ...defaults }) => {
    const found = await test.database.correspondenceTemplate.findMany({
      where: { referralType },
      include: { versions: { include: { texts: { orderBy: { language: 'asc' } } } } },
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.versions).toMatchObject([
      { number: 1, publishedById: null, texts: [{ language: 'EN', ...defaults }, { language: 'FR' }] },
    ]);
  },
);

it.each(
  Object.entries(templates).flatMap(([type, texts]) =>
    Object.entries(texts).map(([language, text]) => ({ type, language, text })),
  ),
)('[R22] writes the $type letter in $language with placeholders that can be filled', ({ text }) => {
  const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`]));
  const letter = fillPlaceholders(text.letterBody, values as Record<(typeof placeholders)[number], string>);
  expect(letter).not.toMatch(/[{}]/);
  expect(letter).toContain('<clientName>');
  expect(letter).toContain('<caseId>');
  expect(letter.split(/\n\s*\n/).length).toBeGreaterThanOrEqual(3);
});

it('[R12] puts nothing about the client in the emails', () => {
  for (const text of Object.values(templates).flatMap((texts) => Object.values(texts))) {
    expect(text.emailSubject + text.emailContent + text.name).not.toContain('{{');
  }
});

it('are set up once, also by two processes at once, and stay when the sample data follows', async () => {
  expect(await test.database.correspondenceTemplate.count()).toBe(3);
  expect(await seedSampleData(test.database, new Date('2026-02-28T00:00:00Z'))).toBe(true);
  expect(await test.database.correspondenceTemplate.count()).toBe(3);
});

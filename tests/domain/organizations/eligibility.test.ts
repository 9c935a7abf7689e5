import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { whyIneligible } from '../../../src/domain/organizations/eligibility.ts';
import { ineligibilityTexts } from '../../../src/domain/organizations/ineligibility.ts';
import { referralOrganizations } from '../../../src/domain/organizations/referral-organizations.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

/** An agreement as far as R6 is concerned. */
type Terms = { active: boolean; ecm: boolean; tracking: boolean };

const today = new Date('2026-03-01T00:00:00Z');
const everyTerms: Terms[] = [true, false].flatMap((active) =>
  [true, false].flatMap((ecm) => [true, false].map((tracking) => ({ active, ecm, tracking }))),
);
/** No agreement, every one alone, and every pair. */
const everyAgreements: Terms[][] = [
  [],
  ...everyTerms.map((terms) => [terms]),
  ...everyTerms.flatMap((one, index) => everyTerms.slice(index).map((other) => [one, other])),
];

let test: TestDatabase;
let actor: Actor;
/** Of the first and the second agreement: two of one organization have no program in common on a day. */
let programs: { ecm: string; other: string }[];
let made = 0;

beforeAll(async () => {
  test = await createTestDatabase('empty');
  const program = async (code: string, ecm: boolean) =>
    (await test.database.program.create({ data: { code, name: code, ecm } })).id;
  programs = [
    { ecm: await program('ECM', true), other: await program('OTHER', false) },
    { ecm: await program('ECM2', true), other: await program('OTHER2', false) },
  ];
  actor = {
    staffId: '',
    username: '',
    organizationId: await organization([{ active: true, ecm: true, tracking: true }]),
    atEmploymentNovaScotia: false,
    roles: ['CASE_MANAGER'],
    scopes: [],
    language: 'EN',
  };
});
afterAll(async () => await test.drop());

async function organization(agreements: Terms[], closed = false): Promise<string> {
  made += 1;
  const { id } = await test.database.organization.create({
    data: {
      name: `Organization ${made}`,
      generalContactEmail: 'info@new.example',
      ...{ phone: '902-555-0199', addressLine1: '1 New Street', city: 'Halifax', postalCode: 'B3J 0A1' },
      closedAt: closed ? today : null,
      agreements: {
        create: agreements.map(({ active, ecm, tracking }, index) => ({
          number: `OFA-${made}-${index}`,
          startsOn: addDays(today, -10),
          endsOn: addDays(today, active ? 10 : -1),
          clientTracking: tracking,
          programs: {
            create: programs
              .slice(index, index + 1)
              .flatMap((own) => (ecm ? [own.ecm, own.other] : [own.other]))
              .map((programId) => ({ programId })),
          },
        })),
      },
    },
  });
  return id;
}

const reasons = async (id: string) => await whyIneligible(actor, test.database, id, today);
const isListed = async (id: string) =>
  (await test.database.organization.count({
    where: { AND: [{ id }, referralOrganizations(actor, today)] },
  })) > 0;

describe('the reasons and the list', () => {
  it('[R6] agree for every combination of up to two agreements, open and closed', async () => {
    expect(everyAgreements).toHaveLength(1 + 8 + 36);
    let listed = 0;
    for (const agreements of everyAgreements) {
      for (const closed of [false, true]) {
        const id = await organization(agreements, closed);
        const found = await isListed(id);
        expect((await reasons(id)).length === 0, JSON.stringify({ agreements, closed })).toBe(found);
        if (found) listed += 1;
      }
    }
    // One agreement that has everything, alone or beside any other.
    expect(listed).toBe(1 + 8);
  });

  it('[R6] agree on one’s own organization, be it open or closed', async () => {
    const { organizationId } = actor;
    expect(await reasons(organizationId)).toEqual(['OWN_ORGANIZATION']);
    expect(await isListed(organizationId)).toBe(false);
    await test.database.organization.update({ where: { id: organizationId }, data: { closedAt: today } });
    expect(await reasons(organizationId)).toEqual(['OWN_ORGANIZATION', 'CLOSED']);
  });
});

const all = { active: true, ecm: true, tracking: true };

describe('a reason', () => {
  it.each([
    ['no agreement at all', [], ['NO_ACTIVE_AGREEMENT']],
    ['agreements that have ended', [{ ...all, active: false }], ['NO_ACTIVE_AGREEMENT']],
    ['no ECM program', [{ ...all, ecm: false }], ['NO_ECM_PROGRAM']],
    [
      'an ECM program that has ended',
      [
        { ...all, ecm: false },
        { ...all, active: false },
      ],
      ['NO_ECM_PROGRAM'],
    ],
    ['no client tracking', [{ ...all, tracking: false }], ['NO_CLIENT_TRACKING']],
    [
      'two agreements that have one half each',
      [
        { ...all, ecm: false },
        { ...all, tracking: false },
      ],
      ['NO_CLIENT_TRACKING'],
    ],
    [
      'an agreement that has neither',
      [{ active: true, ecm: false, tracking: false }],
      ['NO_ECM_PROGRAM', 'NO_CLIENT_TRACKING'],
    ],
    ['everything', [all], []],
  ])('[R6] is given for %s', async (_, agreements, expected) => {
    expect(await reasons(await organization(agreements))).toEqual(expected);
    const closed = await organization(agreements, true);
    expect(await reasons(closed)).toEqual(['CLOSED', ...expected]);
  });

  it('[R6] of an organization that does not exist is that alone', async () => {
    expect(await reasons('00000000-0000-7000-8000-000000000000')).toEqual(['NOT_FOUND']);
  });

  it('[R6] is a sentence in both languages', () => {
    for (const { EN, FR } of Object.values(ineligibilityTexts)) {
      expect(EN).toMatch(/^[A-Z].+\.$/);
      expect(FR).toMatch(/^[A-Z].+\.$/);
      expect(FR).not.toBe(EN);
    }
  });
});

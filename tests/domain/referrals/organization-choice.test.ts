import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { referralOrganizations } from '../../../src/domain/organizations/referral-organizations.ts';
import { addDays, programDay } from '../../../src/domain/program-day.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { OrganizationNotEligible } from '../../../src/domain/referrals/organization-choice.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { refusalOf } from '../../support/refusal.ts';

let house: House;
let manager: Actor;
let referralId: string;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);
const today = programDay(noon, 'America/Halifax');

beforeAll(async () => {
  house = await buildHouse();
  house.setNow(noon);
  manager = await house.actor('north.manager');
  const { id: caseId } = await openCase(house, 'north.manager');
  referralId = await addReferral(manager, house.platform, { caseId, type: 'INFORMATIONAL_WITHIN' });
});
afterAll(async () => await house.stop());

const inList = async (organizationId: string) =>
  (await house.database.organization.count({
    where: {
      AND: [
        { id: organizationId },
        referralOrganizations(manager, programDay(house.platform.now(), 'America/Halifax')),
      ],
    },
  })) > 0;

/** Whether the organization can be chosen; the list and the use case must say the same. */
async function canBeChosen(organizationId: string): Promise<boolean> {
  await updateReferral(manager, house.platform, { referralId, organizationId: null });
  const chosen = await updateReferral(manager, house.platform, { referralId, organizationId }).then(
    () => true,
    (refusal: unknown) => {
      expect(refusal).toBeInstanceOf(OrganizationNotEligible);
      return false;
    },
  );
  expect(await inList(organizationId)).toBe(chosen);
  return chosen;
}

/** A new organization with one agreement, which lacks nothing unless told. */
async function organization(
  agreement: Partial<Prisma.AgreementUncheckedCreateWithoutOrganizationInput>,
  programs = ['LSI-ENS'],
): Promise<string> {
  const name = `Organization ${await house.database.organization.count()}`;
  const known = await house.database.program.findMany({ where: { code: { in: programs } } });
  const { id } = await house.database.organization.create({
    data: {
      name,
      generalContactEmail: 'info@new.example',
      phone: '902-555-0199',
      addressLine1: '1 New Street',
      city: 'Halifax',
      postalCode: 'B3J 0A1',
      agreements: {
        create: {
          number: `OFA-${name}`,
          startsOn: addDays(today, -10),
          endsOn: addDays(today, 10),
          clientTracking: true,
          programs: { create: known.map(({ id: programId }) => ({ programId })) },
          ...agreement,
        },
      },
    },
  });
  return id;
}

describe('the list', () => {
  it('[R6] holds exactly the organizations that lack nothing, without one’s own', async () => {
    const names = async (actor: Actor) =>
      (
        await house.database.organization.findMany({
          where: referralOrganizations(actor, today),
          orderBy: { name: 'asc' },
        })
      ).map(({ name }) => name);
    const [valley, north, south] = [
      'Annapolis Valley Career Centre',
      'North Shore Employment Services',
      'South Shore Works Association',
    ];
    expect(await names(manager)).toEqual([valley, south]);
    expect(await names(await house.actor('south.manager'))).toEqual([valley, north]);
    expect(await names(await house.actor('expired.manager'))).toEqual([valley, north, south]);
  });

  it.each(['expired.manager', 'noecm.manager', 'untracked.manager', 'north.manager', 'ens.admin'])(
    '[R6] does not hold the organization of %s, and choosing it is refused',
    async (username) => {
      expect(await canBeChosen((await house.organizationOf(username)).id)).toBe(false);
    },
  );

  it('[R6] holds no organization that does not exist', async () => {
    expect(await canBeChosen('00000000-0000-7000-8000-000000000000')).toBe(false);
  });

  it.each([
    [
      'expired.manager',
      'NO_ACTIVE_AGREEMENT',
      'no agreement that is active today',
      'aucune entente en vigueur',
    ],
    ['noecm.manager', 'NO_ECM_PROGRAM', 'has an ECM program enabled', 'programme ECM activé'],
    ['untracked.manager', 'NO_CLIENT_TRACKING', 'does not have client tracking', 'suivi des clients'],
    ['north.manager', 'OWN_ORGANIZATION', 'your own organization', 'votre propre organisme'],
    ['ens.admin', 'NO_ACTIVE_AGREEMENT', 'no agreement that is active today', 'aucune entente en vigueur'],
  ])('[R6] says of the organization of %s: %s', async (username, reason, english, french) => {
    const { id: organizationId } = await house.organizationOf(username);
    const refusal = await refusalOf(updateReferral(manager, house.platform, { referralId, organizationId }));
    expect(refusal).toBeInstanceOf(OrganizationNotEligible);
    const { reasons, text } = refusal as OrganizationNotEligible;
    expect(reasons).toEqual([reason]);
    expect(text.EN).toContain(english);
    expect(text.FR).toContain(french);
  });
});

describe('the agreement', () => {
  it.each([
    ['starts tomorrow', 1, 10, false],
    ['starts today', 0, 10, true],
    ['started yesterday', -1, 10, true],
    ['is of today alone', 0, 0, true],
    ['ends tomorrow', -10, 1, true],
    ['ends today', -10, 0, true],
    ['ended yesterday', -10, -1, false],
  ] as const)('[R6] that %s (from %i to %i days) is active today: %s', async (_, starts, ends, active) => {
    const dates = { startsOn: addDays(today, starts), endsOn: addDays(today, ends) };
    expect(await canBeChosen(await organization(dates))).toBe(active);
  });

  it('[R6] is judged by the day in Halifax, which is hours behind UTC', async () => {
    const id = await organization({ endsOn: today });
    const lateEvening = new Date(`${addDays(today, 1).toISOString().slice(0, 10)}T02:30:00Z`);
    house.setNow(lateEvening);
    expect(await canBeChosen(id)).toBe(true);
    house.setNow(new Date(lateEvening.getTime() + 2 * 3_600_000));
    expect(await canBeChosen(id)).toBe(false);
    house.setNow(noon);
  });

  it('[R6] has to meet all conditions itself: two that meet one half each do not do', async () => {
    const id = await organization({ clientTracking: false });
    await house.database.agreement.create({
      data: {
        organizationId: id,
        number: 'OFA-half',
        startsOn: addDays(today, -10),
        endsOn: addDays(today, 10),
        clientTracking: true,
      },
    });
    expect(await canBeChosen(id)).toBe(false);
    await house.database.agreement.updateMany({
      where: { organizationId: id },
      data: { clientTracking: true },
    });
    expect(await canBeChosen(id)).toBe(true);
  });

  it('[R6] needs an ECM program among its programs', async () => {
    expect(await canBeChosen(await organization({}, ['SKILLS', 'YOUTH']))).toBe(false);
    expect(await canBeChosen(await organization({}, ['SKILLS', 'LSI-ENS']))).toBe(true);
  });
});

it('[R6] a closed organization cannot be chosen', async () => {
  const id = await organization({});
  expect(await canBeChosen(id)).toBe(true);
  await house.database.organization.update({ where: { id }, data: { closedAt: noon } });
  expect(await canBeChosen(id)).toBe(false);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { changeCaseStatus } from '../../../src/domain/casework/change-case-status.ts';
import { checkImport } from '../../../src/domain/casework/import/check-import.ts';
import { writeImport } from '../../../src/domain/casework/import/write-import.ts';
import { openCase } from '../../../src/domain/casework/open-case.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { OrganizationHasOpenCases } from '../../../src/domain/network/organization-has-open-cases.ts';
import { updateAgreement } from '../../../src/domain/network/update-agreement.ts';
import { updateOffice } from '../../../src/domain/network/update-office.ts';
import { updateOrganization } from '../../../src/domain/network/update-organization.ts';
import { updateServiceDeliveryLocation } from '../../../src/domain/network/update-service-delivery-location.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { moveCase } from '../../../src/domain/transfers/caseload/move-case.ts';
import { actionPlans, beginCaseload, hire, openCaseload } from '../../support/caseloads.ts';
import { openCase as newCase } from '../../support/cases.ts';
import { caseWish } from '../../support/casework.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { type MadeOrganization, makeOrganization } from '../../support/organizations.ts';
import { race } from '../../support/racing.ts';
import { completeDraft } from '../../support/referrals.ts';
import { goodChoices, transferByNetwork } from '../../support/transfers.ts';

/** An organization without open cases, with one office, agreement and location; its case manager; a closed case of its own. */
type Scene = MadeOrganization & {
  actor: Actor;
  locationId: string;
  closedCase: { id: string; personId: string };
};
type Attempt = () => Promise<unknown>;

let house: House;
let ens: Actor;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  north = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

let made = 0;
async function newScene(): Promise<Scene> {
  made += 1;
  const organization = await makeOrganization(house.database, `closing${made}`);
  const { id: organizationId, officeId, agreementId, staffId: caseManagerId } = organization;
  const place = { addressLine1: '1 Main Street', city: 'Truro', postalCode: 'B2N 1A1' };
  const { id: locationId } = await house.database.serviceDeliveryLocation.create({
    data: { organizationId, name: 'Front Desk', ...place },
  });
  const actor = await house.actor(organization.username);
  const { programId } = await caseWish(house, actor);
  const { id, personId } = await newCase(house, 'north.manager', { status: 'CLOSED' });
  const under = { organizationId, officeId, agreementId, caseManagerId, programId };
  const data = { ...under, serviceDeliveryLocationId: locationId };
  await house.database.case.update({ where: { id }, data });
  return { ...organization, actor, locationId, closedCase: { id, personId } };
}

const closing: Record<string, (scene: Scene) => Promise<unknown>> = {
  'the organization': ({ id: organizationId }) =>
    updateOrganization(ens, house.platform, { organizationId, closed: true }),
  'the office': ({ officeId }) => updateOffice(ens, house.platform, { officeId, closed: true }),
  'the location': ({ locationId: serviceDeliveryLocationId }) =>
    updateServiceDeliveryLocation(ens, house.platform, { serviceDeliveryLocationId, closed: true }),
  'the agreement': ({ agreementId }) =>
    updateAgreement(ens, house.platform, { agreementId, endsOn: new Date('2020-12-31') }),
};

/** Each is made ready, and then tries to put something under the organization. */
const putting: Record<string, (scene: Scene) => Promise<Attempt>> = {
  openCase: async ({ actor, closedCase: { personId } }) => {
    const wish = await caseWish(house, actor);
    return () => openCase(actor, house.platform, { ...wish, personId });
  },
  'changeCaseStatus that reopens a case': async ({ actor, closedCase: { id: caseId } }) => {
    const wish = { caseId, status: 'INTAKE' as const, reason: 'Came back.', confirm: true };
    return () => changeCaseStatus(actor, house.platform, wish);
  },
  transferCase: async ({ actor }) => {
    const { id } = await newCase(house, 'north.manager');
    const choices = await goodChoices(house, actor);
    return () => transferByNetwork(house, id, actor, choices);
  },
  'a case of transferCaseload': async ({ actor }) => {
    const from = await hire(house.database, 'north.manager');
    const [caseId = ''] = await openCaseload(house.database, from, actionPlans(1));
    const item = { caseloadTransferId: await beginCaseload(house, ens, from, actor), caseId };
    return async () => {
      await moveCase(house.platform, item);
      const done = await house.database.caseloadTransferItem.findUniqueOrThrow({
        where: { caseloadTransferId_caseId: item },
      });
      if (done.status !== 'MOVED') throw new OrganizationHasOpenCases([]);
    };
  },
  submitReferral: async ({ username }) => {
    const { id: caseId } = await newCase(house, 'north.manager');
    const referralId = await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER', to: username });
    return () => submitReferral(north, house.platform, { referralId, confirm: true });
  },
  'the import': async ({ id: organizationId, username, agreementId, actor }) => {
    const { number } = await house.database.agreement.findUniqueOrThrow({ where: { id: agreementId } });
    const { programId } = await caseWish(house, actor);
    const { code } = await house.database.program.findUniqueOrThrow({ where: { id: programId } });
    const cells = {
      ...{ reference: 'R1', givenName: 'Wynn', familyName: 'Testerly', birthDate: '1991-01-01' },
      ...{
        program: code,
        office: 'Office',
        caseManager: username,
        agreement: number,
        openedOn: '2026-01-05',
      },
    };
    const now = house.platform.now();
    const moment = { now, day: programDay(now, house.platform.timeZone) };
    const lines = [{ line: 2, cells }];
    const { ready, problems } = await checkImport(house.database, { organizationId, lines, moment });
    expect(problems).toEqual([]);
    return () => writeImport(house.platform, { organizationId, ready });
  },
};

/** What stays under a closed office, location or agreement, or has nothing to do with it, goes on. */
const unconcerned = [
  'changeCaseStatus that reopens a case × the office',
  'changeCaseStatus that reopens a case × the location',
  'changeCaseStatus that reopens a case × the agreement',
  'submitReferral × the office',
  'submitReferral × the location',
];
const pairs = Object.keys(putting)
  .flatMap((what) => Object.keys(closing).map((where) => [what, where] as const))
  .filter(([what, where]) => !unconcerned.includes(`${what} × ${where}`));

describe.each(pairs)('%s and closing %s at the same moment', (what, where) => {
  async function inOrder(scene: Scene, attempts: Attempt[]) {
    const [first, second] = await race(
      house.url,
      { organizationId: scene.id },
      attempts,
      'ONE_AFTER_THE_OTHER',
    );
    if (first === undefined || second === undefined) throw new Error('two were tried');
    return { first, second };
  }
  const openCases = (organizationId: string) =>
    house.database.case.count({ where: { organizationId, status: { not: 'CLOSED' } } });

  it('[R29] [D12] the closing first: the other is refused, and nothing is put there', async () => {
    const scene = await newScene();
    const put = await putting[what]?.(scene);
    const { first, second } = await inOrder(scene, [
      async () => await closing[where]?.(scene),
      async () => await put?.(),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Refusal) });
    expect(await openCases(scene.id)).toBe(0);
  });

  it('[R29] [D12] the closing second: it finds what was put there', async () => {
    const scene = await newScene();
    const put = await putting[what]?.(scene);
    const { first, second } = await inOrder(scene, [
      async () => await put?.(),
      async () => await closing[where]?.(scene),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled' });
    const refused = where === 'the organization' && what !== 'submitReferral';
    if (refused) expect(second).toMatchObject({ reason: expect.any(OrganizationHasOpenCases) });
    else expect(second.status).toBe('fulfilled');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { CaseNotTransferable } from '../../../src/domain/cases/status.ts';
import { ConfirmationRequired, NotFound } from '../../../src/domain/errors.ts';
import { OrganizationNotEligible } from '../../../src/domain/referrals/organization-choice.ts';
import { CaseAlreadyTransferred } from '../../../src/domain/transfers/case-already-transferred.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';
import { goodChoices, transferByNetwork } from '../../support/transfers.ts';
import { manages, whoSees } from '../../support/who-sees.ts';

let house: House;
let ens: Actor;
let north: Actor;
let south: Actor;
let opened: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  opened = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const toSouth = (changes: Parameters<typeof transferByNetwork>[3] = {}) =>
  transferByNetwork(house, opened.id, south, changes);
const receipts = () => house.database.caseTransfer.findMany({ where: { caseId: opened.id } });

const refusal = (attempt: () => Promise<unknown>) => refusalWithoutChange(house.database, attempt);

describe('Employment Nova Scotia', () => {
  it('[D5] transfers a case that nobody has referred, and the receipt keeps its reason', async () => {
    const { updatedAt: _, person: __, version, ...before } = opened;
    const choices = await goodChoices(house, south);
    await toSouth({ reason: '  The office has closed.\r\nSee the notice. ' });
    const { organizationId } = south;
    const moved = { ...before, ...choices, organizationId, version: version + 1 };
    expect(await house.database.case.findUnique({ where: { id: opened.id } })).toMatchObject(moved);
    expect(await whoSees(house, opened)).toEqual({ 'ens.admin': manages, 'south.manager': manages });
    expect(await receipts()).toMatchObject([
      {
        referralId: null,
        reason: 'The office has closed.\nSee the notice.',
        fromOrganizationId: north.organizationId,
        toOrganizationId: south.organizationId,
        completedById: ens.staffId,
      },
    ]);
  });

  it('[D5] completes by it the newest open Case Transfer referral to that organization; others end as superseded', async () => {
    const refer = (to: string) => submitted(house, north, { caseId: opened.id, type: 'CASE_TRANSFER', to });
    const [older, newer, other] = [
      await refer('south.manager'),
      await refer('south.manager'),
      await refer('valley.manager'),
    ];
    await toSouth();
    expect(await receipts()).toMatchObject([{ referralId: newer, reason: 'The office has closed.' }]);
    const ends = await house.database.referralAccess.findMany({
      where: { caseId: opened.id },
      orderBy: { beganAt: 'asc' },
    });
    expect(ends.map(({ referralId, endCause }) => [referralId, endCause])).toEqual([
      [older, 'SUPERSEDED'],
      [newer, 'TRANSFERRED'],
      [other, 'SUPERSEDED'],
    ]);
  });

  it('[R33] [R34] has both case managers told, in its name', async () => {
    await toSouth();
    const where = { caseId: opened.id };
    expect(await house.database.homepageTask.findMany({ where, orderBy: { type: 'asc' } })).toMatchObject([
      { type: 'CASE_RECEIVED', assigneeId: south.staffId, createdById: ens.staffId },
      { type: 'CASE_TRANSFERRED', assigneeId: north.staffId, createdById: ens.staffId },
    ]);
    expect(await house.database.caseNotification.count({ where })).toBe(1);
    expect(
      await house.database.auditEvent.findFirst({ where: { ...where, action: 'case.transfer' } }),
    ).toMatchObject({ actorId: ens.staffId, actorOrganizationId: ens.organizationId, details: ['reason'] });
  });

  it('[D5] is asked with the name of the organization, and nothing changes before it confirms', async () => {
    const asked = await refusal(() => toSouth({ confirm: false }));
    expect(asked).toBeInstanceOf(ConfirmationRequired);
    const { name } = await house.organizationOf('south.manager');
    expect((asked as ConfirmationRequired).text.EN).toContain(`assign the case to ${name}.\n\nDo you wish`);
    expect((asked as ConfirmationRequired).text.FR).toContain(`à l’organisme ${name}.\n\nVoulez-vous`);
  });

  it('[D5] must say to which organization and why, so that something can be read', async () => {
    for (const reason of [
      undefined,
      null,
      '',
      ' \n ',
      '\u3164\u200b',
      'x'.repeat(1_001),
      'a\0b',
      'a\ud800',
    ]) {
      expect(await fieldsRefused(toSouth({ reason })), JSON.stringify(reason)).toEqual(['reason']);
    }
    for (const organizationId of [undefined, null]) {
      expect(await fieldsRefused(toSouth({ organizationId }))).toEqual(['organizationId']);
      expect(await fieldsRefused(toSouth({ organizationId, reason: '' }))).toEqual([
        'organizationId',
        'reason',
      ]);
    }
    await toSouth({ reason: 'x'.repeat(1_000) });
  });

  it('[D5] [R29] chooses among what that organization has, and all that is wrong is named at once', async () => {
    const ofNorth = await goodChoices(house, north);
    expect(await fieldsRefused(toSouth({ ...ofNorth, reason: '' }))).toEqual([
      'reason',
      'officeId',
      'caseManagerId',
      'agreementId',
      'serviceDeliveryLocationId',
    ]);
  });

  it.each([
    ['expired.manager', 'NO_ACTIVE_AGREEMENT'],
    ['noecm.manager', 'NO_ECM_PROGRAM'],
    ['untracked.manager', 'NO_CLIENT_TRACKING'],
    ['ens.admin', 'OWN_ORGANIZATION'],
  ])('[D12] transfers nothing to the organization of %s', async (username, reason) => {
    const { id: organizationId } = await house.organizationOf(username);
    const refused = await refusal(() => toSouth({ organizationId }));
    expect(refused).toBeInstanceOf(OrganizationNotEligible);
    expect((refused as OrganizationNotEligible).reasons).toContain(reason);
    expect((refused as OrganizationNotEligible).text.EN).toMatch(
      /cannot take over cases today.*transferOptions\.$/,
    );
  });

  it('[D12] transfers nothing to an organization that is closed, or that does not exist', async () => {
    const where = { id: south.organizationId };
    await house.database.organization.update({ where, data: { closedAt: house.platform.now() } });
    expect(await refusal(() => toSouth())).toMatchObject({ reasons: ['CLOSED'] });
    await house.database.organization.update({ where, data: { closedAt: null } });
    const organizationId = '00000000-0000-7000-8000-000000000000';
    expect(await refusal(() => toSouth({ organizationId }))).toMatchObject({ reasons: ['NOT_FOUND'] });
  });

  it('[R31] transfers nothing in Follow up and Closed either', async () => {
    for (const status of ['FOLLOW_UP', 'CLOSED'] as const) {
      const { id } = await openCase(house, 'north.manager', { status });
      const refused = await refusal(() => transferByNetwork(house, id, south));
      expect(refused, status).toBeInstanceOf(CaseNotTransferable);
    }
  });

  it('[D9] is told that the organization manages the case already', async () => {
    await toSouth();
    const refused = await refusal(() => toSouth());
    expect(refused).toBeInstanceOf(CaseAlreadyTransferred);
    expect((refused as CaseAlreadyTransferred).text.EN).toMatch(
      /^This organization manages the case already/,
    );
  });

  it('[D5] finds no case that does not exist', async () => {
    const caseId = '00000000-0000-7000-8000-000000000000';
    expect(await refusal(() => toSouth({ caseId }))).toBeInstanceOf(NotFound);
  });
});

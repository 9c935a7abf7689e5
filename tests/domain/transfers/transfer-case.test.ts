import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { CaseNotTransferable } from '../../../src/domain/cases/status.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { addDays } from '../../../src/domain/program-day.ts';
import { CaseAlreadyTransferred } from '../../../src/domain/transfers/case-already-transferred.ts';
import { transferCase } from '../../../src/domain/transfers/transfer-case.ts';
import { CaseStatus } from '../../../src/generated/prisma/enums.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { goodChoices, transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let valley: Actor;
let referred: OpenedCase;
let referralId: string;
const noon = new Date(`${new Date().toISOString().slice(0, 10)}T16:00:00Z`);

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  valley = await house.actor('valley.manager');
});
beforeEach(async () => {
  house.setNow(noon);
  referred = await openCase(house, 'north.manager');
  referralId = await refer('south.manager');
});
afterAll(async () => await house.stop());

const refer = (to: string) => submitted(house, north, { caseId: referred.id, type: 'CASE_TRANSFER', to });
const load = () => house.database.case.findUniqueOrThrow({ where: { id: referred.id } });

describe('confirmation', () => {
  it('[R30] is asked for, and without it nothing changes', async () => {
    const before = await snapshot(house.database);
    const choices = await goodChoices(house, south);
    const refusal = await refusalOf(
      transferCase(south, house.platform, { ...choices, caseId: referred.id, confirm: false }),
    );
    expect(refusal).toBeInstanceOf(ConfirmationRequired);
    expect((refusal as ConfirmationRequired).text.EN).toMatch(
      /complete the transfer.*\n\nDo you wish to proceed\?$/,
    );
    expect((refusal as ConfirmationRequired).text.FR).toMatch(/transfert.*\n\nVoulez-vous continuer\?$/);
    expect(await snapshot(house.database)).toEqual(before);
  });
});

describe('the case', () => {
  it('[R30] is assigned to the chosen case manager, office, agreement and location', async () => {
    const colleague = await house.actor('south.manager2');
    const choices = { ...(await goodChoices(house, south)), caseManagerId: colleague.staffId };
    const { updatedAt: _, version, ...before } = await load();
    await transfer(house, south, referred.id, choices);
    const { updatedAt: __, ...after } = await load();
    const { organizationId } = south;
    expect(after).toEqual({ ...before, ...choices, organizationId, version: version + 1 });
  });

  it('[D13] keeps its number and its client', async () => {
    const { number, personId } = referred;
    await transfer(house, south, referred.id);
    expect(await load()).toMatchObject({ number, personId });
  });

  it('[R31] is not transferred in Follow up and Closed', async () => {
    const refused: string[] = [];
    for (const status of Object.values(CaseStatus)) {
      const { id } = await openCase(house, 'north.manager');
      await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER' });
      const closedOn = status === 'CLOSED' ? noon : null;
      await house.database.case.update({ where: { id }, data: { status, closedOn } });
      const before = await snapshot(house.database);
      await transfer(house, south, id).catch(async (refusal: unknown) => {
        expect(refusal).toBeInstanceOf(CaseNotTransferable);
        expect(await snapshot(house.database)).toEqual(before);
        refused.push(status);
      });
    }
    expect(refused).toEqual(['FOLLOW_UP', 'CLOSED']);
  });
});

describe('the receipt', () => {
  it('[D7] says when, from whom, to whom and by whom', async () => {
    const administrator = await house.actor('south.admin');
    const { caseManagerId: _, ...choices } = await goodChoices(house, south);
    const completedAt = addDays(noon, 3);
    house.setNow(completedAt);
    await transfer(house, administrator, referred.id, { ...choices, caseManagerId: south.staffId });
    const receipts = await house.database.caseTransfer.findMany({ where: { caseId: referred.id } });
    expect(receipts).toEqual([
      {
        id: expect.any(String),
        caseId: referred.id,
        referralId,
        reason: null,
        fromOrganizationId: north.organizationId,
        fromCaseManagerId: north.staffId,
        toOrganizationId: south.organizationId,
        toOfficeId: choices.officeId,
        toCaseManagerId: south.staffId,
        toAgreementId: choices.agreementId,
        toServiceDeliveryLocationId: choices.serviceDeliveryLocationId,
        completedById: administrator.staffId,
        completedAt,
      },
    ]);
  });
});

describe('who', () => {
  it('[R28] is anyone of the receiving organization who works on cases', async () => {
    for (const username of ['south.manager2', 'south.admin']) {
      const { id } = await openCase(house, 'north.manager');
      await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER' });
      const choices = { caseManagerId: south.staffId };
      await expect(transfer(house, await house.actor(username), id, choices)).resolves.toBeUndefined();
    }
    const reader = ['READ_CASES', 'CREATE_REFERRALS'] as const;
    for (const [role, ...scopes] of [['AUDITOR'], ['INTEGRATION', ...reader]] as const) {
      const refused = transfer(house, { ...south, roles: [role], scopes }, referred.id);
      await expect(refused, role).rejects.toBeInstanceOf(NotAllowed);
    }
    // To who sees no cases it does not exist.
    for (const role of ['INTEGRATION', 'ENS_ADMINISTRATOR'] as const) {
      const refused = transfer(house, { ...south, roles: [role] }, referred.id);
      await expect(refused, role).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('[D5] is nobody without an open Case Transfer referral: to them the case does not exist', async () => {
    const before = await snapshot(house.database);
    for (const actor of [valley, await house.actor('valley.admin')]) {
      await expect(transfer(house, actor, referred.id)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[D5] is nobody whose referral is a draft still, or only for information', async () => {
    const wanted = { caseId: referred.id, to: 'valley.manager' };
    await completeDraft(house, north, { ...wanted, type: 'CASE_TRANSFER' });
    await submitted(house, north, { ...wanted, type: 'INFORMATIONAL_WITHIN' });
    await expect(transfer(house, valley, referred.id)).rejects.toBeInstanceOf(NotFound);
  });

  it('[D8] is nobody once the 90 days are over', async () => {
    house.setNow(addDays(noon, 90));
    await expect(transfer(house, south, referred.id)).rejects.toBeInstanceOf(NotFound);
    house.setNow(new Date(addDays(noon, 90).getTime() - 1));
    await expect(transfer(house, south, referred.id)).resolves.toBeUndefined();
  });

  it('[D12] is nobody whose organization has lost client tracking', async () => {
    const where = { number: 'OFA-207358' };
    await house.database.agreement.update({ where, data: { clientTracking: false } });
    await expect(transfer(house, south, referred.id)).rejects.toBeInstanceOf(NotFound);
    await house.database.agreement.update({ where, data: { clientTracking: true } });
  });

  it('[R28] is not the sender, who manages the case already', async () => {
    await expect(transfer(house, north, referred.id)).rejects.toBeInstanceOf(CaseAlreadyTransferred);
  });
});

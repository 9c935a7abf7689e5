import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { transferCase } from '../../../src/domain/transfers/transfer-case.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalWithoutChange } from '../../support/refusal.ts';
import { goodChoices, transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let opened: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  opened = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const receipts = () => house.database.caseTransfer.findMany({ where: { caseId: opened.id } });

const refusal = (attempt: () => Promise<unknown>) => refusalWithoutChange(house.database, attempt);

describe('nobody but Employment Nova Scotia', () => {
  it('[D5] transfers a case to another organization than their own', async () => {
    await submitted(house, north, { caseId: opened.id, type: 'CASE_TRANSFER' });
    const { organizationId } = await house.actor('valley.manager');
    for (const actor of [south, await house.actor('south.admin'), north, await house.actor('north.admin')]) {
      const attempt = () => transfer(house, actor, opened.id, { organizationId });
      expect(await refusal(attempt), actor.username).toBeInstanceOf(NotAllowed);
    }
  });

  it('[D5] transfers a case that was not referred to them, for whatever reason', async () => {
    for (const username of ['valley.manager', 'valley.admin', 'auditor']) {
      const actor = await house.actor(username);
      const input = { ...(await goodChoices(house, south)), caseId: opened.id, confirm: true };
      const wish = { organizationId: south.organizationId, reason: 'It suits.' };
      const attempt = () => transferCase(actor, house.platform, { ...input, ...wish });
      expect(await refusal(attempt), username).toBeInstanceOf(NotFound);
    }
  });

  it('[D5] gives a reason', async () => {
    await submitted(house, north, { caseId: opened.id, type: 'CASE_TRANSFER' });
    expect(await fieldsRefused(transfer(house, south, opened.id, { reason: 'It suits.' }))).toEqual([
      'reason',
    ]);
    await transfer(house, south, opened.id, { organizationId: south.organizationId, reason: null });
    expect(await receipts()).toMatchObject([{ reason: null }]);
  });

  it('[D5] has that power by the role alone, where it is not held at Employment Nova Scotia', async () => {
    const pretender: Actor = { ...south, roles: ['ENS_ADMINISTRATOR', 'CASE_MANAGER'] };
    const input = { ...(await goodChoices(house, south)), caseId: opened.id, confirm: true };
    const attempt = () => transferCase(pretender, house.platform, { ...input, reason: 'It suits.' });
    expect(await refusal(attempt)).toBeInstanceOf(NotFound);
  });
});

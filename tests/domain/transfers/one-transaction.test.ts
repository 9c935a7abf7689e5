import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { addReferralDocument } from '../../../src/domain/referrals/add-referral-document.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { snapshot } from '../../support/snapshot.ts';
import { transfer, transferByNetwork } from '../../support/transfers.ts';

let house: House;
let south: Actor;
let opened: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  const north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  opened = await openCase(house, 'north.manager');
  const { id: caseId } = opened;
  await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
  await submitted(house, north, { caseId, type: 'CASE_TRANSFER', to: 'valley.manager' });
  const referralId = await completeDraft(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' });
  await addReferralDocument(north, house.platform, { referralId, file: file('plan.pdf', pdf()) });
  await house.database.$executeRaw`
    CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken off'; END $$`;
});
afterAll(async () => await house.stop());

/** Does something while nobody can write to a table. */
async function whileBroken(table: string, attempt: () => Promise<unknown>): Promise<void> {
  const on = `ON ${table}`;
  await house.database.$executeRawUnsafe(
    `CREATE TRIGGER break_off BEFORE INSERT OR UPDATE OR DELETE ${on} FOR EACH ROW EXECUTE FUNCTION break_off()`,
  );
  try {
    await attempt();
  } finally {
    await house.database.$executeRawUnsafe(`DROP TRIGGER break_off ${on}`);
  }
}

it.each([
  '"Case"',
  '"CaseTransfer"',
  '"ReferralAccess"',
  '"Referral"',
  'pgboss.job_common',
  '"HomepageTask"',
  '"CaseNotification"',
  '"AuditEvent"',
])('[D6] [R30] a transfer that breaks off at %s has changed nothing, whoever makes it', async (table) => {
  const before = await snapshot(house.database);
  await whileBroken(table, async () => {
    for (const attempt of [
      () => transfer(house, south, opened.id),
      () => transferByNetwork(house, opened.id, south),
    ]) {
      const error = await refusalOf(attempt());
      expect(error).not.toBeInstanceOf(Refusal);
      expect(String(error)).toContain('broken off');
    }
  });
  expect(await snapshot(house.database)).toEqual(before);
});

it('[R30] a transfer that breaks off can be made again', async () => {
  await whileBroken('"AuditEvent"', () => refusalOf(transfer(house, south, opened.id)));
  await expect(transfer(house, south, opened.id)).resolves.toBeUndefined();
});

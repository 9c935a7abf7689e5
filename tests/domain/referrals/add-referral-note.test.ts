import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { addReferralNote } from '../../../src/domain/referrals/add-referral-note.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { fieldsRefused } from '../../support/refusal.ts';

let house: House;
let north: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  ({ id: caseId } = await openCase(house, 'north.manager'));
});
afterAll(async () => await house.stop());

const aDraft = async () => await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER' });
const add = async (referralId: string, text: string, actor = north) =>
  await addReferralNote(actor, house.platform, { referralId, text });
const textsOf = async (referralId: string) =>
  (await house.database.referralNote.findMany({ where: { referralId } })).map(({ text }) => text);

describe('a note', () => {
  it('[R13] is added to a draft, with its author and the time', async () => {
    const referralId = await aDraft();
    const now = new Date();
    house.setNow(now);
    const id = await add(referralId, 'Prefers mornings');
    expect(await house.database.referralNote.findUnique({ where: { id } })).toMatchObject({
      referralId,
      text: 'Prefers mornings',
      authorId: north.staffId,
      createdAt: now,
    });
  });

  it('[D11] [R17] is added after submit too, and leaves the locked referral as it was', async () => {
    const id = await submitted(house, north, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
    const before = await house.database.referral.findUnique({ where: { id } });
    await add(id, 'They called back');
    expect(await textsOf(id)).toEqual(['They called back']);
    expect(await house.database.referral.findUnique({ where: { id } })).toEqual(before);
  });

  it('[R13] keeps its line breaks, in one form, and loses the space around it', async () => {
    const referralId = await aDraft();
    await add(referralId, '  \r\n one\r\n\ttwo\rthree\n \n');
    expect(await textsOf(referralId)).toEqual(['one\n\ttwo\nthree']);
  });

  it('[R13] has from 1 to 5,000 characters, something to see, and no control characters', async () => {
    const referralId = await aDraft();
    for (const text of [
      ...['', ' \r\n\t', '\u200b', '\u3164', '\u2800'],
      ...['a'.repeat(5_001), 'a\u001bb', 'a\u0085b', 'a\ud800b'],
    ]) {
      expect(await fieldsRefused(add(referralId, text))).toEqual(['text']);
    }
    expect(await textsOf(referralId)).toEqual([]);
    await add(referralId, ` ${'é'.repeat(5_000)} `);
    expect(await textsOf(referralId)).toEqual(['é'.repeat(5_000)]);
  });

  it('[R13] is for those who work on the case: to others the referral does not exist, and readers may not', async () => {
    const referralId = await aDraft();
    for (const username of ['south.manager', 'auditor']) {
      await expect(add(referralId, 'x', await house.actor(username))).rejects.toThrow(NotFound);
    }
    for (const actor of [{ ...north, roles: ['AUDITOR' as const] }, await house.actor('ens.admin')]) {
      await expect(add(referralId, 'x', actor)).rejects.toThrow(NotAllowed);
    }
    expect(await textsOf(referralId)).toEqual([]);
  });

  it('[D14] is on record by its id, without a word of it', async () => {
    const referralId = await aDraft();
    const id = await add(referralId, 'Wynn prefers mornings');
    const [event] = await house.database.auditEvent.findMany({ where: { entityId: id } });
    expect(event).toMatchObject({
      action: 'referral.note.add',
      entityType: 'ReferralNote',
      actorId: north.staffId,
      caseId,
      details: [`Referral:${referralId}`],
    });
    expect(JSON.stringify(event)).not.toContain('mornings');
  });

  it('[R18] goes with its draft', async () => {
    const referralId = await aDraft();
    await add(referralId, 'x');
    await cancelReferral(north, house.platform, { referralId, confirm: true });
    expect(await textsOf(referralId)).toEqual([]);
  });
});

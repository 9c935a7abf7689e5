import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { composeLetter } from '../../../src/domain/correspondence/letter-content.ts';
import { submittedLetter } from '../../../src/domain/correspondence/letter-pdf.ts';
import { UnprintableCharacters } from '../../../src/domain/correspondence/printable-letter.ts';
import { sampleDay, sampleReferral } from '../../../src/domain/correspondence/sample-referral.ts';
import { referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { readPdf } from '../../documents/letter/read-pdf.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';

let house: House;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

const draftTo = async (contactName: string): Promise<string> => {
  const { id: caseId } = await openCase(house, 'north.manager');
  const referralId = await completeDraft(house, north, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
  await updateReferral(north, house.platform, { referralId, contactName });
  return referralId;
};
const submit = (referralId: string): Promise<void> =>
  submitReferral(north, house.platform, { referralId, confirm: true, acknowledgeDuplicate: true });
const statusOf = async (id: string) =>
  (await house.database.referral.findUniqueOrThrow({ where: { id } })).status;

describe('the names in a letter', () => {
  it('[R22] are parted from the sentence that they stand in, where they are written from right to left', () => {
    const texts = { letterTitle: 'Referral', letterBody: 'To {{contactName}} (12): {{clientName}}.' };
    const referral = { ...sampleReferral('CASE_TRANSFER', 'EN'), contactName: 'שרה כהן' };
    expect(composeLetter(texts, referral, sampleDay).paragraphs).toEqual([
      'To \u2068שרה כהן\u2069 (12): Zoé Kɨtpu Sample.',
    ]);
  });

  it('[R14] [R22] are printed in whatever script, in the preview and after submit', async () => {
    const referralId = await draftTo('محمد 王小明');
    const promised = await referralLetter(north, house.platform, referralId);
    expect((await readPdf(promised?.pdf ?? new Uint8Array())).pages[0]).toMatch(/محمد.*王小明|王小明.*محمد/);
    await submit(referralId);
    expect((await submittedLetter(house.platform, referralId)).sha256).toBe(promised?.sha256);
  });

  it('[R14] [R22] are refused at submit where a character cannot be printed, which the preview shows', async () => {
    const referralId = await draftTo('Ms. Smile 😀');
    const preview = await referralLetter(north, house.platform, referralId);
    expect((await readPdf(preview?.pdf ?? new Uint8Array())).pages[0]).toContain('Ms. Smile \ufffd');
    await expect(submit(referralId)).rejects.toThrow(UnprintableCharacters);
    expect(await statusOf(referralId)).toBe('DRAFT');
    await updateReferral(north, house.platform, { referralId, contactName: 'Ms. Smile' });
    await submit(referralId);
    expect(await statusOf(referralId)).toBe('SUBMITTED');
  });
});

describe('the bytes of a letter', () => {
  it('[B2] are recorded with the time at which they were made', async () => {
    const referralId = await draftTo('Ms. Sample');
    await submit(referralId);
    const moment = new Date('2031-02-03T04:05:06Z');
    house.setNow(moment);
    await submittedLetter(house.platform, referralId);
    house.setNow(null);
    const { renderedAt } = await house.database.letter.findUniqueOrThrow({ where: { referralId } });
    expect(renderedAt).toEqual(moment);
  });
});

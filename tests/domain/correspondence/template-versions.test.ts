import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { submittedLetter } from '../../../src/domain/correspondence/letter-pdf.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { referralLetter } from '../../../src/domain/referrals/referral-letter.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { readPdf } from '../../documents/letter/read-pdf.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { newestTemplate, publish, textsWith } from '../../support/templates.ts';

let house: House;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
afterAll(async () => await house.stop());

const type = 'INFORMATIONAL_OUTSIDE';
const draft = async () => {
  const { id: caseId } = await openCase(house, 'north.manager');
  return await completeDraft(house, north, { caseId, type });
};
const submit = (referralId: string) => submitReferral(north, house.platform, { referralId, confirm: true });
const texts = (id: string) =>
  house.database.referral.findUniqueOrThrow({
    where: { id },
    select: { emailSubject: true, emailContent: true, templateVersion: { select: { number: true } } },
  });
const preview = async (id: string) => {
  const letter = await referralLetter(north, house.platform, id);
  if (letter === null) throw new Error('There is no letter');
  return letter;
};
const wordsOf = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.join(' ');

describe('a version that is published', () => {
  it('[R9] [R22] gives its texts and its letter to the drafts that choose the template from then on', async () => {
    await publish(house, type, textsWith('Fresh'));
    const id = await draft();
    expect(await texts(id)).toMatchObject({
      emailSubject: 'Fresh subject EN',
      emailContent: 'Fresh content EN',
    });
    expect(await wordsOf((await preview(id)).pdf)).toContain('Fresh letter EN about Wynn Testerly.');
    await updateReferral(north, house.platform, { referralId: id, language: 'FR' });
    expect(await texts(id)).toMatchObject({ emailSubject: 'Fresh subject FR' });
    expect(await wordsOf((await preview(id)).pdf)).toContain('Fresh letter FR about Wynn Testerly.');
  });

  it('[R22] leaves a submitted referral its version, and its letter byte for byte, rendered before or after', async () => {
    const rendered = await draft();
    const waiting = await draft();
    const promised = await preview(waiting);
    for (const id of [rendered, waiting]) await submit(id);
    const before = await submittedLetter(house.platform, rendered);
    const said = await texts(rendered);
    await publish(house, type, textsWith('Later'));
    expect(await submittedLetter(house.platform, rendered)).toEqual(before);
    expect((await submittedLetter(house.platform, waiting)).sha256).toBe(promised.sha256);
    expect(await texts(rendered)).toEqual(said);
  });

  it('[R14] [R22] leaves a draft its texts and its preview, and that letter is the one submitted', async () => {
    const id = await draft();
    const promised = await preview(id);
    const said = await texts(id);
    await publish(house, type, textsWith('Afterwards'));
    expect((await preview(id)).sha256).toBe(promised.sha256);
    await updateReferral(north, house.platform, { referralId: id, contactName: 'Mr. Sample' });
    await submit(id);
    expect((await submittedLetter(house.platform, id)).sha256).toBe(promised.sha256);
    expect(await texts(id)).toEqual(said);
  });

  it('[R9] [R10] reaches a draft that has an earlier one when its template or its language is chosen anew', async () => {
    const { templateId, version } = await newestTemplate(house.database, type);
    const [byTemplate, byLanguage] = [await draft(), await draft()];
    await publish(house, type, textsWith('Anew'));
    const update = (referralId: string, change: object) =>
      updateReferral(north, house.platform, { referralId, ...change });
    await update(byTemplate, { templateId: null });
    await update(byTemplate, { templateId });
    await update(byLanguage, { language: 'FR' });
    const templateVersion = { number: version + 1 };
    expect(await texts(byTemplate)).toMatchObject({ emailSubject: 'Anew subject EN', templateVersion });
    expect(await texts(byLanguage)).toMatchObject({ emailSubject: 'Anew subject FR', templateVersion });
  });
});

describe('a second template of a type', () => {
  it('[R8] can be chosen beside the first, and has a letter of its own', async () => {
    const templateId = await publish(house, type, textsWith('Second'), 'new template');
    const { id: caseId } = await openCase(house, 'north.manager');
    const id = await addReferral(north, house.platform, { caseId, type });
    expect(await referralLetter(north, house.platform, id)).toBeNull();
    await updateReferral(north, house.platform, { referralId: id, templateId });
    expect(await texts(id)).toMatchObject({ emailSubject: 'Second subject EN' });
    expect(await wordsOf((await preview(id)).pdf)).toContain('Second letter EN');
  });

  it('[R9] takes texts as long as templates may be, which stay editable', async () => {
    const longest = textsWith('Longest');
    longest.EN.emailSubject = 'S'.repeat(250);
    longest.EN.emailContent = 'Content\n'.repeat(1_250);
    const templateId = await publish(house, type, longest, 'new template');
    const id = await draft();
    await updateReferral(north, house.platform, { referralId: id, templateId });
    const { emailSubject, emailContent } = await texts(id);
    expect([emailSubject, emailContent]).toEqual([longest.EN.emailSubject, longest.EN.emailContent]);
    await updateReferral(north, house.platform, { referralId: id, emailSubject, emailContent });
    await submit(id);
  });
});

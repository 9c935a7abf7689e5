import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { referralForm, referralFormFields } from '../../../src/domain/referrals/referral-form.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';

let house: House;
beforeAll(async () => {
  house = await buildHouse();
});
afterAll(async () => await house.stop());

describe('the form', () => {
  it('[R12] carries the guide’s notice, in both languages', () => {
    expect(referralForm('EN').notice).toBe(
      'Follow best practices for email and privacy. Do not provide personal information about the client.',
    );
    expect(referralForm('FR').notice).toBe(
      'Suivez les pratiques exemplaires en matière de courriel et de protection de la vie privée. Ne fournissez aucun renseignement personnel sur le client.',
    );
  });

  it('[R10] carries the guide’s advice to choose the language first, in both languages', () => {
    expect(referralForm('EN').languageAdvice).toMatch(/select the Correspondence Language first.*overwrite/);
    expect(referralForm('FR').languageAdvice).toMatch(
      /choisissez d’abord la langue de correspondance.*écrase/,
    );
  });

  it('[R15] [R18] asks what submit and cancel ask, to the letter', async () => {
    const manager = await house.actor('north.manager');
    const { id: caseId } = await openCase(house, 'north.manager');
    const referralId = await completeDraft(house, manager, { caseId, type: 'CASE_TRANSFER' });
    const input = { referralId, confirm: false };
    const submitting = await refusalOf(submitReferral(manager, house.platform, input));
    const cancelling = await refusalOf(cancelReferral(manager, house.platform, input));
    const { submitConfirmation, cancelConfirmation } = referralForm('EN');
    const french = referralForm('FR');
    expect(submitting).toMatchObject({ text: { EN: submitConfirmation, FR: french.submitConfirmation } });
    expect(cancelling).toMatchObject({ text: { EN: cancelConfirmation, FR: french.cancelConfirmation } });
  });

  it('[R2] [R19] lists types, statuses, languages and buttons with their labels', () => {
    const labels = (options: { label: string }[]) => options.map(({ label }) => label);
    const english = referralForm('EN');
    expect(labels(english.types)).toEqual([
      'Case Transfer',
      'Informational (within LaMPSS)',
      'Informational (outside LaMPSS)',
    ]);
    expect(labels(english.statuses)).toEqual(['Draft', 'Submitted', 'Emailed']);
    expect(labels(english.languages)).toEqual(['English', 'French']);
    expect(Object.values(english.actions)).toEqual([
      ...['Add Referral', 'Preview', 'Submit Referral', 'Cancel Referral'],
    ]);
    const french = referralForm('FR');
    expect(labels(french.statuses)).toEqual(['Ébauche', 'Soumis', 'Envoyé par courriel']);
    expect(labels(french.languages)).toEqual(['Anglais', 'Français']);
    expect(french.actions).toMatchObject({ preview: 'Aperçu', submit: 'Soumettre l’aiguillage' });
  });
});

describe('its fields', () => {
  it('[R2] bear the labels of the guide, in its order', () => {
    expect(referralFormFields('INFORMATIONAL_WITHIN', 'EN').map(({ label }) => label)).toEqual([
      ...['Referral Type', 'Status', 'Referral Date', 'Organization', 'Contact Name', 'Email To'],
      ...['Correspondence Template', 'Correspondence Language', 'Email Subject', 'Email Content'],
    ]);
    const french = referralFormFields('INFORMATIONAL_WITHIN', 'FR').map(({ label }) => label);
    expect(french).toContain('Langue de correspondance');
    expect(new Set(french).size).toBe(10);
  });

  it.each(Object.values(ReferralType))(
    '[D1] of a %s that are required are those submit asks for',
    async (type) => {
      const manager = await house.actor('north.manager');
      const { id: caseId } = await openCase(house, 'north.manager');
      const referralId = await completeDraft(house, manager, { caseId, type });
      const required = referralFormFields(type, 'EN').filter((field) => field.required);
      const names = required.map(({ name }) => name);
      for (const name of names) {
        await updateReferral(manager, house.platform, { referralId, [name]: null, discardEdits: true });
      }
      const refused = await fieldsRefused(
        submitReferral(manager, house.platform, { referralId, confirm: true }),
      );
      expect(refused.toSorted()).toEqual(names.toSorted());
    },
  );

  it('[R21] that are typed tell how long they may be, and one character more is refused', async () => {
    const manager = await house.actor('north.manager');
    const { id: caseId } = await openCase(house, 'north.manager');
    const referralId = await completeDraft(house, manager, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
    const update = (name: string, length: number) =>
      updateReferral(manager, house.platform, { referralId, [name]: 'x'.repeat(length) });
    const typed = referralFormFields('INFORMATIONAL_OUTSIDE', 'EN').filter(
      (field) => field.maxLength !== null,
    );
    expect(typed).toHaveLength(5);
    for (const { name, maxLength } of typed) {
      await update(name, maxLength ?? 0);
      expect(await fieldsRefused(update(name, (maxLength ?? 0) + 1))).toEqual([name]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referralFormQuery, submitReferralMutation, updateReferralMutation } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { draft, organizations, submit } from '../support/refer.ts';

const number = '50244764';
const within = { number, type: 'INFORMATIONAL_WITHIN' } as const;

let api: TestApi;
let north: Visitor;
let french: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
  french = await api.as('north.manager', { language: 'fr' });
});
afterAll(async () => await api.stop());

const update = async (referralId: string, fields: object, by = north) =>
  (await by.request(updateReferralMutation, { input: { referralId, ...fields } })).updateReferral;
const organizationId = async (name: string) =>
  globalId('Organization', (await api.database.organization.findUniqueOrThrow({ where: { name } })).id);

describe('the referral form', () => {
  const form = async (by: Visitor, language?: 'EN' | 'FR') =>
    (await by.request(referralFormQuery, { type: within.type, ...(language && { language }) })).referralForm;

  it('[R12] has its notice in the language of the request, or of the argument', async () => {
    expect(await form(north)).toMatchObject({
      language: 'EN',
      notice: expect.stringMatching(/^Follow best/),
    });
    expect(await form(french)).toMatchObject({
      language: 'FR',
      notice: expect.stringMatching(/^Suivez les/),
    });
    expect(await form(north, 'FR')).toEqual(await form(french));
    expect(await form(french, 'EN')).toEqual(await form(north));
  });

  it('[R15] asks what submitReferral asks', async () => {
    const { referralId } = await draft(north, { ...within, to: 'valley' });
    for (const by of [north, french]) {
      const { submitReferral } = await by.request(submitReferralMutation, { input: { referralId } });
      const message = (await form(by)).submitConfirmation;
      expect(submitReferral).toMatchObject({ __typename: 'ConfirmationRequired', message });
    }
  });

  it('[R2] [R19] lists the fields of the type, the types and the statuses', async () => {
    const { fields, types, statuses } = await form(french);
    expect(fields.map(({ name }) => name)).toEqual([
      ...['type', 'status', 'referralDate', 'organizationId', 'contactName', 'emailTo'],
      ...['templateId', 'language', 'emailSubject', 'emailContent'],
    ]);
    expect(types[0]).toEqual({ type: 'CASE_TRANSFER', label: 'Transfert de cas' });
    expect(statuses.at(-1)).toEqual({ status: 'EMAILED', label: 'Envoyé par courriel' });
  });
});

describe('updateReferral', () => {
  it('[B4] shows the edits that would be lost, and overwrites them once that is agreed to', async () => {
    const { referralId } = await draft(north, within);
    await update(referralId, { emailSubject: 'About a client' });
    const refused = await update(referralId, { language: 'FR' });
    expect(refused).toMatchObject({
      __typename: 'EditsWouldBeLost',
      edits: [
        {
          field: 'emailSubject',
          current: 'About a client',
          replacement: expect.stringContaining('Aiguillage'),
        },
      ],
    });
    expect(await update(referralId, { language: 'FR', discardEdits: true })).toMatchObject({
      referral: { language: 'FR', emailSubject: expect.stringContaining('Aiguillage') },
    });
  });

  it('[D9] tells a writer with an old version which one the draft has by now', async () => {
    const { referralId } = await draft(north, within);
    await update(referralId, { contactName: 'First' });
    expect(await update(referralId, { contactName: 'Second', version: 2 })).toMatchObject({
      __typename: 'StaleDraft',
      version: 3,
    });
  });

  it('[R6] tells why an organization cannot be chosen, in the language of the request', async () => {
    const { referralId } = await draft(north, within);
    const own = { organizationId: await organizationId(organizations.north) };
    const code = 'OWN_ORGANIZATION';
    for (const [by, message] of [
      [north, 'It is your own organization.'],
      [french, 'Il s’agit de votre propre organisme.'],
    ] as const) {
      expect(await update(referralId, own, by)).toMatchObject({
        __typename: 'OrganizationNotEligible',
        message: expect.stringContaining(message),
        reasons: [{ code, message }],
      });
    }
  });

  it('[R6] an id that no organization has is answered as that, and one of something else as that', async () => {
    const { referralId } = await draft(north, within);
    const unknown = globalId('Organization', '00000000-0000-7000-8000-000000000000');
    expect(await update(referralId, { organizationId: unknown })).toMatchObject({
      reasons: [{ code: 'NOT_FOUND' }],
    });
    expect(await update(referralId, { organizationId: referralId })).toMatchObject({ code: 'INVALID_ID' });
  });

  it('[R4] the language cannot be emptied', async () => {
    const { referralId } = await draft(north, within);
    expect(await update(referralId, { language: null })).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'language' }],
    });
  });
});

describe('submitReferral', () => {
  it('[D10] names the earlier referrals of a possible duplicate, and submits it once that is acknowledged', async () => {
    const type = 'INFORMATIONAL_OUTSIDE';
    const { referralId: first } = await draft(north, { number, type });
    await submit(north, first);
    const { referralId } = await draft(north, { number, type });
    const input = { referralId, confirm: true };
    expect((await north.request(submitReferralMutation, { input })).submitReferral).toMatchObject({
      __typename: 'PossibleDuplicate',
      earlier: [
        {
          id: first,
          organizationName: 'Harbour Food Bank',
          statusLabel: 'Submitted',
          submittedAt: expect.any(String),
        },
      ],
    });
    await submit(north, referralId);
  });
});

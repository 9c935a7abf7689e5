import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { addReferralMutation, caseQuery, referralFormQuery } from '../../demo/operations.ts';
import { draft } from '../support/refer.ts';
import { type Branches, change, trySubmit, update } from './branches.ts';

const number = '79778074';

/** What can get in the way while a referral is filled in. */
export function branchesOfDrafts(branches: () => Branches): void {
  describe('While a referral is filled in', () => {
    let referralId = '';
    beforeAll(async () => {
      ({ referralId } = await draft(branches().north, { number, type: 'INFORMATIONAL_WITHIN' }));
    });

    it('[R2] [R12] [R15] labels, notice and questions come from the API in both languages', async () => {
      const { north, francophone } = branches();
      const [english, french] = await Promise.all(
        [north, francophone].map(
          async (visitor) =>
            (await visitor.request(referralFormQuery, { type: 'CASE_TRANSFER' })).referralForm,
        ),
      );
      expect(english?.notice).toContain('Do not provide personal information about the client.');
      expect(french?.notice).toContain('Ne fournissez aucun renseignement personnel sur le client.');
      expect(french?.fields.map(({ name }) => name)).toEqual(english?.fields.map(({ name }) => name));
      expect(await trySubmit(francophone, { referralId })).toMatchObject({
        __typename: 'ConfirmationRequired',
        message: french?.submitConfirmation,
      });
    });

    it('[R10] [B4] a change of language names each edit it would overwrite, and overwrites it when told to', async () => {
      const { north } = branches();
      const edited = { emailSubject: 'About a client', emailContent: 'As we discussed.' };
      await change(north, { referralId, ...edited });
      expect(await update(north, { referralId, language: 'FR' })).toMatchObject({
        __typename: 'EditsWouldBeLost',
        edits: [
          {
            field: 'emailSubject',
            current: edited.emailSubject,
            replacement: expect.stringContaining('Aiguillage'),
          },
          {
            field: 'emailContent',
            current: edited.emailContent,
            replacement: expect.stringContaining('lettre'),
          },
        ],
      });
      expect(await change(north, { referralId })).toMatchObject({ language: 'EN', ...edited });
      const french = await change(north, { referralId, language: 'FR', discardEdits: true });
      expect(french.emailSubject).toContain('Aiguillage');
    });

    it('of two who edit one draft, the later with an old version is refused', async () => {
      const { north, north2 } = branches();
      const { version } = await change(north, { referralId });
      await change(north, { referralId, version, contactName: 'Heather Lockhart' });
      const late = { referralId, version, contactName: 'Somebody else' };
      expect(await update(north2, late)).toMatchObject({ __typename: 'StaleDraft', version: version + 1 });
      expect((await change(north2, { referralId })).contactName).toBe('Heather Lockhart');
      expect(await trySubmit(north, { referralId, version, confirm: true })).toMatchObject({
        __typename: 'StaleDraft',
      });
    });

    it('[R6] an organization that can receive no referrals is refused, with the reason', async () => {
      const { north, francophone, expiredOrganization: organizationId } = branches();
      expect(await update(north, { referralId, organizationId })).toMatchObject({
        __typename: 'OrganizationNotEligible',
        reasons: [{ code: 'NO_ACTIVE_AGREEMENT', message: 'It has no agreement that is active today.' }],
      });
      expect(await update(francophone, { referralId, organizationId })).toMatchObject({
        reasons: [{ message: 'Il n’a aucune entente en vigueur aujourd’hui.' }],
      });
    });

    it('[R5] the other kind of organization is refused', async () => {
      expect(await update(branches().north, { referralId, organizationName: 'Any other' })).toMatchObject({
        __typename: 'WrongOrganizationKind',
      });
    });

    it.each([
      ['emailTo', 'a@b.example\r\nBcc: everybody@b.example'],
      ['emailSubject', 'A subject\nX-Injected: yes'],
      ['contactName', 'Mr. \u0007Bell'],
      ['emailContent', 'x'.repeat(10_001)],
    ])('[D1] %s does not take what would break out of it', async (field, value) => {
      expect(await update(branches().north, { referralId, [field]: value })).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field }],
      });
    });

    it('[D1] submit names everything that is missing or wrong in one answer', async () => {
      const { north } = branches();
      const caseId = (await north.request(caseQuery, { number })).case?.id ?? '';
      const input = { caseId, type: 'INFORMATIONAL_WITHIN' as const };
      const added = accepted((await north.request(addReferralMutation, { input })).addReferral).referral.id;
      await change(north, { referralId: added, emailTo: 'not an address', contactName: 'Mr. Sample' });
      const answer = await trySubmit(north, { referralId: added, confirm: true });
      expect(answer).toMatchObject({ __typename: 'InvalidInput' });
      const fields = answer.__typename === 'InvalidInput' ? answer.fields.map(({ field }) => field) : [];
      expect(fields).toEqual(['organizationId', 'emailTo', 'templateId', 'emailSubject', 'emailContent']);
    });

    it('[R22] a character that the letter cannot print is named before submit', async () => {
      const { north } = branches();
      const smiling = await draft(north, { number, type: 'INFORMATIONAL_WITHIN' });
      await change(north, { referralId: smiling.referralId, contactName: 'Ms. Smile 😀' });
      const answer = await north.ask(
        `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename
          ... on UnprintableCharacters { characters { field character } } } }`,
        { input: { referralId: smiling.referralId, confirm: true } },
      );
      expect(answer.data).toEqual({
        submitReferral: {
          __typename: 'UnprintableCharacters',
          characters: [{ field: 'contactName', character: '😀' }],
        },
      });
    });
  });
}

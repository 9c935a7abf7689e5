import { describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import {
  addReferralMutation,
  caseQuery,
  referralChoicesQuery,
  referralFormQuery,
  referralTypesQuery,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { fetchLetter, previewOf, type Story, textOf } from './story.ts';

const caseNumber = '50244764';
const defaults = {
  emailSubject: 'NSW Client Referral - -- Programs, Services and Interventions',
  emailContent:
    'Please see the attached referral letter about one of our clients who may benefit from your programs, services, or interventions.',
};

/** North fills in a referral of Rosa Diaz to Valley, as the guide shows the Referrals screen. */
export function fillIn(story: () => Story): void {
  describe('An Informational (within LaMPSS) referral is filled in', () => {
    let caseId = '';
    let referralId = '';

    async function update(fields: object) {
      const input = { referralId, ...fields };
      return (await story().north.request(updateReferralMutation, { input })).updateReferral;
    }

    it('[R3] the Referrals screen shows the case and, at first, no referral', async () => {
      const { case: screen } = await story().north.request(caseQuery, { number: caseNumber });
      expect(screen).toMatchObject({
        number: caseNumber,
        program: { label: 'ECM(LSI-ENS)' },
        caseManager: { name: 'Ian Cameron' },
        office: { name: 'Tatamagouche Office' },
        referrals: { totalCount: 0, nodes: [] },
      });
      caseId = screen?.id ?? '';
    });

    it('[R2] the drop-down list offers the three types', async () => {
      const { referralTypes } = await story().north.request(referralTypesQuery);
      expect(referralTypes.map(({ label }) => label)).toEqual([
        'Case Transfer',
        'Informational (within LaMPSS)',
        'Informational (outside LaMPSS)',
      ]);
    });

    it('[R1] [R4] Add Referral adds a Draft in English with every other field empty', async () => {
      const input = { caseId, type: 'INFORMATIONAL_WITHIN' as const };
      const { referral } = accepted(
        (await story().north.request(addReferralMutation, { input })).addReferral,
      );
      expect(referral).toMatchObject({
        typeLabel: 'Informational (within LaMPSS)',
        statusLabel: 'Draft',
        referralDate: null,
        organizationName: null,
        contactName: null,
        emailTo: null,
        template: null,
        language: 'EN',
        emailSubject: null,
        emailContent: null,
      });
      referralId = referral.id;
      expect(await previewOf(story().north, referralId)).toBeNull();
    });

    it('[R5] [R6] [R7] an organization chosen from the list brings its general contact email', async () => {
      const choices = { caseId, type: 'INFORMATIONAL_WITHIN' as const };
      const { referralOrganizations } = await story().north.request(referralChoicesQuery, choices);
      expect(referralOrganizations.nodes.map(({ name }) => name)).toEqual([
        'Annapolis Valley Career Centre',
        'South Shore Works Association',
      ]);
      expect(await update({ organizationName: 'Any other' })).toMatchObject({
        __typename: 'WrongOrganizationKind',
      });
      const { referral } = accepted(await update({ organizationId: referralOrganizations.nodes[0]?.id }));
      expect(referral).toMatchObject({
        organizationName: 'Annapolis Valley Career Centre',
        emailTo: 'info@valleycareer.example',
      });
    });

    it('[R8] [R9] [R11] the one template for this type sets subject and content as the guide has them', async () => {
      const choices = { caseId, type: 'INFORMATIONAL_WITHIN' as const };
      const { correspondenceTemplates } = await story().north.request(referralChoicesQuery, choices);
      expect(correspondenceTemplates.nodes.map(({ name }) => name)).toEqual([
        'NSW Referral - Informational within NSW Network',
      ]);
      const templateId = correspondenceTemplates.nodes[0]?.id;
      expect(accepted(await update({ templateId, contactName: 'Heather Lockhart' })).referral).toMatchObject(
        defaults,
      );
    });

    it('[R12] the form says not to put personal information in the email', async () => {
      const { referralForm } = await story().north.request(referralFormQuery, {
        type: 'INFORMATIONAL_WITHIN',
      });
      expect(referralForm.notice).toBe(
        'Follow best practices for email and privacy. Do not provide personal information about the client.',
      );
    });

    it('[R9] [R10] [B4] both can be edited, and changing the language overwrites the edits, not without asking', async () => {
      const edited = { emailSubject: 'About a client', emailContent: 'As we discussed.' };
      expect(accepted(await update(edited)).referral).toMatchObject(edited);
      expect(await update({ language: 'FR' })).toMatchObject({
        __typename: 'EditsWouldBeLost',
        edits: [
          { field: 'emailSubject', current: edited.emailSubject },
          { field: 'emailContent', current: edited.emailContent },
        ],
      });
      const french = accepted(await update({ language: 'FR', discardEdits: true })).referral;
      expect(french.emailSubject).toContain('Aiguillage');
      expect(accepted(await update({ language: 'EN' })).referral).toMatchObject(defaults);
      expect(
        accepted(await update({ emailContent: `${defaults.emailContent} Thank you!` })).referral.emailSubject,
      ).toBe(defaults.emailSubject);
    });

    it('[R14] Preview shows the letter', async () => {
      const preview = await previewOf(story().north, referralId);
      if (preview === null) throw new Error('There is no preview');
      const text = await textOf(await fetchLetter(preview));
      expect(text).toContain('Informational Referral within the Nova Scotia Works Network');
      expect(text).toContain('Heather Lockhart');
    });
  });
}

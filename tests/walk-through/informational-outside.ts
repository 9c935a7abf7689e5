import { describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { signIn } from '../../demo/client.ts';
import { draftReferral } from '../../demo/draft-referral.ts';
import type { ReferralDetailsFragment } from '../../demo/generated/graphql.ts';
import {
  addReferralMutation,
  cancelReferralMutation,
  caseQuery,
  peopleQuery,
  referralTypesQuery,
  submitReferralMutation,
  updateReferralMutation,
  viewerQuery,
} from '../../demo/operations.ts';
import { attachmentOf, type Story, textOf } from './story.ts';

const caseNumber = '79778074';

/** North refers Kɨtpu Sylliboy, in French, to an organization outside the network. */
export function informationalOutside(story: () => Story): void {
  describe('An Informational (outside LaMPSS) referral in French', () => {
    const type = 'INFORMATIONAL_OUTSIDE';
    let draft: ReferralDetailsFragment;

    async function screen() {
      const { case: found } = await story().north.request(caseQuery, { number: caseNumber });
      if (found === null) throw new Error('The case is not found');
      return found;
    }

    it('[R2] [R4] a draft is in English until the case manager chooses French, the labels are in both', async () => {
      const french = await signIn(story().service.url, 'north.manager', { language: 'fr' });
      expect((await french.request(referralTypesQuery)).referralTypes.map(({ label }) => label)).toEqual([
        'Transfert de cas',
        'À titre d’information (dans LaMPSS)',
        'À titre d’information (hors de LaMPSS)',
      ]);
      const input = { caseId: (await screen()).id, type } as const;
      const { referral } = accepted((await french.request(addReferralMutation, { input })).addReferral);
      expect(referral).toMatchObject({ language: 'EN', statusLabel: 'Ébauche' });
      draft = referral;
    });

    it('[R18] Cancel Referral asks for confirmation, then deletes the draft', async () => {
      const cancel = async (confirm: boolean) => {
        const input = { referralId: draft.id, confirm };
        return (await story().north.request(cancelReferralMutation, { input })).cancelReferral;
      };
      expect((await cancel(false)).__typename).toBe('ConfirmationRequired');
      expect((await screen()).referrals?.totalCount).toBe(1);
      expect(await cancel(true)).toEqual({ __typename: 'CancelReferralSuccess', referralId: draft.id });
      expect((await screen()).referrals?.totalCount).toBe(0);
    });

    it('[R5] [R7] [R9] the organization is typed, the template sets the French subject and content', async () => {
      draft = await draftReferral(story().north, {
        caseId: (await screen()).id,
        type,
        organization: 'Centre de pêche de Chéticamp',
        contactName: 'Mr. Sample',
        emailTo: 'sample@sample.example',
        language: 'FR',
      });
      expect(draft).toMatchObject({
        organizationName: 'Centre de pêche de Chéticamp',
        emailTo: 'sample@sample.example',
        emailSubject: 'Aiguillage de clientèle par Nouvelle-Écosse au travail',
        emailContent:
          'Veuillez trouver ci-jointe la lettre d’aiguillage concernant une personne de notre clientèle qui pourrait bénéficier de vos programmes et services.',
      });
      const listed = (await story().valley.request(viewerQuery)).viewer.organization.id;
      const input = { referralId: draft.id, organizationId: listed };
      const { updateReferral } = await story().north.request(updateReferralMutation, { input });
      expect(updateReferral.__typename).toBe('WrongOrganizationKind');
    });

    it('[R19] [R21] [R22] email and letter go out in French', async () => {
      const input = { referralId: draft.id, confirm: true };
      accepted((await story().north.request(submitReferralMutation, { input })).submitReferral);
      const mail = await story().mailbox.waitForMail(({ envelope }) =>
        envelope.to.includes('sample@sample.example'),
      );
      expect(mail.subject).toBe(draft.emailSubject);
      expect(mail.text?.replaceAll(/\s+/g, ' ')).toContain(draft.emailContent);
      const text = await textOf(attachmentOf(mail).content);
      expect(text).toContain('Aiguillage à titre d’information par Nouvelle-Écosse au travail');
      expect(text).toContain('Kɨtpu Sylliboy');
      expect(text).toContain('Centre de pêche de Chéticamp');
      expect(text).toContain('info@northshore.example');
    });

    it('[R25] nobody gains access, and the case stays', async () => {
      for (const other of [story().south, story().valley]) {
        expect((await other.request(peopleQuery, { search: 'sylliboy' })).people.totalCount).toBe(0);
      }
      expect((await screen()).organization?.name).toBe('North Shore Employment Services');
    });
  });
}

import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import type { ReferralDetailsFragment } from '../../demo/generated/graphql.ts';
import {
  cancelReferralMutation,
  caseQuery,
  casesQuery,
  peopleQuery,
  referralStatusSubscription,
  submitReferralMutation,
  updateReferralMutation,
} from '../../demo/operations.ts';
import { attachmentOf, fetchLetter, previewOf, programToday, type Story, sha256, textOf } from './story.ts';

const caseNumber = '50244764';

/** North submits the referral of Rosa Diaz to Valley; Valley gets letter and person record, and the case stays. */
export function submit(story: () => Story): void {
  describe('It is submitted', () => {
    let caseId = '';
    let draft: ReferralDetailsFragment;
    let previewSha256 = '';

    async function row(): Promise<ReferralDetailsFragment> {
      const { case: screen } = await story().north.request(caseQuery, { number: caseNumber });
      const [only] = screen?.referrals?.nodes ?? [];
      if (screen === null || only === undefined) throw new Error('The referral is not on the screen');
      caseId = screen.id;
      return only;
    }

    async function submitReferral(confirm: boolean) {
      const input = { referralId: draft.id, confirm };
      return (await story().north.request(submitReferralMutation, { input })).submitReferral;
    }

    beforeAll(async () => {
      draft = await row();
      previewSha256 = (await previewOf(story().north, draft.id))?.sha256 ?? 'none';
    });

    it('[R15] Submit Referral asks for confirmation, and nothing changes until it is given', async () => {
      expect(await submitReferral(false)).toEqual({
        __typename: 'ConfirmationRequired',
        code: 'CONFIRMATION_REQUIRED',
        message:
          'Submitting the referral will complete the referral and send an email to the specified address.\n\nDo you wish to proceed?',
      });
      expect(await row()).toEqual(draft);
      expect(story().mailbox.messages).toEqual([]);
    });

    it('[R16] [R19] [R20] [D9] OK, even clicked twice, submits it once, and soon it is Emailed', async () => {
      const changes = await story().north.watch(referralStatusSubscription, { caseId });
      const days = [programToday()];
      const clicks = await Promise.all([submitReferral(true), submitReferral(true)]);
      days.push(programToday());
      for (const { referral } of clicks.map(accepted)) {
        expect(['Submitted', 'Emailed']).toContain(referral.statusLabel);
        expect(days).toContain(referral.referralDate);
      }
      const emailed = await changes.next(
        ({ referralStatusChanged: { referral } }) => referral.status === 'EMAILED',
        15,
      );
      await changes.close();
      expect(emailed.referralStatusChanged.referral).toMatchObject({
        id: draft.id,
        correspondence: { nodes: [{ status: 'SENT', emailTo: 'info@valleycareer.example' }] },
      });
      expect(story().mailbox.messages).toHaveLength(1);
    });

    it('[R21] the email has subject and content as entered, is from no-reply, and goes to Email To', async () => {
      const mail = await story().mailbox.waitForMail(({ envelope }) =>
        envelope.to.includes('info@valleycareer.example'),
      );
      expect(mail.subject).toBe('NSW Client Referral - -- Programs, Services and Interventions');
      expect(mail.from?.address).toMatch(/^no-reply@/);
      expect(mail.to?.map(({ address }) => address)).toEqual(['info@valleycareer.example']);
      expect(mail.text?.replaceAll(/\s+/g, ' ')).toContain(draft.emailContent);
      expect(mail.html).toContain('Thank you!');
    });

    it('[R21] [R22] the letter is attached as a PDF and bears the contact information of the sender', async () => {
      const [mail] = story().mailbox.messages;
      if (mail === undefined) throw new Error('There is no mail');
      const attachment = attachmentOf(mail);
      expect(attachment).toMatchObject({ mimeType: 'application/pdf', filename: 'referral-letter.pdf' });
      const text = await textOf(attachment.content);
      for (const words of ['Rosa Lucia Diaz', caseNumber, 'Annapolis Valley Career Centre', 'Ian Cameron']) {
        expect(text).toContain(words);
      }
      for (const contact of ['North Shore Employment Services', '902-555-0101', 'info@northshore.example']) {
        expect(text).toContain(contact);
      }
    });

    it('[R14] [B2] the preview before, the preview now and the attachment are the same bytes', async () => {
      const [mail] = story().mailbox.messages;
      const preview = await previewOf(story().north, draft.id);
      if (mail === undefined || preview === null) throw new Error('There is no mail, or no preview');
      expect(preview.sha256).toBe(previewSha256);
      expect(sha256(await fetchLetter(preview))).toBe(previewSha256);
      expect(sha256(attachmentOf(mail).content)).toBe(previewSha256);
    });

    it('[R17] [R18] none of its fields can be updated, and it cannot be cancelled', async () => {
      const { id: referralId } = draft;
      const update = { referralId, contactName: 'Somebody else' };
      const { updateReferral } = await story().north.request(updateReferralMutation, { input: update });
      expect(updateReferral.__typename).toBe('ReferralLocked');
      const cancel = { referralId, confirm: true };
      const { cancelReferral } = await story().north.request(cancelReferralMutation, { input: cancel });
      expect(cancelReferral.__typename).toBe('ReferralLocked');
      expect(await row()).toMatchObject({ contactName: draft.contactName, statusLabel: 'Emailed' });
    });

    it('[R24] the receiver has the person record in its context, not the case; the sender keeps both', async () => {
      const { people } = await story().valley.request(peopleQuery, { search: 'rosa diaz' });
      expect(people.nodes).toMatchObject([{ listedName: 'Diaz, Rosa L.', cases: { nodes: [] } }]);
      expect((await story().valley.request(casesQuery, { search: caseNumber })).cases.totalCount).toBe(0);
      expect((await story().south.request(peopleQuery, { search: 'rosa diaz' })).people.totalCount).toBe(0);
      const { case: kept } = await story().north.request(caseQuery, { number: caseNumber });
      expect(kept?.organization?.name).toBe('North Shore Employment Services');
    });

    it('[B1] the time from Submitted to Emailed is measured, and none is late', async () => {
      const { submittedAt, emailedAt } = await row();
      expect(Date.parse(emailedAt ?? '')).toBeGreaterThan(Date.parse(submittedAt ?? ''));
      const metrics = await (await fetch(`${story().service.url}/metrics`)).text();
      expect(metrics).toContain('handoff_submitted_to_emailed_seconds_count 1');
      expect(metrics).toContain('handoff_referrals_late 0');
    });
  });
}

import { describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { draftReferral } from '../../demo/draft-referral.ts';
import {
  addReferralMutation,
  caseQuery,
  casesQuery,
  peopleQuery,
  referralStatusSubscription,
  submitReferralMutation,
} from '../../demo/operations.ts';
import { attachmentOf, type Story, textOf } from './story.ts';

const caseNumber = '50244764';

/** North tells South that the case of Rosa Diaz may be transferred to it. */
export function caseTransferReferral(story: () => Story): void {
  describe('A Case Transfer referral', () => {
    const type = 'CASE_TRANSFER';
    let caseId = '';

    it.each([
      { status: 'FOLLOW_UP', number: '42250153' },
      { status: 'CLOSED', number: '68043887' },
    ])('[R27] is refused for a case in $status', async ({ status, number }) => {
      const { case: found } = await story().north.request(caseQuery, { number });
      expect(found?.status).toBe(status);
      const input = { caseId: found?.id ?? '', type } as const;
      const { addReferral } = await story().north.request(addReferralMutation, { input });
      expect(addReferral.__typename).toBe('CaseNotTransferable');
    });

    it('[R1] [R9] [R11] is added to the same case and filled in with the guide’s defaults', async () => {
      caseId = (await story().north.request(caseQuery, { number: caseNumber })).case?.id ?? '';
      const draft = await draftReferral(story().north, {
        caseId,
        type,
        organization: 'South Shore Works Association',
        contactName: 'Wanda Zwicker',
      });
      expect(draft).toMatchObject({
        typeLabel: 'Case Transfer',
        emailTo: 'info@southshoreworks.example',
        template: { name: 'NSW Referral - Case Transfer within NSW Network' },
        emailSubject: 'NSW Client Referral - Case Transfer',
        emailContent:
          'Please see the attached referral letter describing the possible transfer of a client from our organization to yours.',
      });
    });

    it('[R3] [R19] is submitted and Emailed, and both referrals are listed', async () => {
      const list = async () =>
        (await story().north.request(caseQuery, { number: caseNumber })).case?.referrals?.nodes ?? [];
      const draft = (await list()).find(({ status }) => status === 'DRAFT');
      const changes = await story().north.stream(referralStatusSubscription, { caseId });
      const input = { referralId: draft?.id ?? '', confirm: true };
      accepted((await story().north.request(submitReferralMutation, { input })).submitReferral);
      await changes.next((event) => event.referralStatusChanged.referral.status === 'EMAILED', 15);
      await changes.close();
      expect(
        (await list()).map(({ typeLabel, organizationName, statusLabel }) => ({
          typeLabel,
          organizationName,
          statusLabel,
        })),
      ).toEqual([
        {
          typeLabel: 'Informational (within LaMPSS)',
          organizationName: 'Annapolis Valley Career Centre',
          statusLabel: 'Emailed',
        },
        {
          typeLabel: 'Case Transfer',
          organizationName: 'South Shore Works Association',
          statusLabel: 'Emailed',
        },
      ]);
    });

    it('[R21] [R22] its email brings the letter that tells how to find the client', async () => {
      const mail = await story().mailbox.waitForMail(({ envelope }) =>
        envelope.to.includes('info@southshoreworks.example'),
      );
      expect(mail.subject).toBe('NSW Client Referral - Case Transfer');
      const text = await textOf(attachmentOf(mail).content);
      expect(text).toContain('Case Transfer Referral within the Nova Scotia Works Network');
      expect(text).toContain(`search for the client by name or by Case ID ${caseNumber}`);
    });

    it.each(['Rosa', 'diaz', 'Diaz, Rosa', caseNumber])(
      '[R28] the receiver finds the client by %j, under people and under cases',
      async (search) => {
        const { people } = await story().south.request(peopleQuery, { search });
        expect(people.nodes).toMatchObject([{ listedName: 'Diaz, Rosa L.' }]);
        const { cases } = await story().south.request(casesQuery, { search });
        expect(cases.nodes).toMatchObject([{ number: caseNumber }]);
      },
    );

    it('[R26] the receiver sees person record and summary, the case itself does not move', async () => {
      const { cases } = await story().south.request(casesQuery, { search: caseNumber });
      expect(cases.nodes[0]).toMatchObject({
        status: null,
        caseManager: null,
        summary: {
          number: caseNumber,
          status: 'ACTION_PLAN',
          organization: { name: 'North Shore Employment Services' },
          caseManager: { name: 'Ian Cameron' },
        },
      });
      expect((await story().south.request(caseQuery, { number: caseNumber })).case?.referrals).toBeNull();
      const { case: kept } = await story().north.request(caseQuery, { number: caseNumber });
      expect(kept?.caseManager?.name).toBe('Ian Cameron');
    });
  });
}

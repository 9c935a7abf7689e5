import { describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { draftReferral } from '../../demo/draft-referral.ts';
import { caseQuery, casesQuery, peopleQuery, submitReferralMutation } from '../../demo/operations.ts';
import type { Story } from './story.ts';

const caseNumber = '50244764';

/** South, which manages the case now, refers the client back to North for a service. */
export function referBack(story: () => Story): void {
  describe('Referring the client back', () => {
    it('[R24] [R35] the original organization serves the client again, the case stays with the new one', async () => {
      const { case: managed } = await story().south2.request(caseQuery, { number: caseNumber });
      const draft = await draftReferral(story().south2, {
        caseId: managed?.id ?? '',
        type: 'INFORMATIONAL_WITHIN',
        organization: 'North Shore Employment Services',
        contactName: 'Catherine MacLeod',
      });
      const input = { referralId: draft.id, confirm: true };
      accepted((await story().south2.request(submitReferralMutation, { input })).submitReferral);
      const mail = await story().mailbox.waitForMail(({ envelope }) =>
        envelope.to.includes('info@northshore.example'),
      );
      expect(mail.subject).toBe('NSW Client Referral - -- Programs, Services and Interventions');

      const { people } = await story().north.request(peopleQuery, { search: 'diaz' });
      expect(people.nodes).toMatchObject([{ listedName: 'Diaz, Rosa L.' }]);
      expect((await story().north.request(casesQuery, { search: caseNumber })).cases.totalCount).toBe(0);
      const { case: kept } = await story().south2.request(caseQuery, { number: caseNumber });
      expect(kept?.organization?.name).toBe('South Shore Works Association');
    });
  });
}

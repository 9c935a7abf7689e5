import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { draft } from '../support/refer.ts';
import { type Branches, change, trySubmit } from './branches.ts';

const number = '50244764';
const subject = 'About Rosa Díaz';
const content = 'Case 50244764, as we discussed.\n\nThank you!';

type Finding = { field: 'emailSubject' | 'emailContent'; start: number; end: number; kind: string };

/** What the email would give away of the client. */
export function branchesOfPrivacy(branches: () => Branches): void {
  describe('The privacy check', () => {
    let referralId = '';
    beforeAll(async () => {
      ({ referralId } = await draft(branches().north, { number, type: 'CASE_TRANSFER', to: 'valley' }));
    });

    const texts = { emailSubject: subject, emailContent: content };
    const inWords = (findings: Finding[]) =>
      findings.map(({ field, kind, start, end }) => [field, kind, texts[field].slice(start, end)]);
    const expected = [
      ['emailSubject', 'NAME', 'Rosa Díaz'],
      ['emailContent', 'CASE_ID', '50244764'],
    ];

    it('[B3] finds in texts that are being typed what would give the client away, by its place', async () => {
      const typed = async (input: object, by = branches().north) => {
        const { data, errors } = await by.ask(
          'query ($input: PrivacyFindingsInput!) { privacyFindings(input: $input) { field start end kind advice } }',
          { input: { referralId, ...input } },
        );
        return { findings: (data as { privacyFindings: Finding[] } | null)?.privacyFindings ?? [], errors };
      };
      expect(inWords((await typed(texts)).findings)).toEqual(expected);
      expect((await typed({ emailSubject: 'NSW Client Referral - Case Transfer' })).findings).toEqual([]);
      expect((await typed(texts, branches().south)).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
    });

    it('[B3] submit with findings needs an acknowledgement, and then goes through', async () => {
      const { north } = branches();
      await change(north, { referralId, ...texts });
      const { data } = await north.ask(
        `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename
          ... on PrivacyFindingsNotAcknowledged { findings { field start end kind } } } }`,
        { input: { referralId, confirm: true } },
      );
      const { submitReferral } = data as { submitReferral: { __typename: string; findings: Finding[] } };
      expect(submitReferral.__typename).toBe('PrivacyFindingsNotAcknowledged');
      expect(inWords(submitReferral.findings)).toEqual(expected);
      const acknowledged = { referralId, acknowledgePrivacyFindings: true, confirm: true };
      expect(accepted(await trySubmit(north, acknowledged)).referral.submittedAt).not.toBeNull();
    });
  });
}

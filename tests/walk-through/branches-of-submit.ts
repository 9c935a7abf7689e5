import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { cancelReferralMutation, peopleQuery, receiverViewQuery } from '../../demo/operations.ts';
import { draft } from '../support/refer.ts';
import { type Branches, change, trySubmit, update } from './branches.ts';
import { attachmentOf, sha256 } from './story.ts';

const number = '10041670';
const emailTo = 'transfers@south.example';

/** What lies beside the straight way through submit. */
export function branchesOfSubmit(branches: () => Branches): void {
  describe('Around submit', () => {
    let referralId = '';
    let foreseen: Awaited<ReturnType<typeof receiverView>>;
    beforeAll(async () => {
      ({ referralId } = await draft(branches().north, { number, type: 'CASE_TRANSFER' }));
      await change(branches().north, { referralId, emailTo });
      foreseen = await receiverView();
    });

    async function receiverView(by = branches().north) {
      const { node } = await by.request(receiverViewQuery, { referralId });
      if (node?.__typename !== 'Referral') throw new Error('The referral is not there');
      return node.receiverView;
    }

    it('[B7] “What will they see?” is answered before submit, when they see nothing yet', async () => {
      expect(foreseen).toMatchObject({
        explanation: expect.stringContaining('person record and a summary of the case'),
        access: { state: 'NOT_YET' },
        person: { listedName: "O'Brien-MacIsaac, Siobhán" },
        case: { number, summary: { status: 'ASSESSMENT', caseManager: { name: 'Ian Cameron' } } },
      });
      expect((await receiverView(branches().francophone)).explanation).toContain('un résumé du cas');
      expect((await branches().south.request(peopleQuery, { search: number })).people.totalCount).toBe(0);
    });

    it('[D9] [R16] of ten who submit at once each gets the submitted referral, which is mailed once', async () => {
      const { north, north2, story } = branches();
      const clicks = Array.from({ length: 10 }, (_, place) =>
        trySubmit(place % 2 === 0 ? north : north2, { referralId, confirm: true }),
      );
      const answers = (await Promise.all(clicks)).map((answer) => accepted(answer).referral);
      expect(new Set(answers.map(({ id, submittedAt }) => `${id} ${submittedAt}`)).size).toBe(1);
      await story.mailbox.waitForMail(({ envelope }) => envelope.to.includes(emailTo));
      await expect
        .poll(async () => accepted(await trySubmit(north, { referralId })).referral.status)
        .toBe('EMAILED');
      const mails = story.mailbox.messages.filter(({ envelope }) => envelope.to.includes(emailTo));
      expect(mails).toHaveLength(1);
    });

    it('[B7] [R26] [R21] what was foreseen is what the receiver gets: record, summary, email and letter', async () => {
      const { south, story } = branches();
      const found = await south.ask(
        `query ($id: ID!, $number: String!) {
          node(id: $id) { ... on Person { personId: id listedName birthDate phone } }
          case(number: $number) {
            number summary { status employmentGoal organization { name } caseManager { name email } }
          }
        }`,
        { id: foreseen.person?.personId, number },
      );
      expect(found.data).toEqual({ node: foreseen.person, case: foreseen.case });
      const mail = await story.mailbox.waitForMail(({ envelope }) => envelope.to.includes(emailTo));
      expect(foreseen.email).toMatchObject({ to: emailTo, fromAddress: mail.from?.address });
      expect(mail.subject).toBe(foreseen.email.subject);
      expect(mail.text?.trimEnd()).toBe(foreseen.email.text?.trimEnd());
      expect(sha256(attachmentOf(mail).content)).toBe(foreseen.letter?.sha256);
      expect(await receiverView()).toEqual({
        ...foreseen,
        explanation: expect.stringContaining('At present'),
        access: { state: 'IN_FORCE', expiresAt: expect.stringMatching(/Z$/) },
      });
    });

    it('[R17] [R18] nothing of it can be changed any more, nor can it be cancelled', async () => {
      const { north } = branches();
      for (const input of [
        { contactName: 'Other' },
        { language: 'FR' },
        { emailTo: null, discardEdits: true },
      ]) {
        expect(await update(north, { referralId, ...input })).toMatchObject({ __typename: 'ReferralLocked' });
      }
      const input = { referralId, confirm: true };
      const { cancelReferral } = await north.request(cancelReferralMutation, { input });
      expect(cancelReferral.__typename).toBe('ReferralLocked');
    });

    it('[D10] a second one of the same needs an acknowledgement, and then is submitted too', async () => {
      const { north } = branches();
      const second = await draft(north, { number, type: 'CASE_TRANSFER' });
      const input = { referralId: second.referralId, confirm: true };
      expect(await trySubmit(north, input)).toMatchObject({
        __typename: 'PossibleDuplicate',
        earlier: [{ id: referralId, typeLabel: 'Case Transfer', statusLabel: 'Emailed' }],
      });
      const { referral } = accepted(await trySubmit(north, { ...input, acknowledgeDuplicate: true }));
      expect(referral.submittedAt).not.toBeNull();
    });

    it('another organization can neither see nor submit, change or cancel what is not its own', async () => {
      const { south } = branches();
      const own = await draft(branches().north, { number, type: 'INFORMATIONAL_WITHIN' });
      const input = { referralId: own.referralId, confirm: true };
      expect(await trySubmit(south, input)).toMatchObject({ __typename: 'NotFound' });
      expect(await update(south, { referralId: own.referralId })).toMatchObject({ __typename: 'NotFound' });
      const { cancelReferral } = await south.request(cancelReferralMutation, { input });
      expect(cancelReferral.__typename).toBe('NotFound');
    });
  });
}

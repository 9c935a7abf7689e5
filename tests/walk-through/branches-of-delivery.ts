import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { homepageTasksQuery, resendCorrespondenceMutation } from '../../demo/operations.ts';
import { draft } from '../support/refer.ts';
import { type Branches, busyAddress, change, refusedAddress, trySubmit } from './branches.ts';
import { attachmentOf, sha256 } from './story.ts';

const number = '50244764';

type Sending = {
  number: number;
  status: string;
  emailTo: string;
  messageId: string;
  failureReason: string | null;
  nextAttemptAt: string | null;
  attempts: { outcome: string; replyCode: number | null }[];
};

const patience = { timeout: 15_000 };

/** Email that does not arrive, or late, and the service level. */
export function branchesOfDelivery(branches: () => Branches): void {
  const look = async (referralId: string) => {
    const { data } = await branches().north.ask(
      `query ($id: ID!) { node(id: $id) { ... on Referral { status letter { sha256 } correspondence { nodes {
        number status emailTo messageId failureReason nextAttemptAt attempts { outcome replyCode }
      } } } } }`,
      { id: referralId },
    );
    const { node } = data as {
      node: { status: string; letter: { sha256: string }; correspondence: { nodes: Sending[] } };
    };
    return { ...node, sendings: node.correspondence.nodes };
  };
  const resend = async (input: { referralId: string; emailTo?: string; confirm?: boolean }) =>
    (await branches().north.request(resendCorrespondenceMutation, { input })).resendCorrespondence;
  const draftTo = async (emailTo: string) => {
    const { referralId } = await draft(branches().north, { number, type: 'INFORMATIONAL_WITHIN' });
    await change(branches().north, { referralId, emailTo });
    return referralId;
  };
  const submit = async (referralId: string) =>
    accepted(await trySubmit(branches().north, { referralId, acknowledgeDuplicate: true, confirm: true }));
  const arrival = (address: string) =>
    branches().story.mailbox.waitForMail(({ envelope }) => envelope.to.includes(address), 20);

  describe('An email that is refused', () => {
    let referralId = '';
    beforeAll(async () => {
      referralId = await draftTo(refusedAddress);
    });

    const failures = async () =>
      (await branches().north.request(homepageTasksQuery, { search: number })).homepageTasks.nodes.filter(
        ({ type }) => type === 'DELIVERY_FAILED',
      );

    it('[D2] while it is a draft cannot be sent again', async () => {
      expect(await resend({ referralId, confirm: true })).toMatchObject({
        __typename: 'ReferralNotSubmitted',
      });
    });

    it('[D2] for good is Failed at once with the reason, the referral stays Submitted, and its submitter gets a task', async () => {
      await submit(referralId);
      await expect.poll(async () => (await look(referralId)).sendings[0]?.status, patience).toBe('FAILED');
      expect(await look(referralId)).toMatchObject({
        status: 'SUBMITTED',
        sendings: [
          {
            number: 1,
            emailTo: refusedAddress,
            failureReason: expect.stringContaining('refused'),
            attempts: [{ outcome: 'REFUSED', replyCode: 550 }],
          },
        ],
      });
      expect(await failures()).toMatchObject([
        { message: expect.stringContaining('could not be emailed'), completedAt: null },
      ]);
    });

    it('[D2] is sent again to a corrected address once confirmed, as a sending of its own, and the task is done', async () => {
      const emailTo = 'corrected@south.example';
      expect(await resend({ referralId, emailTo })).toMatchObject({ __typename: 'ConfirmationRequired' });
      expect(await resend({ referralId, emailTo: 'no address', confirm: true })).toMatchObject({
        __typename: 'InvalidInput',
      });
      accepted(await resend({ referralId, emailTo, confirm: true }));
      const mail = await arrival(emailTo);
      await expect.poll(async () => (await look(referralId)).status, patience).toBe('EMAILED');
      const { letter, sendings } = await look(referralId);
      expect(sendings).toMatchObject([
        { number: 2, status: 'SENT', emailTo },
        { number: 1, status: 'FAILED', emailTo: refusedAddress },
      ]);
      expect(sha256(attachmentOf(mail).content)).toBe(letter.sha256);
      expect((await failures()).filter(({ completedAt }) => completedAt === null)).toEqual([]);
    });
  });

  describe('An email that is deferred', () => {
    it('[D2] [R19] is tried again by itself under the same Message-ID, and cannot be sent again meanwhile', async () => {
      const referralId = await draftTo(busyAddress);
      await submit(referralId);
      await expect
        .poll(async () => (await look(referralId)).sendings[0]?.attempts[0]?.outcome, patience)
        .toBe('DEFERRED');
      const { status, sendings } = await look(referralId);
      expect(status).toBe('SUBMITTED');
      expect(sendings).toMatchObject([
        { status: 'QUEUED', nextAttemptAt: expect.stringMatching(/Z$/), failureReason: null },
      ]);
      const another = { referralId, emailTo: 'another@south.example', confirm: true };
      expect(await resend(another)).toMatchObject({ __typename: 'CorrespondenceOnItsWay' });
      const mail = await arrival(busyAddress);
      expect(mail.messageId).toBe(sendings[0]?.messageId);
      await expect.poll(async () => (await look(referralId)).status, patience).toBe('EMAILED');
      expect((await look(referralId)).sendings).toMatchObject([
        {
          number: 1,
          status: 'SENT',
          attempts: [{ outcome: 'DEFERRED', replyCode: 451 }, { outcome: 'ACCEPTED' }],
        },
      ]);
    });
  });

  describe('The service level', () => {
    it('[R20] [B1] counts those submitted and those emailed in time, as the metrics do', async () => {
      const { north, story } = branches();
      const day = 86_400_000;
      const between = { from: new Date(Date.now() - day), to: new Date(Date.now() + day) };
      const { data } = await north.ask(
        `query ($from: DateTime!, $to: DateTime!) { serviceLevel(from: $from, to: $to) {
          submitted emailed emailedInTime openAndLate shareInTime p50Seconds p95Seconds maxSeconds
        } }`,
        between,
      );
      const { serviceLevel } = data as { serviceLevel: Record<string, number> };
      expect(serviceLevel).toMatchObject({
        emailedInTime: serviceLevel.emailed,
        openAndLate: 0,
      });
      expect(serviceLevel.emailed).toBeGreaterThan(2);
      expect(serviceLevel.maxSeconds).toBeGreaterThanOrEqual(serviceLevel.p50Seconds ?? Number.NaN);
      const metrics = await (await fetch(`${story.service.url}/metrics`)).text();
      expect(metrics).toContain(`handoff_submitted_to_emailed_seconds_count ${serviceLevel.emailed}`);
      expect(metrics).toContain('handoff_referrals_late 0');
    });
  });
}

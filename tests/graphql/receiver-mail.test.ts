import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { resendCorrespondenceMutation, updateReferralMutation } from '../../demo/operations.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { draft, submit } from '../support/refer.ts';

const number = '50244764';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi();
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Mail = {
  email: { fromName: string; fromAddress: string; to: string; subject: string; text: string; html: string };
  letter: { sha256: string; fileName: string };
};

async function mailOf(referralId: string): Promise<Mail> {
  const { data, errors } = await north.ask(
    `query ($id: ID!) { node(id: $id) { ... on Referral { receiverView {
      email { fromName fromAddress to subject content text html } letter { sha256 fileName }
    } } } }`,
    { id: referralId },
  );
  expect(errors).toBeUndefined();
  return (data as { node: { receiverView: Mail } }).node.receiverView;
}

/** What has arrived at an address, in the words of {@link Mail}. */
async function arrived(address: string): Promise<Mail> {
  const mail = await api.mailbox.waitForMail(({ envelope }) => envelope.to.includes(address));
  const [attachment] = mail.attachments;
  const lines = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trimEnd();
  return {
    email: {
      fromName: mail.from?.name ?? '',
      fromAddress: mail.from?.address ?? '',
      to: mail.to?.map(({ address: to }) => to).join() ?? '',
      subject: mail.subject ?? '',
      text: lines(mail.text),
      html: lines(mail.html),
    },
    letter: {
      sha256: createHash('sha256')
        .update(new Uint8Array(attachment?.content as ArrayBuffer))
        .digest('hex'),
      fileName: attachment?.filename ?? '',
    },
  };
}

it.each(['EN', 'FR'] as const)(
  '[B7] [R21] the email and the letter shown before submit are those that arrive, in %s',
  async (language) => {
    const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER', language });
    const emailTo = `intake.${language.toLowerCase()}@south.example`;
    const emailContent = 'Dear colleagues,\n\n5 < 7 & "more" – à bientôt.';
    const input = { referralId, emailTo, emailContent };
    accepted((await north.request(updateReferralMutation, { input })).updateReferral);
    const { email, letter } = await mailOf(referralId);
    expect(email).toMatchObject({ to: emailTo, content: emailContent });
    await submit(north, referralId);
    const received = await arrived(emailTo);
    expect(received.email).toEqual({
      ...{ fromName: email.fromName, fromAddress: email.fromAddress, to: email.to, subject: email.subject },
      ...{ text: email.text.trimEnd(), html: email.html.trimEnd() },
    });
    expect(received.letter).toEqual(letter);
  },
);

it('[B7] shows of an unfinished draft what there is of the email', async () => {
  const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  const input = { referralId, emailTo: null, templateId: null, emailContent: null, discardEdits: true };
  accepted((await north.request(updateReferralMutation, { input })).updateReferral);
  const empty = { to: null, subject: null, content: null, text: null, html: null };
  expect(await mailOf(referralId)).toMatchObject({ email: empty, letter: null });
});

it('[B7] [D2] shows where a letter was sent again to a corrected address', async () => {
  const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
  await submit(north, referralId);
  await arrived('intake@harbour.example');
  const input = { referralId, emailTo: 'corrected@harbour.example', confirm: true };
  await expect
    .poll(
      async () =>
        (await north.request(resendCorrespondenceMutation, { input })).resendCorrespondence.__typename,
    )
    .toBe('ResendCorrespondenceSuccess');
  expect((await mailOf(referralId)).email.to).toBe('corrected@harbour.example');
});

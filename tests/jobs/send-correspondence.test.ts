import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { longestAttempt } from '../../src/domain/correspondence/delivery-times.ts';
import { submitReferral } from '../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../src/domain/referrals/update-referral.ts';
import type { Case, Person, ReferralType } from '../../src/generated/prisma/client.ts';
import { readPdf } from '../documents/letter/read-pdf.ts';
import { completeDraft } from '../support/referrals.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let post: PostOffice;
let manager: Actor;
let referred: Case & { person: Person };
beforeAll(async () => {
  post = await openPostOffice();
  manager = await post.actor('north.manager');
  referred = await post.database.case.findUniqueOrThrow({
    where: { number: '50244764' },
    include: { person: true },
  });
});
afterAll(async () => await post.stop());

/** Submits a referral with these changes to the template's texts. */
async function submitted(type: ReferralType, changes: object = {}): Promise<string> {
  const referralId = await completeDraft(post, manager, { caseId: referred.id, type });
  await updateReferral(manager, post.platform, { referralId, ...changes });
  await submitReferral(manager, post.platform, { referralId, confirm: true, acknowledgeDuplicate: true });
  return referralId;
}

async function mailOf(referralId: string) {
  const { sending } = await post.look(referralId);
  return await post.mailbox.waitForMail(({ messageId }) => messageId === sending.messageId);
}

const attachmentOf = ({ attachments }: Awaited<ReturnType<typeof mailOf>>) => ({
  ...attachments[0],
  content: new Uint8Array(attachments[0]?.content as ArrayBuffer),
});

const letterText = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.join(' ').replaceAll(/\s+/g, ' ');

describe('the email', () => {
  it('[R21] has subject and content as entered, comes from no-reply, and goes to Email To alone', async () => {
    const edited = {
      emailSubject: 'A client of ours – “for you” & yours',
      emailContent: 'Hello Ms. Sample,\n\nsee <the letter> & call.\nThank you,\n  Ian',
      emailTo: 'ms.sample@southshoreworks.example',
    };
    const referralId = await submitted('INFORMATIONAL_WITHIN', edited);
    await post.send(referralId);
    const mail = await mailOf(referralId);
    expect(mail).toMatchObject({
      envelope: { from: 'no-reply@handoff.example', to: [edited.emailTo] },
      from: { name: 'North Shore Employment Services', address: 'no-reply@handoff.example' },
      to: [{ address: edited.emailTo }],
      subject: edited.emailSubject,
    });
    expect([mail.cc, mail.bcc, mail.replyTo]).toEqual([undefined, undefined, undefined]);
    for (const line of edited.emailContent.split('\n')) expect(mail.text).toContain(line.trim());
    expect(mail.html).toContain('see &lt;the letter&gt; &amp; call.');
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe('en-CA');
  });

  it('[R21] [B2] has the letter attached as a PDF, named without the client, the bytes of the preview', async () => {
    const referralId = await submitted('CASE_TRANSFER');
    await post.send(referralId);
    const mail = await mailOf(referralId);
    expect(mail.attachments).toHaveLength(1);
    const { filename, mimeType, content } = attachmentOf(mail);
    expect({ filename, mimeType }).toEqual({ filename: 'referral-letter.pdf', mimeType: 'application/pdf' });
    const letter = await post.database.letter.findUniqueOrThrow({ where: { referralId } });
    expect(createHash('sha256').update(content).digest('hex')).toBe(letter.sha256);
    const text = await letterText(content);
    for (const said of [
      'Rosa Lucia Diaz',
      '50244764',
      'Case Transfer Referral',
      'South Shore Works Association',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('[R22] the letter bears the sending organization’s contact information', async () => {
    const referralId = await submitted('INFORMATIONAL_OUTSIDE');
    await post.send(referralId);
    const text = await letterText(attachmentOf(await mailOf(referralId)).content);
    const sender = await post.database.organization.findUniqueOrThrow({
      where: { id: referred.organizationId },
    });
    for (const line of [
      sender.name,
      sender.addressLine1,
      sender.city,
      sender.phone,
      sender.generalContactEmail,
    ]) {
      expect(text).toContain(line);
    }
  });

  it('[R22] [R21] is in French, letter and all, where French was chosen', async () => {
    const referralId = await submitted('INFORMATIONAL_WITHIN', { language: 'FR' });
    await post.send(referralId);
    const mail = await mailOf(referralId);
    expect(mail.subject).toMatch(/^Aiguillage de clientèle/);
    expect(mail.text).toContain('Veuillez trouver ci-jointe la lettre d’aiguillage');
    expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe('fr-CA');
    const { filename, content } = attachmentOf(mail);
    expect(filename).toBe('lettre-d-aiguillage.pdf');
    const text = await letterText(content);
    expect(text).toContain('Aiguillage à titre d’information au sein du réseau');
    expect((await readPdf(content)).language).toBe('fr-CA');
  });

  it('tells of the client nothing but in the letter', async () => {
    const referralId = await submitted('CASE_TRANSFER');
    await post.send(referralId);
    const { attachments: _, ...open } = await mailOf(referralId);
    const { givenName, familyName, email, phone, addressLine1, sin } = referred.person;
    for (const fact of [givenName, familyName, email, phone, addressLine1, sin, '1988', referred.number]) {
      expect(JSON.stringify(open)).not.toContain(fact);
    }
  });
});

describe('what is on record afterwards', () => {
  it('[R19] [B1] the referral is Emailed, its sending Sent, and the time it took is measured', async () => {
    const referralId = await submitted('INFORMATIONAL_WITHIN');
    const submittedAt = (await post.look(referralId)).referral.submittedAt ?? new Date();
    post.setNow(new Date(submittedAt.getTime() + 90_000));
    const before = await measured();
    await post.send(referralId);
    const { referral, sending } = await post.look(referralId);
    expect(referral).toMatchObject({
      status: 'EMAILED',
      emailedAt: new Date(submittedAt.getTime() + 90_000),
    });
    expect(sending).toMatchObject({
      status: 'SENT',
      attempts: [{ number: 1, outcome: 'ACCEPTED', replyCode: null, reason: null }],
    });
    const after = await measured();
    expect({ count: after.count - before.count, seconds: after.seconds - before.seconds }).toEqual({
      count: 1,
      seconds: 90,
    });
  });

  async function measured() {
    const { values } = await post.metrics.submittedToEmailed.get();
    const of = (name: string) => values.find(({ metricName }) => metricName?.endsWith(name))?.value ?? 0;
    return { count: of('_count'), seconds: of('_sum') };
  }

  it('[R19] a job that runs twice mails once', async () => {
    const referralId = await submitted('INFORMATIONAL_WITHIN');
    await post.send(referralId);
    const mails = post.mailbox.messages.length;
    await post.send(referralId);
    expect(post.mailbox.messages).toHaveLength(mails);
    expect((await post.look(referralId)).sending.attempts).toHaveLength(1);
  });

  it('[R19] a message repeated after a crash bears the same Message-ID, so that it can be told to be the same', async () => {
    const referralId = await submitted('INFORMATIONAL_WITHIN');
    const { sending } = await post.look(referralId);
    // The process ended after the server had accepted, before that was on record.
    const startedAt = new Date(Date.now() - longestAttempt);
    await post.database.correspondenceAttempt.create({
      data: { correspondenceId: sending.id, number: 1, startedAt },
    });
    await post.send(referralId);
    expect((await mailOf(referralId)).messageId).toBe(sending.messageId);
    expect((await post.look(referralId)).sending).toMatchObject({
      status: 'SENT',
      attempts: [{ outcome: null }, { outcome: 'ACCEPTED' }],
    });
  });
});

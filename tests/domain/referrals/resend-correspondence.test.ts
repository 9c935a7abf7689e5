import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { ReferralNotSubmitted } from '../../../src/domain/referrals/referral-not-submitted.ts';
import {
  CorrespondenceOnItsWay,
  resendCorrespondence,
} from '../../../src/domain/referrals/resend-correspondence.ts';
import { openPostOffice, type PostOffice } from '../../jobs/post-office.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { fieldsRefused } from '../../support/refusal.ts';
import { transfer } from '../../support/transfers.ts';
import { whoSees } from '../../support/who-sees.ts';

/** What the mail server answers to the next messages, in order; then it accepts. */
const answers: number[] = [];
function receive(): void {
  const responseCode = answers.shift();
  if (responseCode !== undefined) throw Object.assign(new Error('no'), { responseCode });
}

let post: PostOffice;
let manager: Actor;
let referred: OpenedCase;
let caseId: string;
let referralId: string;
beforeAll(async () => {
  post = await openPostOffice({ receive });
  manager = await post.actor('north.manager');
});
beforeEach(async () => {
  answers.length = 0;
  referred = await openCase(post, 'north.manager');
  caseId = referred.id;
  referralId = await submitted(post, manager, { caseId, type: 'CASE_TRANSFER' });
});
afterAll(async () => await post.stop());

const resend = async (
  changes: { emailTo?: string; confirm?: boolean; referralId?: string } = {},
  actor = manager,
) => await resendCorrespondence(actor, post.platform, { referralId, confirm: true, ...changes });
const sendings = async () =>
  await post.database.correspondence.findMany({ where: { referralId }, orderBy: { number: 'asc' } });
const referral = async () => await post.database.referral.findUniqueOrThrow({ where: { id: referralId } });
const jobsOf = async (correspondenceId: string) =>
  await post.database.$queryRaw<unknown[]>`
    SELECT FROM pgboss.job WHERE data->>'correspondenceId' = ${correspondenceId}`;
async function fail(): Promise<void> {
  answers.push(550);
  await post.send(referralId);
}

describe('after a failure', () => {
  it('[D2] [R19] the same letter goes out again as a sending of its own, and the referral becomes Emailed', async () => {
    await fail();
    const id = await resend();
    expect(await jobsOf(id)).toHaveLength(1);
    await post.send(referralId);
    const [first, second, ...more] = await sendings();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ number: 1, status: 'FAILED' });
    expect(second).toMatchObject({
      id,
      number: 2,
      status: 'SENT',
      emailTo: first?.emailTo,
      requestedById: manager.staffId,
    });
    expect(second?.messageId).not.toBe(first?.messageId);
    expect((await referral()).status).toBe('EMAILED');
  });

  it('[D2] goes to a corrected address, and after that without one; the locked referral stays as it was', async () => {
    await fail();
    const before = await referral();
    const emailTo = 'front.desk@southshore.example';
    await resend({ emailTo });
    expect(await referral()).toEqual(before);
    await fail();
    await resend();
    await post.send(referralId);
    expect((await sendings()).map((sending) => sending.emailTo)).toEqual([before.emailTo, emailTo, emailTo]);
    expect((await referral()).emailTo).toBe(before.emailTo);
  });

  it('[R26] a corrected address gives nobody access', async () => {
    await fail();
    const where = { caseId };
    const [before, seen] = [
      await post.database.referralAccess.findMany({ where }),
      await whoSees(post, referred),
    ];
    await resend({ emailTo: (await post.organizationOf('valley.manager')).generalContactEmail });
    expect(await post.database.referralAccess.findMany({ where })).toEqual(before);
    expect(await whoSees(post, referred)).toEqual(seen);
  });
});

describe('after success', () => {
  it('[D2] [B2] can be sent again, the same bytes under a new Message-ID, and stays Emailed since the first time', async () => {
    await post.send(referralId);
    const before = await referral();
    await resend();
    await post.send(referralId);
    expect(await referral()).toEqual(before);
    const [first, second] = await Promise.all(
      (await sendings()).map(({ messageId }) =>
        post.mailbox.waitForMail((mail) => mail.messageId === messageId),
      ),
    );
    expect(second?.attachments[0]?.content).toEqual(first?.attachments[0]?.content);
    expect(second?.messageId).not.toBe(first?.messageId);
  });
});

describe('asking twice', () => {
  it('[D2] a double click sends once, also when the mail is quicker; a minute later it is a new request', async () => {
    await post.send(referralId);
    const [one, two] = await Promise.all([resend(), resend()]);
    expect(two).toBe(one);
    await post.send(referralId);
    expect(await resend()).toBe(one);
    expect(await sendings()).toHaveLength(2);
    post.setNow(new Date(Date.now() + 61_000));
    expect(await resend()).not.toBe(one);
    expect(await sendings()).toHaveLength(3);
    post.setNow(null);
  });

  it('[D2] to another address, or by another, it is another request, refused while the first is on its way', async () => {
    await fail();
    await resend();
    await expect(resend({ emailTo: 'other@southshore.example' })).rejects.toBeInstanceOf(
      CorrespondenceOnItsWay,
    );
    await expect(resend({}, await post.actor('north.manager2'))).rejects.toBeInstanceOf(
      CorrespondenceOnItsWay,
    );
    expect(await sendings()).toHaveLength(2);
  });

  it('[D2] after a failure within the minute it is a new request', async () => {
    await fail();
    await resend();
    await fail();
    await resend();
    expect(await sendings()).toHaveLength(3);
  });
});

describe('refused, and nothing is queued', () => {
  it('[D2] while the newest sending is on its way, for a draft, without the confirmation, and for what is no address', async () => {
    await expect(resend()).rejects.toBeInstanceOf(CorrespondenceOnItsWay);
    await fail();
    await expect(resend({ confirm: false })).rejects.toBeInstanceOf(ConfirmationRequired);
    for (const emailTo of ['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example']) {
      expect(await fieldsRefused(resend({ emailTo }))).toEqual(['emailTo']);
    }
    const draft = await completeDraft(post, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
    await expect(resend({ referralId: draft })).rejects.toBeInstanceOf(ReferralNotSubmitted);
    expect(await sendings()).toHaveLength(1);
  });

  it('[R32] to the receiver, to the previous organization after a transfer, and to roles that do not work on cases', async () => {
    await fail();
    const south = await post.actor('south.manager');
    await expect(resend({}, south)).rejects.toBeInstanceOf(NotFound);
    await expect(resend({}, { ...manager, roles: ['AUDITOR'] })).rejects.toBeInstanceOf(NotAllowed);
    await transfer(post, south, caseId);
    await expect(resend({ emailTo: 'elsewhere@north.example' })).rejects.toBeInstanceOf(NotFound);
    expect(await sendings()).toHaveLength(1);
    await resend({}, south);
    expect(await sendings()).toHaveLength(2);
  });
});

it('[D14] is in the audit trail, with the field that was corrected and not what it holds', async () => {
  await fail();
  await resend({ emailTo: 'front.desk@southshore.example' });
  const events = await post.database.auditEvent.findMany({
    where: { action: 'correspondence.resend', caseId },
  });
  expect(events).toMatchObject([
    {
      actorId: manager.staffId,
      outcome: 'DONE',
      entityType: 'Referral',
      entityId: referralId,
      details: ['emailTo'],
    },
  ]);
});

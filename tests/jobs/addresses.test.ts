import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitReferral } from '../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../src/domain/referrals/update-referral.ts';
import { openCase } from '../support/cases.ts';
import { completeDraft } from '../support/referrals.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let post: PostOffice;
beforeAll(async () => {
  post = await openPostOffice();
});
afterAll(async () => await post.stop());

it.each([
  ['info@école.example', 'info@xn--cole-9oa.example'],
  ['info@e\u0301cole.example', 'info@xn--cole-9oa.example'],
  ['intake@пример.рф', 'intake@xn--e1afmkfd.xn--p1ai'],
  ['intake+referrals@harbour.example', 'intake+referrals@harbour.example'],
  ["sinead.o'brien@harbour.example", "sinead.o'brien@harbour.example"],
  ["!#$%&'*+-/=?^_`{|}~@harbour.example", "!#$%&'*+-/=?^_`{|}~@harbour.example"],
])('[R21] what submit takes for an address the mail goes to: %s', async (emailTo, reached) => {
  const manager = await post.actor('north.manager');
  const { id: caseId } = await openCase(post, 'north.manager');
  const referralId = await completeDraft(post, manager, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
  await updateReferral(manager, post.platform, { referralId, emailTo });
  await submitReferral(manager, post.platform, { referralId, confirm: true });
  await post.send(referralId);
  const { sending } = await post.look(referralId);
  const mail = await post.mailbox.waitForMail(({ messageId }) => messageId === sending.messageId);
  // The mailbox shows a domain that came as punycode as it reads.
  expect(mail.envelope.to).toEqual([emailTo.normalize('NFC')]);
  expect(mail.to).toMatchObject([{ address: reached }]);
});

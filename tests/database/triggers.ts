import { copyOf } from '../support/trial.ts';
import type { Guard } from './guard.ts';
import { submitting } from './records.ts';

const of = (table: string, referral: string, set: string) =>
  `UPDATE "${table}" SET ${set} WHERE "referralId" = '${referral}'`;
const remove = (table: string, referral: string) =>
  `DELETE FROM "${table}" WHERE "referralId" = '${referral}'`;
const rendered = `pdf = 'abc', "renderedAt" = now(), sha256 = encode(sha256('abc'), 'hex')`;

/** The triggers that refuse. */
export const triggers: Guard[] = [
  {
    table: 'Case',
    name: 'case_identity_is_stable',
    kind: 'trigger',
    rule: '[D13] a case keeps its number and its client',
    message: 'the number and the client of a case never change',
    wrong: () => [
      `UPDATE "Case" SET number = '87654321' WHERE number = '79745501'`,
      `UPDATE "Case" SET "personId" = (SELECT id FROM "Person" WHERE "familyName" = 'Diaz') WHERE number = '79745501'`,
    ],
    right: () => [`UPDATE "Case" SET "employmentGoal" = 'Another' WHERE number = '79745501'`],
  },
  {
    table: 'Referral',
    name: 'referral_begins_as_draft',
    kind: 'trigger',
    rule: '[R4] a referral begins as a draft',
    message: 'a referral begins as a draft',
    wrong: ({ submitted, emailed }) => [copyOf('Referral', submitted, {}), copyOf('Referral', emailed, {})],
    right: ({ draft }) => [copyOf('Referral', draft, {})],
  },
  {
    table: 'Referral',
    name: 'referral_is_locked',
    kind: 'trigger',
    rule: '[R18] a submitted referral cannot be deleted or made a draft again',
    message: 'a submitted referral is locked',
    wrong: (records) => [
      `${submitting(records, records.draft)}; DELETE FROM "Referral" WHERE id = '${records.draft}'`,
      `UPDATE "Referral" SET status = 'DRAFT', "submittedAt" = NULL, "submittedById" = NULL, "referralDate" = NULL
        WHERE id = '${records.submitted}'`,
      `UPDATE "Referral" SET status = 'SUBMITTED', "emailedAt" = NULL WHERE id = '${records.emailed}'`,
    ],
    right: ({ draft }) => [`DELETE FROM "Referral" WHERE id = '${draft}'`],
  },
  {
    table: 'Referral',
    name: 'referral_is_submitted_first',
    kind: 'trigger',
    rule: '[R19] a referral is submitted before it is emailed',
    message: 'a referral is submitted before it is emailed',
    wrong: (records) => [
      submitting(records, records.draft, `, "emailedAt" = now()`).replace('SUBMITTED', 'EMAILED'),
    ],
  },
  {
    table: 'Letter',
    name: 'letter_written_once',
    kind: 'trigger',
    rule: '[B2] what a letter says never changes, and its bytes are written once',
    message: 'Letter is append-only',
    wrong: ({ submitted, draft }) => [
      of('Letter', submitted, `content = '{}'`),
      of('Letter', submitted, `"referralId" = '${draft}'`),
      `${of('Letter', submitted, rendered)}; ${of('Letter', submitted, rendered)}`,
      `${of('Letter', submitted, rendered)}; ${of('Letter', submitted, 'pdf = NULL, sha256 = NULL, "renderedAt" = NULL')}`,
    ],
    right: ({ submitted }) => [of('Letter', submitted, rendered)],
  },
  {
    table: 'Letter',
    name: 'letter_is_kept',
    kind: 'trigger',
    rule: '[B2] a letter is kept',
    message: 'Letter is append-only',
    wrong: ({ submitted }) => [remove('Letter', submitted)],
  },
  {
    table: 'Correspondence',
    name: 'correspondence_ended',
    kind: 'trigger',
    rule: '[D2] a sending that has ended stays as it is; its address, Message-ID and referral never change',
    message: 'Correspondence is append-only',
    wrong: ({ submitted, draft }) => [
      of('Correspondence', submitted, `"emailTo" = 'other@other.example'`),
      of('Correspondence', submitted, `"messageId" = '<other@other.example>'`),
      of('Correspondence', submitted, `"referralId" = '${draft}'`),
      `${of('Correspondence', submitted, `status = 'SENT', "sentAt" = now()`)};
       ${of('Correspondence', submitted, `status = 'QUEUED', "sentAt" = NULL`)}`,
      `${of('Correspondence', submitted, `status = 'FAILED', "failedAt" = now(), "failureReason" = 'no'`)};
       ${of('Correspondence', submitted, `"failureReason" = 'none'`)}`,
    ],
  },
  {
    table: 'Correspondence',
    name: 'correspondence_is_kept',
    kind: 'trigger',
    rule: '[D2] a sending stays on record',
    message: 'Correspondence is append-only',
    wrong: ({ submitted }) => [remove('Correspondence', submitted)],
  },
];

import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const attempt = ({ submitted }: Records, finished: string) =>
  `INSERT INTO "CorrespondenceAttempt" (id, "correspondenceId", number, "finishedAt", outcome)
   SELECT gen_random_uuid(), id, 1, ${finished} FROM "Correspondence" WHERE "referralId" = '${submitted}'`;
const over = `now(), 'DEFERRED'`;
const running = 'NULL, NULL';
/** Access like the one a submitted referral has given, of another referral or otherwise. */
const access = (
  { submitted }: Records,
  to: string,
  scope: string,
  organization = '"ReferralAccess"."organizationId"',
) => `
  ALTER TABLE "ReferralAccess" DISABLE TRIGGER referral_access_is_kept;
  CREATE TEMP TABLE given ON COMMIT DROP AS SELECT * FROM "ReferralAccess" WHERE "referralId" = '${submitted}';
  DELETE FROM "ReferralAccess" WHERE "referralId" IN ('${submitted}', '${to}');
  INSERT INTO "ReferralAccess" (id, "referralId", "caseId", "personId", "organizationId", scope, "expiresAt")
  SELECT gen_random_uuid(), '${to}', "caseId", "personId", ${organization.replace('"ReferralAccess".', 'given.')}, '${scope}', "expiresAt" FROM given`;
const summary = 'PERSON_RECORD_AND_CASE_SUMMARY';

/** The triggers of attempts, and of access when it is given. */
export const correspondenceTriggers: Guard[] = [
  {
    table: 'CorrespondenceAttempt',
    name: 'correspondence_attempt_ended',
    kind: 'trigger',
    rule: '[D2] an attempt that has come to its end stays as it is',
    message: 'CorrespondenceAttempt is append-only',
    wrong: (records) => [
      `${attempt(records, over)}; UPDATE "CorrespondenceAttempt" SET outcome = 'ACCEPTED'`,
    ],
    right: (records) => [
      `${attempt(records, running)}; UPDATE "CorrespondenceAttempt" SET "finishedAt" = now(), outcome = 'ACCEPTED'`,
    ],
  },
  {
    table: 'CorrespondenceAttempt',
    name: 'correspondence_attempt_is_kept',
    kind: 'trigger',
    rule: '[D2] an attempt stays on record',
    message: 'CorrespondenceAttempt is append-only',
    wrong: (records) => [`${attempt(records, running)}; DELETE FROM "CorrespondenceAttempt"`],
  },
  {
    table: 'ReferralAccess',
    name: 'referral_access_follows_referral',
    kind: 'trigger',
    rule: '[R24][R25][R26] access is given by a submitted referral, to its receiver, as far as its type goes',
    message: 'access follows a submitted referral',
    wrong: (records) => [
      access(records, records.draft, 'PERSON_RECORD'),
      access(records, records.outsideDraft, 'PERSON_RECORD'),
      access(records, records.emailed, summary),
      access(records, records.submitted, 'PERSON_RECORD'),
      access(records, records.submitted, summary, `'${records.north.organizationId}'::uuid`),
    ],
    right: (records) => [
      access(records, records.submitted, summary),
      access(records, records.emailed, 'PERSON_RECORD'),
    ],
  },
];

import { copyOf } from '../support/trial.ts';
import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const access = ({ submitted }: Records, set: string) =>
  `UPDATE "ReferralAccess" SET ${set} WHERE "referralId" = '${submitted}'`;
const later = `"endedAt" = now() + interval '1 hour'`;
const by = ({ south }: Records) => `"endedById" = '${south.staffId}'`;
const endedBy = (records: Records) => `${later}, ${by(records)}`;
const attempt = (columns: string, values: string) => (records: Records) =>
  `INSERT INTO "CorrespondenceAttempt" (id, "correspondenceId", number${columns})
   SELECT gen_random_uuid(), id, 1${values} FROM "Correspondence" WHERE "referralId" = '${records.submitted}'`;

/** The CHECK constraints of access, transfers and attempts, and what else may be there once only. */
export const accessChecks: Guard[] = [
  {
    table: 'Organization',
    name: 'Organization_one_employment_nova_scotia',
    kind: 'unique index',
    rule: '[R23] there is one Employment Nova Scotia',
    wrong: ({ north }) => [
      `UPDATE "Organization" SET "isEmploymentNovaScotia" = true WHERE id = '${north.organizationId}'`,
    ],
  },
  {
    table: 'CorrespondenceAttempt',
    name: 'CorrespondenceAttempt_outcome',
    kind: 'check',
    rule: '[D2] an attempt that has finished has an outcome, and only such a one',
    wrong: (records) => [
      attempt(', "finishedAt"', ', now()')(records),
      attempt(', outcome', `, 'DEFERRED'`)(records),
    ],
    right: (records) => [
      attempt('', '')(records),
      attempt(', "finishedAt", outcome', `, now(), 'REFUSED'`)(records),
    ],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_end_has_cause',
    kind: 'check',
    rule: '[D8] access ends for a cause, and a cause ends it',
    wrong: (records) => [
      access(records, `"endedAt" = now() + interval '1 hour'`),
      access(records, `"endCause" = 'EXPIRED'`),
    ],
    right: (records) => [access(records, `${endedBy(records)}, "endCause" = 'TRANSFERRED'`)],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_ends_after_beginning',
    kind: 'check',
    rule: '[D8] access does not end or run out before it begins',
    wrong: (records) => [
      access(
        records,
        `${by(records)}, "endedAt" = "beganAt" - interval '1 second', "endCause" = 'SUPERSEDED'`,
      ),
      access(records, `"expiresAt" = "beganAt"`),
      access(records, `"expiresAt" = "beganAt" - interval '1 second', "endedAt" = NULL`),
    ],
    right: (records) => [access(records, `${by(records)}, "endedAt" = "beganAt", "endCause" = 'SUPERSEDED'`)],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_ended_by_someone_or_time',
    kind: 'check',
    rule: '[D8] somebody ends access, or time does',
    wrong: (records) => [
      access(records, `${later}, "endCause" = 'SUPERSEDED'`),
      access(records, by(records)),
      access(records, `${by(records)}, "endedAt" = "expiresAt", "endCause" = 'EXPIRED'`),
    ],
    right: (records) => [
      access(records, `${endedBy(records)}, "endCause" = 'SUPERSEDED'`),
      access(records, `"endedAt" = "expiresAt", "endCause" = 'EXPIRED'`),
    ],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_taken_back_for_a_reason',
    kind: 'check',
    rule: '[D3] [D4] who withdraws or declines says why, and nobody else',
    wrong: (records) => [
      access(records, `${endedBy(records)}, "endCause" = 'WITHDRAWN'`),
      access(records, `${endedBy(records)}, "endCause" = 'DECLINED'`),
      access(records, `${endedBy(records)}, "endCause" = 'TRANSFERRED', "endReason" = 'Moved'`),
      access(records, `"endReason" = 'Moved'`),
    ],
    right: (records) => [
      access(records, `${endedBy(records)}, "endCause" = 'WITHDRAWN', "endReason" = 'Moved'`),
      access(records, `${endedBy(records)}, "endCause" = 'DECLINED', "endReason" = 'Moved'`),
    ],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_ends_in_time',
    kind: 'check',
    rule: '[D8] access ends before it runs out, or then',
    wrong: (records) => [
      access(
        records,
        `"expiresAt" = "beganAt" + interval '1 second', ${endedBy(records)}, "endCause" = 'SUPERSEDED'`,
      ),
      access(records, `${later}, "endCause" = 'EXPIRED'`),
    ],
    right: (records) => [access(records, `"endedAt" = "expiresAt", "endCause" = 'EXPIRED'`)],
  },
  {
    table: 'CaseTransfer',
    name: 'CaseTransfer_has_ground',
    kind: 'check',
    rule: '[D5] a transfer has a referral or a reason',
    wrong: ({ transferId }) => [copyOf('CaseTransfer', transferId, { referralId: null, reason: null })],
    right: ({ transferId }) => [copyOf('CaseTransfer', transferId, { referralId: null, reason: 'Closing' })],
  },
  {
    table: 'CaseTransfer',
    name: 'CaseTransfer_to_another',
    kind: 'check',
    rule: '[R28] a transfer goes to another organization',
    wrong: ({ transferId, south }) => [
      copyOf('CaseTransfer', transferId, {
        referralId: null,
        reason: 'Closing',
        fromOrganizationId: south.organizationId,
        fromCaseManagerId: south.staffId,
      }),
    ],
  },
  {
    table: 'CaseNotification',
    name: 'CaseNotification_acknowledged_by_someone',
    kind: 'check',
    rule: '[R33] a notification is acknowledged by somebody at some time, or not at all',
    wrong: ({ south }) => [
      `UPDATE "CaseNotification" SET "acknowledgedAt" = now()`,
      `UPDATE "CaseNotification" SET "acknowledgedById" = '${south.staffId}'`,
    ],
    right: ({ south }) => [
      `UPDATE "CaseNotification" SET "acknowledgedAt" = now(), "acknowledgedById" = '${south.staffId}'`,
    ],
  },
];

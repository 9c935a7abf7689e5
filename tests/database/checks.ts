import { copyOf } from '../support/trial.ts';
import type { Guard } from './guard.ts';
import { type Records, submitting } from './records.ts';

const change = (table: string, id: string, set: string, key = 'id') =>
  `UPDATE "${table}" SET ${set} WHERE "${key}" = '${id}'`;
const draft = ({ draft }: Records, set: string) => change('Referral', draft, set);
const needed = ['contactName', 'emailTo', 'emailSubject', 'emailContent', 'receivingOrganizationId'];

/** The CHECK constraints. */
export const checks: Guard[] = [
  {
    table: 'Agreement',
    name: 'Agreement_ends_after_start',
    kind: 'check',
    rule: '[R6] an agreement does not end before it starts',
    // One without programs, whose days would refuse it first.
    wrong: ({ north }) => [
      `INSERT INTO "Agreement" (id, "organizationId", number, "startsOn", "endsOn", "clientTracking", "updatedAt")
       VALUES (gen_random_uuid(), '${north.organizationId}', 'OFA-3', current_date, current_date - 1, true, now())`,
    ],
    right: () => [`UPDATE "Agreement" SET "endsOn" = "startsOn"`],
  },
  {
    table: 'Staff',
    name: 'Staff_username_lower_case',
    kind: 'check',
    rule: '[R36] a user name is in lower case and not empty',
    wrong: ({ north }) => [
      change('Staff', north.staffId, `username = 'North.Manager'`),
      change('Staff', north.staffId, `username = ''`),
    ],
  },
  {
    table: 'Staff',
    name: 'Staff_has_a_role',
    kind: 'check',
    rule: '[R1] a member of staff has a role',
    wrong: ({ north }) => [
      change('Staff', north.staffId, `roles = '{}'`),
      change('Staff', north.staffId, 'roles = NULL'),
    ],
  },
  {
    table: 'Staff',
    name: 'Staff_scopes_of_service_accounts',
    kind: 'check',
    rule: '[R1] a service account is nothing else besides, and nobody else has scopes',
    wrong: ({ north }) => [
      change('Staff', north.staffId, `roles = '{INTEGRATION,CASE_MANAGER}'`),
      change('Staff', north.staffId, `scopes = '{READ_CASES}'`),
    ],
    right: ({ north }) => [
      change('Staff', north.staffId, `roles = '{INTEGRATION}', scopes = '{READ_CASES}'`),
      change('Staff', north.staffId, `roles = '{INTEGRATION}', scopes = '{}'`),
    ],
  },
  {
    table: 'Case',
    name: 'Case_number_form',
    kind: 'check',
    rule: '[D13] a Case ID has eight digits',
    wrong: ({ caseId }) =>
      ['1234567', '123456789', '1234567a', ' 12345678', '12345678\n', '١٢٣٤٥٦٧٨', ''].map((number) =>
        copyOf('Case', caseId, { number }),
      ),
    right: ({ caseId }) => [copyOf('Case', caseId, { number: '12345678' })],
  },
  {
    table: 'Case',
    name: 'Case_closed_has_day',
    kind: 'check',
    rule: '[R27] a case has a day of closing when it is closed, and only then',
    wrong: ({ caseId }) => [
      change('Case', caseId, `status = 'CLOSED'`),
      change('Case', caseId, `"closedOn" = now()`),
      change('Case', caseId, `status = 'FOLLOW_UP', "closedOn" = now()`),
    ],
    right: ({ caseId }) => [change('Case', caseId, `status = 'CLOSED', "closedOn" = now()`)],
  },
  {
    table: 'Referral',
    name: 'Referral_organization_by_type',
    kind: 'check',
    rule: '[R5] an organization outside is typed, every other comes from the list',
    wrong: (records) => [
      draft(records, `"outsideOrganizationName" = 'Food Bank'`),
      draft(records, `"outsideOrganizationName" = 'Food Bank', "receivingOrganizationId" = NULL`),
      change(
        'Referral',
        records.outsideDraft,
        `"receivingOrganizationId" = '${records.south.organizationId}'`,
      ),
    ],
  },
  {
    table: 'Referral',
    name: 'Referral_not_to_oneself',
    kind: 'check',
    rule: '[R6] nobody refers to their own organization',
    wrong: (records) => [draft(records, `"receivingOrganizationId" = '${records.north.organizationId}'`)],
  },
  {
    table: 'Referral',
    name: 'Referral_template_has_version',
    kind: 'check',
    rule: '[R9] a template is chosen together with its version',
    wrong: (records) => [draft(records, `"templateVersionId" = NULL`), draft(records, `"templateId" = NULL`)],
    right: (records) => [draft(records, `"templateId" = NULL, "templateVersionId" = NULL`)],
  },
  {
    table: 'Referral',
    name: 'Referral_one_line_header',
    kind: 'check',
    rule: '[R21] what goes into a mail header is one line',
    wrong: (records) =>
      ['emailSubject', 'emailTo', 'contactName'].flatMap((column) =>
        ['\\n', '\\r', '\\t', '\\x1b'].map((character) =>
          draft(records, `"${column}" = E'a${character}b', "emailContent" = NULL`),
        ),
      ),
    right: (records) => [draft(records, `"emailContent" = E'two\\nlines', "emailSubject" = NULL`)],
  },
  {
    table: 'Referral',
    name: 'Referral_draft_is_not_submitted',
    kind: 'check',
    rule: '[R4] a draft has no Referral Date, and nobody has submitted it',
    wrong: (records) => [
      draft(records, `"referralDate" = now()`),
      draft(records, `"submittedAt" = now()`),
      draft(records, `"submittedById" = '${records.north.staffId}'`),
    ],
  },
  {
    table: 'Referral',
    name: 'Referral_submitted_is_complete',
    kind: 'check',
    rule: '[D1] a submitted referral lacks nothing',
    wrong: (records) => [
      ...needed.map((column) => submitting(records, records.draft, `, "${column}" = NULL`)),
      submitting(records, records.draft, `, "templateId" = NULL, "templateVersionId" = NULL`),
      submitting(records, records.outsideDraft, `, "outsideOrganizationName" = NULL`),
      draft(records, `status = 'SUBMITTED', "submittedAt" = now(), "referralDate" = now()`),
      draft(records, `status = 'SUBMITTED'`),
    ],
    right: (records) => [submitting(records, records.draft), submitting(records, records.outsideDraft)],
  },
  {
    table: 'Referral',
    name: 'Referral_emailed_has_time',
    kind: 'check',
    rule: '[R19] an emailed referral has the time it was emailed, and only an emailed one',
    wrong: (records) => [
      change('Referral', records.submitted, `status = 'EMAILED'`),
      submitting(records, records.draft, `, "emailedAt" = now()`),
    ],
    right: (records) => [change('Referral', records.submitted, `status = 'EMAILED', "emailedAt" = now()`)],
  },
  {
    table: 'Letter',
    name: 'Letter_rendered_whole',
    kind: 'check',
    rule: '[B2] a letter’s bytes are kept with the time and with their own SHA-256, all or none',
    wrong: ({ submitted }) =>
      [
        `pdf = 'abc'`,
        `pdf = 'abc', "renderedAt" = now()`,
        `pdf = 'abc', sha256 = encode(sha256('abc'), 'hex')`,
        `sha256 = encode(sha256('abc'), 'hex'), "renderedAt" = now()`,
        `pdf = 'abc', "renderedAt" = now(), sha256 = encode(sha256('abd'), 'hex')`,
        `pdf = 'abc', "renderedAt" = now(), sha256 = upper(encode(sha256('abc'), 'hex'))`,
      ].map((set) => change('Letter', submitted, set, 'referralId')),
    right: ({ submitted }) => [
      change(
        'Letter',
        submitted,
        `pdf = 'abc', "renderedAt" = now(), sha256 = encode(sha256('abc'), 'hex')`,
        'referralId',
      ),
    ],
  },
  {
    table: 'Correspondence',
    name: 'Correspondence_outcome',
    kind: 'check',
    rule: '[D2] a sending that is sent has its time, one that failed its time and the reason, no other has either',
    wrong: ({ submitted }) =>
      [
        `status = 'SENT'`,
        `status = 'FAILED', "failedAt" = now()`,
        `status = 'FAILED', "failureReason" = 'refused'`,
        `status = 'SENT', "sentAt" = now(), "failureReason" = 'refused'`,
        `status = 'FAILED', "sentAt" = now(), "failedAt" = now(), "failureReason" = 'refused'`,
        `"sentAt" = now()`,
        `"failedAt" = now()`,
      ].map((set) => change('Correspondence', submitted, set, 'referralId')),
    right: ({ submitted }) =>
      [
        `status = 'SENT', "sentAt" = now()`,
        `status = 'FAILED', "failedAt" = now(), "failureReason" = 'no'`,
      ].map((set) => change('Correspondence', submitted, set, 'referralId')),
  },
];

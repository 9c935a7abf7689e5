import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/domain/actor.ts';
import { copyOf } from '../support/trial.ts';
import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

/** The id of something that an organization has. */
const one = (table: string, { organizationId }: Actor) =>
  `(SELECT id FROM "${table}" WHERE "organizationId" = '${organizationId}' LIMIT 1)`;

const ofCase = (column: string, table: string, what: string): Guard => ({
  table: 'Case',
  name: `Case_${column}_organizationId_fkey`,
  kind: 'foreign key',
  rule: `[R29] a case cannot have another organization’s ${what}`,
  wrong: ({ caseId, south }) => [
    `UPDATE "Case" SET "${column}" = ${one(table, south)} WHERE id = '${caseId}'`,
  ],
  right: ({ caseId, north }) => [
    `UPDATE "Case" SET "${column}" = ${one(table, north)} WHERE id = '${caseId}'`,
  ],
});

const ofReceipt = (side: 'from' | 'to', column: string, table: string, what: string): Guard => ({
  table: 'CaseTransfer',
  name: `CaseTransfer_${column}_${side}OrganizationId_fkey`,
  kind: 'foreign key',
  rule: `[D7] a receipt cannot name another organization’s ${what}`,
  wrong: ({ transferId, north, south }) => {
    const other = one(table, side === 'to' ? north : south);
    return [copyOf('CaseTransfer', transferId, { referralId: null, reason: 'x' }, { [column]: other })];
  },
});

const template = (type: string) =>
  `(SELECT id FROM "CorrespondenceTemplate" WHERE "referralType" = '${type}')`;
const version = (type: string) =>
  `(SELECT id FROM "CorrespondenceTemplateVersion" WHERE "templateId" = ${template(type)})`;
const newAccess = ({ draft, caseId, south }: Records, personId: string) =>
  `ALTER TABLE "ReferralAccess" DISABLE TRIGGER referral_access_follows_referral;
   INSERT INTO "ReferralAccess" (id, "referralId", "caseId", "personId", "organizationId", scope, "expiresAt")
   VALUES (gen_random_uuid(), '${draft}', '${caseId}', ${personId}, '${south.organizationId}', 'PERSON_RECORD', 'infinity')`;

/** The composite foreign keys: what belongs together stays together. */
export const ownership: Guard[] = [
  ofCase('officeId', 'Office', 'office'),
  ofCase('caseManagerId', 'Staff', 'case manager'),
  ofCase('agreementId', 'Agreement', 'agreement'),
  ofCase('serviceDeliveryLocationId', 'ServiceDeliveryLocation', 'service delivery location'),
  ofReceipt('from', 'fromCaseManagerId', 'Staff', 'previous case manager'),
  ofReceipt('to', 'toOfficeId', 'Office', 'office'),
  ofReceipt('to', 'toCaseManagerId', 'Staff', 'case manager'),
  ofReceipt('to', 'toAgreementId', 'Agreement', 'agreement'),
  ofReceipt('to', 'toServiceDeliveryLocationId', 'ServiceDeliveryLocation', 'service delivery location'),
  {
    table: 'CaseTransfer',
    name: 'CaseTransfer_referralId_caseId_fkey',
    kind: 'foreign key',
    rule: '[D5] a transfer cannot complete the referral of another case',
    wrong: ({ transferId, submitted }) => [copyOf('CaseTransfer', transferId, { referralId: submitted })],
  },
  {
    table: 'Staff',
    name: 'Staff_officeId_organizationId_fkey',
    kind: 'foreign key',
    rule: '[R22] nobody works in another organization’s office',
    wrong: ({ north, south }) => [
      `UPDATE "Staff" SET "officeId" = ${one('Office', south)} WHERE id = '${north.staffId}'`,
    ],
  },
  {
    table: 'HomepageTask',
    name: 'HomepageTask_assigneeId_organizationId_fkey',
    kind: 'foreign key',
    rule: '[R33] a task is for somebody of the organization it belongs to',
    wrong: ({ north, south }) => [
      `UPDATE "HomepageTask" SET "organizationId" = '${south.organizationId}'
        WHERE "assigneeId" = '${north.staffId}'`,
    ],
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_referralId_caseId_fkey',
    kind: 'foreign key',
    rule: '[R26] a referral gives no access to another case, not even of the same client',
    wrong: ({ submitted, caseId }) => {
      const id = randomUUID();
      return [
        `${copyOf('Case', caseId, { id, number: '12345678' })};
         UPDATE "ReferralAccess" SET "caseId" = '${id}' WHERE "referralId" = '${submitted}'`,
      ];
    },
  },
  {
    table: 'ReferralAccess',
    name: 'ReferralAccess_caseId_personId_fkey',
    kind: 'foreign key',
    rule: '[R24] a referral gives no access to anyone but the client of its case',
    wrong: (records) => [newAccess(records, `(SELECT id FROM "Person" WHERE "familyName" = 'Diaz')`)],
    right: (records) => [
      newAccess(records, `(SELECT "personId" FROM "Case" WHERE id = '${records.caseId}')`),
    ],
  },
  {
    table: 'Referral',
    name: 'Referral_templateId_type_fkey',
    kind: 'foreign key',
    rule: '[R8] a referral cannot have the template of another type',
    wrong: ({ draft }) => [
      `UPDATE "Referral" SET "templateId" = ${template('CASE_TRANSFER')},
         "templateVersionId" = ${version('CASE_TRANSFER')} WHERE id = '${draft}'`,
    ],
  },
  {
    table: 'Referral',
    name: 'Referral_templateVersionId_templateId_fkey',
    kind: 'foreign key',
    rule: '[R8] nor a version of another template',
    wrong: ({ draft }) => [
      `UPDATE "Referral" SET "templateVersionId" = ${version('CASE_TRANSFER')} WHERE id = '${draft}'`,
    ],
  },
];

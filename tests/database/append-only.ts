import type { Guard } from './guard.ts';
import type { Records } from './records.ts';

const access = (referral: string, set: string) =>
  `UPDATE "ReferralAccess" SET ${set} WHERE "referralId" = '${referral}'`;
/** The statements that give a template version, an SQL expression, its text in each language. */
export const texts = (languages: string[], version: string) =>
  languages
    .map(
      (language) =>
        `INSERT INTO "CorrespondenceTemplateText" VALUES (${version}, '${language}', 'n', 's', 'c', 't', 'b')`,
    )
    .join('; ');
const version = `'00000000-0000-7000-8000-000000000001'`;
const newVersion = (languages: string[]) => `
  INSERT INTO "CorrespondenceTemplateVersion" (id, "templateId", number)
  SELECT ${version}, id, 2 FROM "CorrespondenceTemplate" LIMIT 1; ${texts(languages, version)}`;
const seal = `INSERT INTO "AuditSeal" SELECT 1, id, "at", 'event', 'chain' FROM "AuditEvent" LIMIT 1`;
const transfersAlone = 'DELETE FROM "HomepageTask"; DELETE FROM "CaseNotification"';

/** The triggers of what is only ever added to. */
export const appendOnly: Guard[] = [
  {
    table: 'CorrespondenceTemplateVersion',
    name: 'template_version_published',
    kind: 'trigger',
    rule: '[R22] a published version of a template stays as it is',
    message: 'CorrespondenceTemplateVersion is append-only',
    wrong: () => [
      `UPDATE "CorrespondenceTemplateVersion" SET number = 7`,
      `${newVersion(['EN', 'FR'])}; SET CONSTRAINTS ALL IMMEDIATE;
       ALTER TABLE "CorrespondenceTemplateText" DISABLE TRIGGER template_text_published;
       DELETE FROM "CorrespondenceTemplateVersion" WHERE id = ${version}`,
    ],
  },
  {
    table: 'CorrespondenceTemplateText',
    name: 'template_text_published',
    kind: 'trigger',
    rule: '[R22] so do its texts',
    message: 'CorrespondenceTemplateText is append-only',
    wrong: () => [
      `UPDATE "CorrespondenceTemplateText" SET "emailSubject" = 'Other'`,
      `DELETE FROM "CorrespondenceTemplateText" WHERE language = 'FR'`,
    ],
  },
  {
    table: 'CorrespondenceTemplateVersion',
    name: 'template_version_in_both_languages',
    kind: 'trigger',
    rule: '[R22] a version has its text in both languages by the time it is committed',
    message: 'a template version needs its text in every language',
    wrong: () => [newVersion([]), newVersion(['EN']), newVersion(['FR'])],
    right: () => [newVersion(['EN', 'FR']), newVersion(['FR', 'EN'])],
  },
  {
    table: 'ReferralAccess',
    name: 'referral_access_ended',
    kind: 'trigger',
    rule: '[D8] access that has ended stays as it was; who got what, and from when, never changes',
    message: 'ReferralAccess is append-only',
    wrong: ({ transferred, submitted, south }: Records) => [
      access(transferred, `"endedAt" = NULL, "endCause" = NULL, "endedById" = NULL`),
      access(transferred, `"endCause" = 'SUPERSEDED'`),
      access(
        submitted,
        `"organizationId" = (SELECT id FROM "Organization" WHERE id <> '${south.organizationId}' LIMIT 1)`,
      ),
      access(submitted, `"beganAt" = "beganAt" - interval '1 day'`),
      access(submitted, `scope = 'PERSON_RECORD'`),
      `ALTER TABLE "ReferralAccess" DROP CONSTRAINT "ReferralAccess_caseId_personId_fkey";
       ${access(submitted, `"personId" = (SELECT id FROM "Person" WHERE "familyName" = 'Diaz')`)}`,
    ],
  },
  {
    table: 'ReferralAccess',
    name: 'referral_access_is_kept',
    kind: 'trigger',
    rule: '[D8] access that was given stays on record',
    message: 'ReferralAccess is append-only',
    wrong: () => [`DELETE FROM "ReferralAccess"`],
  },
  {
    table: 'CaseTransfer',
    name: 'case_transfer_append_only',
    kind: 'trigger',
    rule: '[D7] the receipt of a transfer never changes, and is kept',
    message: 'CaseTransfer is append-only',
    wrong: ({ transferId }: Records) => [
      `UPDATE "CaseTransfer" SET "completedAt" = now() WHERE id = '${transferId}'`,
      `${transfersAlone}; DELETE FROM "CaseTransfer" WHERE id = '${transferId}'`,
    ],
  },
  {
    table: 'AuditEvent',
    name: 'audit_append_only',
    kind: 'trigger',
    rule: '[D14] nobody changes the audit trail or deletes from it',
    message: 'AuditEvent is append-only',
    wrong: () => [`UPDATE "AuditEvent" SET action = 'other'`, `DELETE FROM "AuditEvent"`],
  },
  {
    table: 'AuditEvent',
    name: 'audit_not_emptied',
    kind: 'trigger',
    rule: '[D14] nor empties it',
    message: 'AuditEvent is append-only',
    wrong: () => [`TRUNCATE "AuditEvent"`, `TRUNCATE "AuditEvent" CASCADE`],
  },
  {
    table: 'AuditSeal',
    name: 'audit_seal_append_only',
    kind: 'trigger',
    rule: '[D14] nobody changes the chain of the audit trail or deletes from it',
    message: 'AuditSeal is append-only',
    wrong: () => [
      `${seal}; UPDATE "AuditSeal" SET "chainHash" = 'other'`,
      `${seal}; DELETE FROM "AuditSeal"`,
    ],
  },
  {
    table: 'AuditSeal',
    name: 'audit_seal_not_emptied',
    kind: 'trigger',
    rule: '[D14] nor empties it',
    message: 'AuditSeal is append-only',
    wrong: () => [`TRUNCATE "AuditSeal"`, `TRUNCATE "AuditSeal" CASCADE`],
  },
];

import { referralStatusLabel, referralTypeLabel } from '../../sql/labels.ts';
import { me, type Statement } from './statement.ts';

const person = (table: string) => `CASE WHEN ${table}.id IS NOT NULL THEN json_build_object('id', ${table}.id,
      'username', ${table}.username, 'name', ${table}."givenName" || ' ' || ${table}."familyName") END`;

/** A referral with all that its screen shows. */
export const referralPage: Statement = {
  url: '/referrals/:id',
  parameters: ({ params }) => [params.id],
  sql: `
WITH me AS (${me})
SELECT json_build_object('node', (
  SELECT json_build_object(
    'id', referral.id, 'type', referral.type, 'typeLabel', ${referralTypeLabel('referral.type')},
    'status', referral.status, 'statusLabel', ${referralStatusLabel('referral.status')}, 'version', referral.version,
    'referralDate', referral."referralDate", 'submittedAt', referral."submittedAt", 'emailedAt', referral."emailedAt",
    'organizationName', coalesce(receiver.name, referral."outsideOrganizationName"), 'contactName', referral."contactName",
    'emailTo', referral."emailTo", 'language', referral.language, 'emailSubject', referral."emailSubject",
    'emailContent', referral."emailContent",
    'organization', CASE WHEN receiver.id IS NOT NULL THEN json_build_object('id', receiver.id, 'name', receiver.name,
      'generalContactEmail', receiver."generalContactEmail", 'phone', receiver.phone) END,
    'sendingOrganization', json_build_object('id', sender.id, 'name', sender.name),
    'template', CASE WHEN referral."templateId" IS NOT NULL THEN json_build_object('id', referral."templateId", 'name', (
      SELECT text.name FROM "CorrespondenceTemplateVersion" AS version
        JOIN "CorrespondenceTemplateText" AS text ON text."versionId" = version.id AND text.language = 'EN'
       WHERE version."templateId" = referral."templateId" ORDER BY version.number DESC LIMIT 1)) END,
    'createdBy', ${person('creator')}, 'submittedBy', ${person('submitter')},
    'case', json_build_object('id', "case".id, 'number', "case".number, 'status', "case".status, 'person', json_build_object(
      'id', person.id, 'listedName', listed_name(person."givenName", person."middleNames", person."familyName"))),
    'correspondence', json_build_object('nodes', (SELECT coalesce(json_agg(listed), '[]') FROM (
      SELECT sent.id, sent.number, sent.status, sent."emailTo", sent."messageId", sent."queuedAt", sent."sentAt",
             json_build_object('id', requester.id, 'username', requester.username) AS "requestedBy"
        FROM "Correspondence" AS sent JOIN "Staff" AS requester ON requester.id = sent."requestedById"
       WHERE sent."referralId" = referral.id ORDER BY sent.number DESC LIMIT 20) AS listed)))
    FROM me JOIN "Case" AS "case" ON "case"."organizationId" = me."organizationId"
    JOIN "Referral" AS referral ON referral."caseId" = "case".id
    JOIN "Person" AS person ON person.id = "case"."personId"
    JOIN "Organization" AS sender ON sender.id = referral."sendingOrganizationId"
    LEFT JOIN "Organization" AS receiver ON receiver.id = referral."receivingOrganizationId"
    JOIN "Staff" AS creator ON creator.id = referral."createdById"
    LEFT JOIN "Staff" AS submitter ON submitter.id = referral."submittedById"
   WHERE referral.id = $2::uuid))::text AS answer`,
};

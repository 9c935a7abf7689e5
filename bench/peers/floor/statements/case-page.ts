import {
  notificationMessage,
  programLabel,
  referralStatusLabel,
  referralTypeLabel,
} from '../../sql/labels.ts';
import { accessInForce, summaryScopes } from '../../sql/sight.ts';
import { me, type Statement } from './statement.ts';

const named = (table: string) =>
  `CASE WHEN ${table}.id IS NOT NULL THEN json_build_object('id', ${table}.id, 'name', ${table}.name) END`;
const whole = (value: string) => `CASE WHEN whole THEN ${value} END`;

/** A case with all that its screen shows. */
export const casePage: Statement = {
  url: '/cases/:number',
  parameters: ({ params }) => [params.number],
  sql: `
WITH me AS (${me})
SELECT json_build_object('case', (
  SELECT json_build_object(
    'id', "case".id, 'number', "case".number, 'status', ${whole('"case".status')}, 'version', ${whole('"case".version')},
    'openedOn', ${whole('"case"."openedOn"')}, 'closedOn', ${whole('"case"."closedOn"')},
    'employmentGoal', ${whole('"case"."employmentGoal"')},
    'person', json_build_object('id', person.id, 'givenName', person."givenName", 'middleNames', person."middleNames",
      'familyName', person."familyName", 'listedName', listed_name(person."givenName", person."middleNames", person."familyName"),
      'birthDate', person."birthDate", 'email', person.email, 'phone', person.phone, 'addressLine1', person."addressLine1",
      'addressLine2', person."addressLine2", 'city', person.city, 'province', person.province, 'postalCode', person."postalCode",
      'preferredLanguage', person."preferredLanguage"),
    'program', ${whole(`json_build_object('id', program.id, 'label', ${programLabel('program')})`)},
    'organization', ${whole(named('organization'))},
    'office', ${whole(named('office'))},
    'caseManager', ${whole(`json_build_object('id', manager.id, 'username', manager.username,
      'name', manager."givenName" || ' ' || manager."familyName")`)},
    'agreement', ${whole(`json_build_object('id', agreement.id, 'number', agreement.number)`)},
    'serviceDeliveryLocation', ${whole(named('location'))},
    'referrals', ${whole(`json_build_object(
      'totalCount', (SELECT count(*) FROM "Referral" WHERE "caseId" = "case".id),
      'nodes', (SELECT coalesce(json_agg(listed), '[]') FROM (
        SELECT referral.id, referral.type, ${referralTypeLabel('referral.type')} AS "typeLabel", referral.status,
               ${referralStatusLabel('referral.status')} AS "statusLabel", referral.version, referral."referralDate",
               referral."submittedAt", referral."emailedAt", coalesce(receiver.name, referral."outsideOrganizationName") AS "organizationName",
               referral."contactName", referral."emailTo", referral.language
          FROM "Referral" AS referral LEFT JOIN "Organization" AS receiver ON receiver.id = referral."receivingOrganizationId"
         WHERE referral."caseId" = "case".id ORDER BY referral."createdAt", referral.id LIMIT 20) AS listed))`)},
    'notifications', ${whole(`json_build_object('nodes', (SELECT coalesce(json_agg(listed), '[]') FROM (
        SELECT notification.id, notification.type, ${notificationMessage} AS message, notification."createdAt", notification."acknowledgedAt"
          FROM "CaseNotification" AS notification
          LEFT JOIN "CaseTransfer" AS transfer ON transfer.id = notification."transferId"
          LEFT JOIN "Organization" AS giver ON giver.id = transfer."fromOrganizationId"
          LEFT JOIN "Organization" AS taker ON taker.id = transfer."toOrganizationId"
          LEFT JOIN "Referral" AS referral ON referral.id = notification."referralId"
          LEFT JOIN "Organization" AS receiver ON receiver.id = referral."receivingOrganizationId"
         WHERE notification."caseId" = "case".id ORDER BY notification."createdAt" DESC, notification.id DESC LIMIT 20) AS listed))`)})
    FROM me CROSS JOIN "Case" AS "case"
   CROSS JOIN LATERAL (SELECT "case"."organizationId" = me."organizationId" AS whole) AS sight
    JOIN "Person" AS person ON person.id = "case"."personId"
    JOIN "Program" AS program ON program.id = "case"."programId"
    JOIN "Organization" AS organization ON organization.id = "case"."organizationId"
    JOIN "Office" AS office ON office.id = "case"."officeId"
    JOIN "Staff" AS manager ON manager.id = "case"."caseManagerId"
    JOIN "Agreement" AS agreement ON agreement.id = "case"."agreementId"
    LEFT JOIN "ServiceDeliveryLocation" AS location ON location.id = "case"."serviceDeliveryLocationId"
   WHERE "case".number = $2 AND (whole OR ${accessInForce('"case".id', 'me."organizationId"', summaryScopes)})))::text AS answer`,
};

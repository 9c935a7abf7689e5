import {
  notificationMessage,
  priorityLabel,
  programLabel,
  referralStatusLabel,
  referralTypeLabel,
  taskMessage,
  taskTypeLabel,
  writtenDay,
} from '../sql/labels.ts';
import { accessInForce, isEligible, isInForce, recordScopes, summaryScopes, today } from '../sql/sight.ts';

/**
 * Who is signed in, as a row. Found in the statement itself, by the subject of the token, so that whoever is disabled sees nothing from
 * then on, as in the service.
 */
const me = `public."Staff" AS me`;
const isMe = `me.subject = current_setting('jwt.sub', true) AND me."disabledAt" IS NULL`;

const managed = `"case"."organizationId" = me."organizationId"`;
const sees = (scopes: readonly string[]) =>
  `(${managed} OR ${accessInForce('"case".id', 'me."organizationId"', scopes)})`;

/** Views for PostGraphile: what a signed-in user may see, and no more. Written in SQL, as its documentation advises. */
export const postgraphileSchema = `
DROP SCHEMA IF EXISTS app CASCADE;
CREATE SCHEMA app;

CREATE VIEW app.organization AS SELECT id, name, "generalContactEmail" AS general_contact_email, phone FROM public."Organization";
CREATE VIEW app.office AS SELECT id, name FROM public."Office";
CREATE VIEW app.staff_member AS SELECT id, username, "givenName" || ' ' || "familyName" AS name FROM public."Staff";
CREATE VIEW app.agreement AS SELECT id, number FROM public."Agreement";
CREATE VIEW app.service_delivery_location AS SELECT id, name FROM public."ServiceDeliveryLocation";
CREATE VIEW app.program AS SELECT id, code, ${programLabel('program')} AS label FROM public."Program" AS program;
CREATE VIEW app.template AS
  SELECT template.id, (
    SELECT text.name FROM public."CorrespondenceTemplateVersion" AS version
      JOIN public."CorrespondenceTemplateText" AS text ON text."versionId" = version.id AND text.language = 'EN'
     WHERE version."templateId" = template.id ORDER BY version.number DESC LIMIT 1) AS name
    FROM public."CorrespondenceTemplate" AS template;

-- Reached from cases that may be seen, and from nowhere else.
CREATE VIEW app.person AS
  SELECT id, "givenName" AS given_name, "middleNames" AS middle_names, "familyName" AS family_name,
         public.listed_name("givenName", "middleNames", "familyName") AS listed_name, "birthDate" AS birth_date, email, phone,
         "addressLine1" AS address_line1, "addressLine2" AS address_line2, city, province, "postalCode" AS postal_code,
         "preferredLanguage" AS preferred_language
    FROM public."Person";
COMMENT ON VIEW app.person IS E'@behavior -query:resource:list -query:resource:connection -query:resource:single';

CREATE VIEW app."case" AS
  SELECT "case".id, "case".number, "case"."personId" AS person_id,
         CASE WHEN ${managed} THEN "case".status END AS status,
         CASE WHEN ${managed} THEN "case".version END AS version,
         CASE WHEN ${managed} THEN "case"."openedOn" END AS opened_on,
         CASE WHEN ${managed} THEN "case"."closedOn" END AS closed_on,
         CASE WHEN ${managed} THEN "case"."employmentGoal" END AS employment_goal,
         CASE WHEN ${managed} THEN "case"."programId" END AS program_id,
         CASE WHEN ${managed} THEN "case"."organizationId" END AS organization_id,
         CASE WHEN ${managed} THEN "case"."officeId" END AS office_id,
         CASE WHEN ${managed} THEN "case"."caseManagerId" END AS case_manager_id,
         CASE WHEN ${managed} THEN "case"."agreementId" END AS agreement_id,
         CASE WHEN ${managed} THEN "case"."serviceDeliveryLocationId" END AS service_delivery_location_id
    FROM public."Case" AS "case", ${me}
   WHERE ${isMe} AND ${sees(summaryScopes)};

CREATE VIEW app.referral AS
  SELECT referral.id, referral."caseId" AS case_id, referral.type, ${referralTypeLabel('referral.type')} AS type_label,
         referral.status, ${referralStatusLabel('referral.status')} AS status_label, referral.version,
         referral."referralDate" AS referral_date, referral."submittedAt" AS submitted_at, referral."emailedAt" AS emailed_at,
         coalesce(receiver.name, referral."outsideOrganizationName") AS organization_name, referral."contactName" AS contact_name,
         referral."emailTo" AS email_to, referral.language, referral."emailSubject" AS email_subject,
         referral."emailContent" AS email_content, referral."receivingOrganizationId" AS organization_id,
         referral."sendingOrganizationId" AS sending_organization_id, referral."templateId" AS template_id,
         referral."createdById" AS created_by_id, referral."submittedById" AS submitted_by_id, referral."createdAt" AS created_at
    FROM ${me}, public."Case" AS "case"
    JOIN public."Referral" AS referral ON referral."caseId" = "case".id
    LEFT JOIN public."Organization" AS receiver ON receiver.id = referral."receivingOrganizationId"
   WHERE ${isMe} AND ${managed};

CREATE VIEW app.correspondence AS
  SELECT correspondence.id, correspondence."referralId" AS referral_id, correspondence.number, correspondence.status,
         correspondence."emailTo" AS email_to, correspondence."messageId" AS message_id, correspondence."queuedAt" AS queued_at,
         correspondence."sentAt" AS sent_at, correspondence."requestedById" AS requested_by_id
    FROM ${me}, public."Case" AS "case"
    JOIN public."Referral" AS referral ON referral."caseId" = "case".id
    JOIN public."Correspondence" AS correspondence ON correspondence."referralId" = referral.id
   WHERE ${isMe} AND ${managed};

CREATE VIEW app.case_notification AS
  SELECT notification.id, notification."caseId" AS case_id, notification.type, ${notificationMessage} AS message,
         notification."createdAt" AS created_at, notification."acknowledgedAt" AS acknowledged_at
    FROM ${me}, public."Case" AS "case"
    JOIN public."CaseNotification" AS notification ON notification."caseId" = "case".id
    LEFT JOIN public."CaseTransfer" AS transfer ON transfer.id = notification."transferId"
    LEFT JOIN public."Organization" AS giver ON giver.id = transfer."fromOrganizationId"
    LEFT JOIN public."Organization" AS taker ON taker.id = transfer."toOrganizationId"
    LEFT JOIN public."Referral" AS referral ON referral.id = notification."referralId"
    LEFT JOIN public."Organization" AS receiver ON receiver.id = referral."receivingOrganizationId"
   WHERE ${isMe} AND ${managed};

-- My Notifications with the filter that the homepage opens with.
CREATE VIEW app.due_task AS
  SELECT task.id, task.priority, ${priorityLabel('task.priority')} AS priority_label, task.type,
         ${taskTypeLabel('task.type')} AS type_label,
         CASE WHEN sight.summary OR NOT coalesce(
           referral.type <> 'CASE_TRANSFER' AND referral."receivingOrganizationId" = me."organizationId", false)
           THEN "case".number END AS case_number,
         coalesce(public.listed_name(client."givenName", client."middleNames", client."familyName"), about.name) AS org_or_player,
         CASE WHEN program.ecm THEN 'ECM (' || program.code || ')' ELSE program.code END AS program,
         creator.username AS created_by, task."dueOn" AS due_date, ${writtenDay('task."dueOn"')} AS due_date_label,
         ${taskMessage} AS message, task."createdAt" AS created_at
    FROM ${me}
    JOIN public."HomepageTask" AS task ON task."assigneeId" = me.id AND task."organizationId" = me."organizationId"
    LEFT JOIN public."Case" AS "case" ON "case".id = task."caseId"
    LEFT JOIN LATERAL (SELECT ${sees(recordScopes)} AS record, ${sees(summaryScopes)} AS summary OFFSET 0) AS sight ON TRUE
    LEFT JOIN public."Person" AS client ON client.id = "case"."personId" AND sight.record
    LEFT JOIN public."Program" AS program ON program.id = "case"."programId" AND sight.summary
    LEFT JOIN public."Staff" AS creator ON creator.id = task."createdById"
    LEFT JOIN public."Organization" AS about ON about.id = task."aboutOrganizationId"
    LEFT JOIN public."Referral" AS referral ON referral.id = task."referralId"
    LEFT JOIN public."CaseTransfer" AS transfer ON transfer.id = task."transferId"
    LEFT JOIN public."Organization" AS giver ON giver.id = transfer."fromOrganizationId"
    LEFT JOIN public."Organization" AS taker ON taker.id = transfer."toOrganizationId"
   WHERE ${isMe} AND task."completedAt" IS NULL AND task."dueOn" <= (${today} + interval '1 month')::date;

CREATE FUNCTION app.my_organization() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT me."organizationId" FROM ${me} WHERE ${isMe} $$;
COMMENT ON FUNCTION app.my_organization() IS E'@behavior -*';

-- Cases by the beginnings of the words of the client's name, as typed. Which cases may be seen is found first, by indexes.
CREATE FUNCTION app.search_cases(search text) RETURNS SETOF app."case" LANGUAGE sql STABLE AS $$
  WITH visible AS (
    SELECT "case".id, "case"."personId" FROM public."Case" AS "case" WHERE "case"."organizationId" = (SELECT app.my_organization())
    UNION
    SELECT access."caseId", access."personId" FROM public."ReferralAccess" AS access
     WHERE access."organizationId" = (SELECT app.my_organization()) AND ${isInForce(summaryScopes)}
       AND ${isEligible('(SELECT app.my_organization())')}),
  typed AS MATERIALIZED (SELECT word FROM regexp_split_to_table(public.search_text(search), '\\s+') AS word),
  named AS MATERIALIZED (
    SELECT visible.id, visible."personId" FROM visible
     WHERE (SELECT bool_and(EXISTS (
              SELECT FROM public."PersonNameWord" AS known
               WHERE known."personId" = visible."personId" AND starts_with(known.word, typed.word))) FROM typed))
  SELECT found.* FROM named
   CROSS JOIN LATERAL (SELECT * FROM app."case" AS one WHERE one.id = named.id OFFSET 0) AS found
   CROSS JOIN LATERAL (SELECT "familyName", "givenName" FROM public."Person" WHERE id = named."personId" OFFSET 0) AS person
   ORDER BY person."familyName", person."givenName", found.id
$$;

${[
  ['organization', '@primaryKey id'],
  ['office', '@primaryKey id'],
  ['staff_member', '@primaryKey id'],
  ['agreement', '@primaryKey id'],
  ['service_delivery_location', '@primaryKey id'],
  ['program', '@primaryKey id'],
  ['template', '@primaryKey id'],
  ['person', '@primaryKey id'],
  [
    '"case"',
    '@primaryKey id',
    '@unique number',
    '@foreignKey (person_id) references app.person (id)|@fieldName person',
    '@foreignKey (program_id) references app.program (id)|@fieldName program',
    '@foreignKey (organization_id) references app.organization (id)|@fieldName organization',
    '@foreignKey (office_id) references app.office (id)|@fieldName office',
    '@foreignKey (case_manager_id) references app.staff_member (id)|@fieldName caseManager',
    '@foreignKey (agreement_id) references app.agreement (id)|@fieldName agreement',
    '@foreignKey (service_delivery_location_id) references app.service_delivery_location (id)|@fieldName serviceDeliveryLocation',
  ],
  [
    'referral',
    '@primaryKey id',
    '@foreignKey (case_id) references app.case (id)|@fieldName case',
    '@foreignKey (organization_id) references app.organization (id)|@fieldName organization|@foreignFieldName receivedReferrals',
    '@foreignKey (sending_organization_id) references app.organization (id)|@fieldName sendingOrganization|@foreignFieldName sentReferrals',
    '@foreignKey (template_id) references app.template (id)|@fieldName template',
    '@foreignKey (created_by_id) references app.staff_member (id)|@fieldName createdBy|@foreignFieldName createdReferrals',
    '@foreignKey (submitted_by_id) references app.staff_member (id)|@fieldName submittedBy|@foreignFieldName submittedReferrals',
  ],
  [
    'correspondence',
    '@primaryKey id',
    '@foreignKey (referral_id) references app.referral (id)|@fieldName referral',
    '@foreignKey (requested_by_id) references app.staff_member (id)|@fieldName requestedBy',
  ],
  ['case_notification', '@primaryKey id', '@foreignKey (case_id) references app.case (id)|@fieldName case'],
  ['due_task', '@primaryKey id'],
]
  .map(([view, ...tags]) => `COMMENT ON VIEW app.${view} IS E'${tags.join('\\n')}';`)
  .join('\n')}

COMMENT ON COLUMN app."case".number IS E'@notNull';
`;

import { priorityLabel, taskMessage, taskTypeLabel, writtenDay } from '../../sql/labels.ts';
import { accessInForce, recordScopes, summaryScopes, today } from '../../sql/sight.ts';
import { me, type Statement } from './statement.ts';

const managed = `"case"."organizationId" = me."organizationId"`;
const sees = (scopes: readonly string[]) =>
  `(${managed} OR ${accessInForce('"case".id', 'me."organizationId"', scopes)})`;

/** The page is found first, by the index of open tasks; what it shows is joined to its rows alone. */
export const homepageTasks: Statement = {
  url: '/homepage-tasks',
  parameters: ({ query }) => [query.first],
  sql: `
WITH me AS (${me}),
due AS MATERIALIZED (
  SELECT task.id, task."dueOn" FROM me JOIN "HomepageTask" AS task ON task."assigneeId" = me.id AND task."organizationId" = me."organizationId"
   WHERE task."completedAt" IS NULL AND task."dueOn" <= (${today} + interval '1 month')::date),
page AS (SELECT id FROM due ORDER BY "dueOn", id LIMIT $2::int),
shown AS (
  SELECT task.id, task.priority, ${priorityLabel('task.priority')} AS "priorityLabel", task.type, ${taskTypeLabel('task.type')} AS "typeLabel",
         CASE WHEN sight.summary OR NOT coalesce(
           referral.type <> 'CASE_TRANSFER' AND referral."receivingOrganizationId" = me."organizationId", false)
           THEN "case".number END AS "caseNumber",
         coalesce(listed_name(client."givenName", client."middleNames", client."familyName"), about.name) AS "orgOrPlayer",
         CASE WHEN program.ecm THEN 'ECM (' || program.code || ')' ELSE program.code END AS program,
         creator.username AS "createdBy", task."dueOn" AS "dueDate", ${writtenDay('task."dueOn"')} AS "dueDateLabel",
         ${taskMessage} AS message, task."createdAt"
    FROM page JOIN "HomepageTask" AS task ON task.id = page.id
   CROSS JOIN me
    LEFT JOIN "Case" AS "case" ON "case".id = task."caseId"
    LEFT JOIN LATERAL (SELECT ${sees(recordScopes)} AS record, ${sees(summaryScopes)} AS summary OFFSET 0) AS sight ON TRUE
    LEFT JOIN "Person" AS client ON client.id = "case"."personId" AND sight.record
    LEFT JOIN "Program" AS program ON program.id = "case"."programId" AND sight.summary
    LEFT JOIN "Staff" AS creator ON creator.id = task."createdById"
    LEFT JOIN "Organization" AS about ON about.id = task."aboutOrganizationId"
    LEFT JOIN "Referral" AS referral ON referral.id = task."referralId"
    LEFT JOIN "CaseTransfer" AS transfer ON transfer.id = task."transferId"
    LEFT JOIN "Organization" AS giver ON giver.id = transfer."fromOrganizationId"
    LEFT JOIN "Organization" AS taker ON taker.id = transfer."toOrganizationId"
   ORDER BY task."dueOn", task.id)
SELECT json_build_object('homepageTasks', json_build_object(
         'totalCount', (SELECT count(*) FROM due),
         'nodes', (SELECT coalesce(json_agg(shown), '[]') FROM shown)))::text AS answer`,
};

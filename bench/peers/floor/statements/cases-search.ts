import { programLabel } from '../../sql/labels.ts';
import { isEligible, isInForce, summaryScopes } from '../../sql/sight.ts';
import { me, type Statement } from './statement.ts';

/** The cases of the organization and those it has access to; of these, those of clients named so. */
export const casesSearch: Statement = {
  url: '/cases',
  parameters: ({ query }) => [query.first, query.search],
  sql: `
WITH me AS (${me}),
typed AS MATERIALIZED (SELECT word FROM regexp_split_to_table(search_text($3), '\\s+') AS word),
visible AS (
  SELECT "case".id, "case"."personId" FROM "Case" AS "case" WHERE "case"."organizationId" = (SELECT "organizationId" FROM me)
  UNION
  SELECT access."caseId", access."personId"
    FROM "ReferralAccess" AS access
   WHERE access."organizationId" = (SELECT "organizationId" FROM me) AND ${isInForce(summaryScopes)}
     AND ${isEligible('(SELECT "organizationId" FROM me)')}),
named AS MATERIALIZED (
  SELECT visible.id, visible."personId" FROM visible
   WHERE (SELECT bool_and(EXISTS (
            SELECT FROM "PersonNameWord" AS known WHERE known."personId" = visible."personId" AND starts_with(known.word, typed.word)))
            FROM typed)),
found AS MATERIALIZED (
  SELECT named.id, person."familyName", person."givenName" FROM named CROSS JOIN LATERAL (
    SELECT "familyName", "givenName" FROM "Person" WHERE id = named."personId" OFFSET 0) AS person),
page AS (SELECT * FROM found ORDER BY "familyName", "givenName", id LIMIT $2::int)
SELECT json_build_object('cases', json_build_object(
  'totalCount', (SELECT count(*) FROM found),
  'nodes', (SELECT coalesce(json_agg(shown.row ORDER BY shown."familyName", shown."givenName", shown.id), '[]') FROM (
    SELECT page."familyName", page."givenName", page.id, json_build_object(
        'id', "case".id, 'number', "case".number,
        'status', CASE WHEN whole THEN "case".status END, 'openedOn', CASE WHEN whole THEN "case"."openedOn" END,
        'person', json_build_object('familyName', person."familyName", 'givenName', person."givenName",
          'listedName', listed_name(person."givenName", person."middleNames", person."familyName"), 'birthDate', person."birthDate"),
        'caseManager', CASE WHEN whole THEN json_build_object('username', manager.username,
          'name', manager."givenName" || ' ' || manager."familyName") END,
        'program', CASE WHEN whole THEN json_build_object('code', program.code, 'label', ${programLabel('program')}) END) AS row
      FROM page CROSS JOIN me
      JOIN "Case" AS "case" ON "case".id = page.id
     CROSS JOIN LATERAL (SELECT "case"."organizationId" = me."organizationId" AS whole) AS sight
      JOIN "Person" AS person ON person.id = "case"."personId"
      JOIN "Staff" AS manager ON manager.id = "case"."caseManagerId"
      JOIN "Program" AS program ON program.id = "case"."programId") AS shown)))::text AS answer`,
};

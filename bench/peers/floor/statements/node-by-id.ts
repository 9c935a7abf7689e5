import { accessInForce, summaryScopes } from '../../sql/sight.ts';
import { me, type Statement } from './statement.ts';

const whole = (value: string) => `CASE WHEN whole THEN ${value} END`;

/** A case with its own columns. */
export const nodeById: Statement = {
  url: '/nodes/case/:id',
  parameters: ({ params }) => [params.id],
  sql: `
WITH me AS (${me})
SELECT json_build_object('node', (
  SELECT json_build_object('id', "case".id, 'number', "case".number, 'status', ${whole('"case".status')},
    'version', ${whole('"case".version')}, 'openedOn', ${whole('"case"."openedOn"')}, 'employmentGoal', ${whole('"case"."employmentGoal"')})
    FROM me CROSS JOIN "Case" AS "case"
   CROSS JOIN LATERAL (SELECT "case"."organizationId" = me."organizationId" AS whole) AS sight
   WHERE "case".id = $2::uuid AND (whole OR ${accessInForce('"case".id', 'me."organizationId"', summaryScopes)})))::text AS answer`,
};

import type { Client } from 'pg';

/** A staff member who follows their tasks, and a task of theirs. */
export type Follower = { username: string; staffId: string; taskId: string };

/**
 * Adds so many case managers, spread over the organizations as those of the data are, each with a copy of a task of a colleague.
 * The database is the bench's own copy; see startLiveDatabase.
 */
export async function makePeople(client: Client, count: number): Promise<Follower[]> {
  const { rows } = await client.query<Follower>(
    `WITH pattern AS (
       SELECT staff.*, row_number() OVER (ORDER BY staff.id) - 1 AS place, count(*) OVER () AS patterns
         FROM "Staff" AS staff JOIN "Organization" AS organization ON organization.id = staff."organizationId"
        WHERE staff.roles @> ARRAY['CASE_MANAGER']::"StaffRole"[] AND staff."disabledAt" IS NULL AND organization."closedAt" IS NULL
          AND EXISTS (SELECT FROM "HomepageTask" WHERE "assigneeId" = staff.id)),
     made AS (
       INSERT INTO "Staff" (id, username, subject, "organizationId", "officeId", "givenName", "familyName", email, roles, language, "updatedAt")
       SELECT gen_random_uuid(), 'live.' || number, 'live.' || number, "organizationId", "officeId", "givenName", "familyName",
              'live.' || number || '@services.example', roles, language, now()
         FROM generate_series(0, $1::int - 1) AS number JOIN pattern ON pattern.place = number % patterns
       RETURNING id, username, "organizationId"),
     given AS (
       INSERT INTO "HomepageTask" (id, "assigneeId", "organizationId", type, priority, "caseId", "referralId", "transferId",
              "caseloadTransferId", "aboutOrganizationId", "createdById", "dueOn")
       SELECT gen_random_uuid(), made.id, made."organizationId", task.type, task.priority, task."caseId", task."referralId", task."transferId",
              task."caseloadTransferId", task."aboutOrganizationId", task."createdById", task."dueOn"
         FROM made CROSS JOIN LATERAL (
           SELECT * FROM "HomepageTask" WHERE "organizationId" = made."organizationId" AND "completedAt" IS NULL
            ORDER BY id LIMIT 1) AS task
       RETURNING id, "assigneeId")
     SELECT made.username, made.id AS "staffId", given.id AS "taskId"
       FROM made JOIN given ON given."assigneeId" = made.id ORDER BY made.username`,
    [count],
  );
  return rows;
}

import type { Client } from 'pg';

/**
 * Makes so many drafts that can be submitted as they are, of cases of the user's organization that have none, and cleans up after an
 * earlier run.
 * @returns their ids.
 */
export async function makeDrafts(client: Client, username: string, count: number): Promise<string[]> {
  const { rows } = await client.query(
    `WITH me AS (SELECT id, "organizationId" FROM "Staff" WHERE username = $1),
     pattern AS (
       SELECT referral.* FROM "Referral" AS referral, me
        WHERE referral."sendingOrganizationId" = me."organizationId" AND referral.type = 'INFORMATIONAL_OUTSIDE' LIMIT 1),
     own AS (
       SELECT "case".id, row_number() OVER (ORDER BY "case".id) AS place
         FROM "Case" AS "case", me WHERE "case"."organizationId" = me."organizationId" AND "case".status <> 'CLOSED')
     INSERT INTO "Referral" (id, "caseId", type, status, version, "sendingOrganizationId", "createdById", "outsideOrganizationName",
            "contactName", "emailTo", "templateId", "templateVersionId", language, "emailSubject", "emailContent", "updatedAt")
     SELECT gen_random_uuid(), own.id, 'INFORMATIONAL_OUTSIDE', 'DRAFT', 1, me."organizationId", me.id, 'Kitchen ' || number, 'Contact Person',
            'help@outside.example', pattern."templateId", pattern."templateVersionId", 'EN', pattern."emailSubject", pattern."emailContent", now()
       FROM generate_series(1, $2::int) AS number
       CROSS JOIN me CROSS JOIN pattern
       JOIN own ON own.place = 1 + number % (SELECT count(*) FROM own)
     RETURNING id`,
    [username, count],
  );
  return rows.map(({ id }) => id);
}

import type { Client } from 'pg';
import type { Subjects } from './scenario.ts';

/** Finds the {@link Subjects}, the same ones each time. */
export async function findSubjects(client: Client): Promise<Subjects> {
  const { rows } = await client.query(`
    SELECT staff.username, "case".id AS "caseId", "case".number AS "caseNumber", referral.id AS "referralId"
      FROM "Case" AS "case"
      JOIN "Staff" AS staff ON staff.id = "case"."caseManagerId"
      JOIN "Organization" AS organization ON organization.id = "case"."organizationId"
      JOIN LATERAL (
        SELECT id FROM "Referral" WHERE "caseId" = "case".id AND status = 'EMAILED' AND "receivingOrganizationId" IS NOT NULL
         ORDER BY "createdAt", id LIMIT 1) AS referral ON TRUE
     WHERE organization.name = 'Employment Services 0000' AND "case".status <> 'CLOSED'
       AND (SELECT count(*) FROM "Referral" WHERE "caseId" = "case".id) = 20
     ORDER BY "case".id LIMIT 1`);
  const [found] = rows;
  if (found === undefined) throw new Error('there is no case with twenty referrals: has the data been made?');
  return { ...found, search: 'mac' };
}

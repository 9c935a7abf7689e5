import type { Client } from 'pg';
import type { Subjects } from './scenario.ts';

/** The organization whose people are measured: it has as many cases however many there are besides. */
const organizationMeasured = 'Employment Services 0000';

/** One that is among the largest: its cases are more, the more there are besides. */
export const largeOrganization = 'Employment Services 0001';

/** Finds the {@link Subjects} of an organization, the same ones each time. */
export async function findSubjects(client: Client, organization = organizationMeasured): Promise<Subjects> {
  const { rows } = await client.query(
    `
    SELECT staff.username, "case".id AS "caseId", "case".number AS "caseNumber", referral.id AS "referralId"
      FROM "Case" AS "case"
      JOIN "Staff" AS staff ON staff.id = "case"."caseManagerId"
      JOIN "Organization" AS organization ON organization.id = "case"."organizationId"
      JOIN LATERAL (
        SELECT id FROM "Referral" WHERE "caseId" = "case".id AND status = 'EMAILED' AND "receivingOrganizationId" IS NOT NULL
         ORDER BY "createdAt", id LIMIT 1) AS referral ON TRUE
     WHERE organization.name = $1 AND "case".status <> 'CLOSED'
       AND (SELECT count(*) FROM "Referral" WHERE "caseId" = "case".id) = 20
     ORDER BY "case".id LIMIT 1`,
    [organization],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('there is no case with twenty referrals: has the data been made?');
  return { ...found, search: 'mac' };
}

import type { Client } from 'pg';
import { encodeGlobalId } from '../handoff.ts';

/** What transferCase is asked. */
export type TransferInput = Record<
  'caseId' | 'officeId' | 'caseManagerId' | 'agreementId' | 'serviceDeliveryLocationId',
  string
> & { confirm: true };

/**
 * Finds cases that the user can transfer to their organization: others manage them, and a Case Transfer referral to it is open.
 * @throws where there are not so many.
 */
export async function findTransfers(
  client: Client,
  username: string,
  count: number,
): Promise<TransferInput[]> {
  const { rows } = await client.query(
    `SELECT DISTINCT ON ("case".id) "case".id AS "caseId", me."officeId", me.id AS "caseManagerId", agreement.id AS "agreementId",
            location.id AS "serviceDeliveryLocationId"
       FROM "Staff" AS me
       JOIN "Agreement" AS agreement ON agreement."organizationId" = me."organizationId"
       JOIN "ServiceDeliveryLocation" AS location ON location."organizationId" = me."organizationId"
       JOIN "ReferralAccess" AS access ON access."organizationId" = me."organizationId"
       JOIN "Case" AS "case" ON "case".id = access."caseId"
      WHERE me.username = $1 AND access.scope = 'PERSON_RECORD_AND_CASE_SUMMARY' AND access."endedAt" IS NULL
        AND access."expiresAt" > now() + interval '1 hour' AND "case".status NOT IN ('FOLLOW_UP', 'CLOSED')
        AND "case"."organizationId" <> me."organizationId"
      ORDER BY "case".id LIMIT $2`,
    [username, count],
  );
  if (rows.length < count) throw new Error(`only ${rows.length} cases can be transferred`);
  return rows.map((row) => ({
    caseId: encodeGlobalId('Case', row.caseId),
    officeId: encodeGlobalId('Office', row.officeId),
    caseManagerId: encodeGlobalId('StaffMember', row.caseManagerId),
    agreementId: encodeGlobalId('Agreement', row.agreementId),
    serviceDeliveryLocationId: encodeGlobalId('ServiceDeliveryLocation', row.serviceDeliveryLocationId),
    confirm: true,
  }));
}

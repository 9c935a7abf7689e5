import { Prisma } from '../../generated/prisma/client.ts';

/**
 * The case that a record belongs to, as an expression; null where it belongs to none, or there is no such record.
 * @param type an expression: an AuditEntityType. @param id an expression: the record's id.
 */
export function caseOfRecord(type: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE ${type}
    WHEN 'Case' THEN (SELECT "Case".id FROM "Case" WHERE "Case".id = ${id})
    WHEN 'Referral' THEN (SELECT "caseId" FROM "Referral" WHERE "Referral".id = ${id})
    WHEN 'ReferralNote' THEN (
      SELECT "caseId" FROM "ReferralNote" JOIN "Referral" ON "Referral".id = "referralId" WHERE "ReferralNote".id = ${id})
    WHEN 'ReferralDocument' THEN (
      SELECT "caseId" FROM "ReferralDocument" JOIN "Referral" ON "Referral".id = "referralId" WHERE "ReferralDocument".id = ${id})
    WHEN 'Correspondence' THEN (
      SELECT "caseId" FROM "Correspondence" JOIN "Referral" ON "Referral".id = "referralId" WHERE "Correspondence".id = ${id})
    WHEN 'CaseNotification' THEN (SELECT "caseId" FROM "CaseNotification" WHERE "CaseNotification".id = ${id})
    WHEN 'CaseTransfer' THEN (SELECT "caseId" FROM "CaseTransfer" WHERE "CaseTransfer".id = ${id})
    WHEN 'TransferReceipt' THEN (SELECT "caseId" FROM "CaseTransfer" WHERE "CaseTransfer".id = ${id})
    WHEN 'PendingTransfer' THEN (SELECT "caseId" FROM "ReferralAccess" WHERE "ReferralAccess".id = ${id})
    WHEN 'HomepageTask' THEN (SELECT "caseId" FROM "HomepageTask" WHERE "HomepageTask".id = ${id})
  END`;
}

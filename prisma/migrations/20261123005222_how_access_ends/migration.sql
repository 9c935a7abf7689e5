-- All access ends by itself after a set time (D8). What is on record without one gets that of an informational referral.
ALTER TABLE "ReferralAccess" DISABLE TRIGGER referral_access_ended;
UPDATE "ReferralAccess" SET "expiresAt" = greatest("beganAt" + interval '365 days', "endedAt") WHERE "expiresAt" IS NULL;
ALTER TABLE "ReferralAccess" ENABLE TRIGGER referral_access_ended;

-- AlterTable
ALTER TABLE "ReferralAccess" ALTER COLUMN "expiresAt" SET NOT NULL;

-- Who ended it, and what they wrote who withdrew or declined; time ends it by itself, and no later than when it runs out (D3, D4, D8).
ALTER TABLE "ReferralAccess"
  ADD CONSTRAINT "ReferralAccess_ended_by_someone_or_time" CHECK (
    ("endedById" IS NULL) = ("endedAt" IS NULL OR "endCause" = 'EXPIRED')),
  ADD CONSTRAINT "ReferralAccess_taken_back_for_a_reason" CHECK (
    ("endReason" IS NOT NULL) = coalesce("endCause" IN ('WITHDRAWN', 'DECLINED'), false)),
  ADD CONSTRAINT "ReferralAccess_ends_in_time" CHECK (
    "endedAt" <= "expiresAt" AND ("endCause" <> 'EXPIRED' OR "endedAt" = "expiresAt"));

-- What is open: the list of pending transfers (B8), and what runs out next (D8). Far the most access has ended.
CREATE INDEX "ReferralAccess_open" ON "ReferralAccess" ("organizationId", "beganAt") WHERE "endedAt" IS NULL;
CREATE INDEX "ReferralAccess_runs_out" ON "ReferralAccess" ("expiresAt") WHERE "endedAt" IS NULL;

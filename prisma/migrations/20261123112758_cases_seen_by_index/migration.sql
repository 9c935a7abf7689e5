-- What an organization sees is looked up in these alone, without reading the rows: a list is then found in a time that hangs on
-- what its viewer sees, not on how much there is besides (R28).
CREATE INDEX "Case_of_organization" ON "Case" ("organizationId") INCLUDE ("id", "personId");

DROP INDEX "ReferralAccess_open";
CREATE INDEX "ReferralAccess_open" ON "ReferralAccess" ("organizationId", "beganAt")
  INCLUDE ("scope", "expiresAt", "caseId", "personId") WHERE "endedAt" IS NULL;

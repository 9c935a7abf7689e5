-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "HomepageTaskType" ADD VALUE 'CASE_ASSIGNED';
ALTER TYPE "HomepageTaskType" ADD VALUE 'CASE_REASSIGNED';
ALTER TYPE "HomepageTaskType" ADD VALUE 'CLIENT_MAYBE_TWICE';

-- DropIndex
DROP INDEX "Person_sin_key";

-- DropIndex
DROP INDEX "Person_healthCardNumber_key";

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CaseStatusChange" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "from" "CaseStatus",
    "to" "CaseStatus" NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" UUID,
    "reason" TEXT,

    CONSTRAINT "CaseStatusChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedCase" (
    "organizationId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportedCase_pkey" PRIMARY KEY ("organizationId","reference")
);

-- CreateIndex
CREATE INDEX "CaseStatusChange_caseId_changedAt_idx" ON "CaseStatusChange"("caseId", "changedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedCase_caseId_key" ON "ImportedCase"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedCase_caseId_personId_key" ON "ImportedCase"("caseId", "personId");

-- CreateIndex
CREATE INDEX "Person_birthDate_idx" ON "Person"("birthDate");

-- CreateIndex
CREATE INDEX "Person_sin_idx" ON "Person"("sin");

-- CreateIndex
CREATE INDEX "Person_healthCardNumber_idx" ON "Person"("healthCardNumber");

-- AddForeignKey
ALTER TABLE "CaseStatusChange" ADD CONSTRAINT "CaseStatusChange_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStatusChange" ADD CONSTRAINT "CaseStatusChange_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedCase" ADD CONSTRAINT "ImportedCase_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedCase" ADD CONSTRAINT "ImportedCase_caseId_personId_fkey" FOREIGN KEY ("caseId", "personId") REFERENCES "Case"("id", "personId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ImportedCase" ADD CONSTRAINT "ImportedCase_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

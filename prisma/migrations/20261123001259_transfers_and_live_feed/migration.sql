-- CreateEnum
CREATE TYPE "CaseloadItemStatus" AS ENUM ('PENDING', 'MOVED', 'REFUSED');

-- AlterEnum
ALTER TYPE "HomepageTaskType" ADD VALUE 'REFERRAL_EXPIRED';
ALTER TYPE "HomepageTaskType" ADD VALUE 'CASELOAD_RECEIVED';
ALTER TYPE "HomepageTaskType" ADD VALUE 'CASELOAD_TRANSFERRED';

-- AlterEnum
ALTER TYPE "CaseNotificationType" ADD VALUE 'CASE_REASSIGNED';
ALTER TYPE "CaseNotificationType" ADD VALUE 'REFERRAL_DECLINED';

-- AlterTable
ALTER TABLE "HomepageTask" ADD COLUMN     "caseloadTransferId" UUID,
ADD COLUMN     "completedById" UUID,
ALTER COLUMN "caseId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "CaseNotification" ADD COLUMN     "referralId" UUID;

-- CreateTable
CREATE TABLE "CaseloadTransfer" (
    "id" UUID NOT NULL,
    "fromOrganizationId" UUID NOT NULL,
    "fromCaseManagerId" UUID NOT NULL,
    "toOrganizationId" UUID NOT NULL,
    "toCaseManagerId" UUID NOT NULL,
    "toOfficeId" UUID NOT NULL,
    "toAgreementId" UUID,
    "toServiceDeliveryLocationId" UUID,
    "reason" TEXT,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseloadTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseloadTransferItem" (
    "caseloadTransferId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "status" "CaseloadItemStatus" NOT NULL DEFAULT 'PENDING',
    "refusalCode" TEXT,
    "transferId" UUID,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseloadTransferItem_pkey" PRIMARY KEY ("caseloadTransferId","caseId")
);

-- CreateTable
CREATE TABLE "LiveEvent" (
    "id" UUID NOT NULL,
    "position" BIGINT,
    "topic" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementVersion" (
    "id" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "clientTracking" BOOLEAN NOT NULL,
    "ecm" BOOLEAN NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3),

    CONSTRAINT "AgreementVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NameWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "NameWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "CaseloadTransfer_fromOrganizationId_requestedAt_idx" ON "CaseloadTransfer"("fromOrganizationId", "requestedAt");

-- CreateIndex
CREATE INDEX "CaseloadTransfer_toOrganizationId_requestedAt_idx" ON "CaseloadTransfer"("toOrganizationId", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseloadTransferItem_transferId_key" ON "CaseloadTransferItem"("transferId");

-- CreateIndex
CREATE INDEX "CaseloadTransferItem_caseId_idx" ON "CaseloadTransferItem"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "LiveEvent_position_key" ON "LiveEvent"("position");

-- CreateIndex
CREATE INDEX "LiveEvent_topic_key_position_idx" ON "LiveEvent"("topic", "key", "position");

-- CreateIndex
CREATE INDEX "LiveEvent_createdAt_idx" ON "LiveEvent"("createdAt");

-- CreateIndex
CREATE INDEX "AgreementVersion_organizationId_validFrom_idx" ON "AgreementVersion"("organizationId", "validFrom");

-- CreateIndex
CREATE INDEX "AgreementVersion_agreementId_idx" ON "AgreementVersion"("agreementId");

-- CreateIndex
CREATE INDEX "CaseTransfer_fromOrganizationId_completedAt_idx" ON "CaseTransfer"("fromOrganizationId", "completedAt");

-- CreateIndex
CREATE INDEX "HomepageTask_referralId_idx" ON "HomepageTask"("referralId");

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_fromOrganizationId_fkey" FOREIGN KEY ("fromOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_fromCaseManagerId_fromOrganizationId_fkey" FOREIGN KEY ("fromCaseManagerId", "fromOrganizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_toOrganizationId_fkey" FOREIGN KEY ("toOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_toCaseManagerId_toOrganizationId_fkey" FOREIGN KEY ("toCaseManagerId", "toOrganizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_toOfficeId_toOrganizationId_fkey" FOREIGN KEY ("toOfficeId", "toOrganizationId") REFERENCES "Office"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_toAgreementId_toOrganizationId_fkey" FOREIGN KEY ("toAgreementId", "toOrganizationId") REFERENCES "Agreement"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_toServiceDeliveryLocationId_toOrganizatio_fkey" FOREIGN KEY ("toServiceDeliveryLocationId", "toOrganizationId") REFERENCES "ServiceDeliveryLocation"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseloadTransfer" ADD CONSTRAINT "CaseloadTransfer_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseloadTransferItem" ADD CONSTRAINT "CaseloadTransferItem_caseloadTransferId_fkey" FOREIGN KEY ("caseloadTransferId") REFERENCES "CaseloadTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseloadTransferItem" ADD CONSTRAINT "CaseloadTransferItem_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseloadTransferItem" ADD CONSTRAINT "CaseloadTransferItem_transferId_fkey" FOREIGN KEY ("transferId") REFERENCES "CaseTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_caseloadTransferId_fkey" FOREIGN KEY ("caseloadTransferId") REFERENCES "CaseloadTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_completedById_fkey" FOREIGN KEY ("completedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotification" ADD CONSTRAINT "CaseNotification_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('EN', 'FR');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('CASE_MANAGER', 'ORGANIZATION_ADMINISTRATOR', 'ENS_ADMINISTRATOR', 'AUDITOR', 'INTEGRATION');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('INTAKE', 'ASSESSMENT', 'ACTION_PLAN', 'FOLLOW_UP', 'CLOSED');

-- CreateEnum
CREATE TYPE "ReferralType" AS ENUM ('CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE');

-- CreateEnum
CREATE TYPE "ReferralStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'EMAILED');

-- CreateEnum
CREATE TYPE "CorrespondenceStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('ACCEPTED', 'DEFERRED', 'REFUSED');

-- CreateEnum
CREATE TYPE "AccessScope" AS ENUM ('PERSON_RECORD', 'PERSON_RECORD_AND_CASE_SUMMARY');

-- CreateEnum
CREATE TYPE "AccessEnd" AS ENUM ('TRANSFERRED', 'SUPERSEDED', 'WITHDRAWN', 'DECLINED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "HomepageTaskType" AS ENUM ('CASE_RECEIVED', 'CASE_TRANSFERRED', 'REFERRAL_RECEIVED', 'REFERRAL_WITHDRAWN', 'REFERRAL_DECLINED', 'REFERRAL_SUPERSEDED', 'DELIVERY_FAILED', 'TRANSFER_STALE');

-- CreateEnum
CREATE TYPE "TaskPriority" AS ENUM ('LOW', 'NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "CaseNotificationType" AS ENUM ('CASE_RECEIVED');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'VIEWED', 'REFUSED');

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "generalContactEmail" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "addressLine1" TEXT NOT NULL,
    "addressLine2" TEXT,
    "city" TEXT NOT NULL,
    "province" CHAR(2) NOT NULL DEFAULT 'NS',
    "postalCode" TEXT NOT NULL,
    "isEmploymentNovaScotia" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "addressLine1" TEXT NOT NULL,
    "addressLine2" TEXT,
    "city" TEXT NOT NULL,
    "province" CHAR(2) NOT NULL DEFAULT 'NS',
    "postalCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceDeliveryLocation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "addressLine1" TEXT NOT NULL,
    "addressLine2" TEXT,
    "city" TEXT NOT NULL,
    "province" CHAR(2) NOT NULL DEFAULT 'NS',
    "postalCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceDeliveryLocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ecm" BOOLEAN NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "clientTracking" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementProgram" (
    "agreementId" UUID NOT NULL,
    "programId" UUID NOT NULL,

    CONSTRAINT "AgreementProgram_pkey" PRIMARY KEY ("agreementId","programId")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "subject" TEXT,
    "organizationId" UUID NOT NULL,
    "officeId" UUID,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "jobTitle" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "roles" "StaffRole"[],
    "language" "Language" NOT NULL DEFAULT 'EN',
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "givenName" TEXT NOT NULL,
    "middleNames" TEXT,
    "familyName" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "addressLine1" TEXT,
    "addressLine2" TEXT,
    "city" TEXT,
    "province" CHAR(2),
    "postalCode" TEXT,
    "sin" TEXT,
    "healthCardNumber" TEXT,
    "preferredLanguage" "Language" NOT NULL DEFAULT 'EN',
    "searchText" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "caseManagerId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "serviceDeliveryLocationId" UUID,
    "status" "CaseStatus" NOT NULL DEFAULT 'INTAKE',
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "employmentGoal" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "type" "ReferralType" NOT NULL,
    "status" "ReferralStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sendingOrganizationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "receivingOrganizationId" UUID,
    "outsideOrganizationName" TEXT,
    "contactName" TEXT,
    "emailTo" TEXT,
    "templateId" UUID,
    "templateVersionId" UUID,
    "language" "Language" NOT NULL DEFAULT 'EN',
    "emailSubject" TEXT,
    "emailContent" TEXT,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "referralDate" DATE,
    "emailedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralNote" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferralNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralDocument" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferralDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrespondenceTemplate" (
    "id" UUID NOT NULL,
    "referralType" "ReferralType" NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrespondenceTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrespondenceTemplateVersion" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrespondenceTemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrespondenceTemplateText" (
    "versionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "name" TEXT NOT NULL,
    "emailSubject" TEXT NOT NULL,
    "emailContent" TEXT NOT NULL,
    "letterTitle" TEXT NOT NULL,
    "letterBody" TEXT NOT NULL,

    CONSTRAINT "CorrespondenceTemplateText_pkey" PRIMARY KEY ("versionId","language")
);

-- CreateTable
CREATE TABLE "Letter" (
    "referralId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "pdf" BYTEA,
    "sha256" CHAR(64),
    "renderedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("referralId")
);

-- CreateTable
CREATE TABLE "Correspondence" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "CorrespondenceStatus" NOT NULL DEFAULT 'QUEUED',
    "emailTo" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failureReason" TEXT,

    CONSTRAINT "Correspondence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrespondenceAttempt" (
    "id" UUID NOT NULL,
    "correspondenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "outcome" "AttemptOutcome",
    "replyCode" INTEGER,
    "reason" TEXT,

    CONSTRAINT "CorrespondenceAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralAccess" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "scope" "AccessScope" NOT NULL,
    "beganAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endCause" "AccessEnd",
    "endReason" TEXT,
    "endedById" UUID,

    CONSTRAINT "ReferralAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseTransfer" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "referralId" UUID,
    "reason" TEXT,
    "fromOrganizationId" UUID NOT NULL,
    "fromCaseManagerId" UUID NOT NULL,
    "toOrganizationId" UUID NOT NULL,
    "toOfficeId" UUID NOT NULL,
    "toCaseManagerId" UUID NOT NULL,
    "toAgreementId" UUID NOT NULL,
    "toServiceDeliveryLocationId" UUID,
    "completedById" UUID NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HomepageTask" (
    "id" UUID NOT NULL,
    "assigneeId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "type" "HomepageTaskType" NOT NULL,
    "priority" "TaskPriority" NOT NULL DEFAULT 'NORMAL',
    "caseId" UUID NOT NULL,
    "referralId" UUID,
    "transferId" UUID,
    "aboutOrganizationId" UUID,
    "createdById" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HomepageTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseNotification" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "type" "CaseNotificationType" NOT NULL,
    "transferId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" UUID,

    CONSTRAINT "CaseNotification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorOrganizationId" UUID,
    "action" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "caseId" UUID,
    "personId" UUID,
    "details" TEXT[],

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organization_name_key" ON "Organization"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Office_organizationId_name_key" ON "Office"("organizationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Office_id_organizationId_key" ON "Office"("id", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceDeliveryLocation_organizationId_name_key" ON "ServiceDeliveryLocation"("organizationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceDeliveryLocation_id_organizationId_key" ON "ServiceDeliveryLocation"("id", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Program_code_key" ON "Program"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_number_key" ON "Agreement"("number");

-- CreateIndex
CREATE INDEX "Agreement_organizationId_endsOn_idx" ON "Agreement"("organizationId", "endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_id_organizationId_key" ON "Agreement"("id", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_username_key" ON "Staff"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_subject_key" ON "Staff"("subject");

-- CreateIndex
CREATE INDEX "Staff_organizationId_idx" ON "Staff"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_id_organizationId_key" ON "Staff"("id", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_sin_key" ON "Person"("sin");

-- CreateIndex
CREATE UNIQUE INDEX "Person_healthCardNumber_key" ON "Person"("healthCardNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Case_number_key" ON "Case"("number");

-- CreateIndex
CREATE INDEX "Case_organizationId_status_idx" ON "Case"("organizationId", "status");

-- CreateIndex
CREATE INDEX "Case_caseManagerId_idx" ON "Case"("caseManagerId");

-- CreateIndex
CREATE INDEX "Case_personId_idx" ON "Case"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_id_personId_key" ON "Case"("id", "personId");

-- CreateIndex
CREATE INDEX "Referral_caseId_createdAt_idx" ON "Referral"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Referral_receivingOrganizationId_idx" ON "Referral"("receivingOrganizationId");

-- CreateIndex
CREATE INDEX "Referral_sendingOrganizationId_idx" ON "Referral"("sendingOrganizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Referral_id_caseId_key" ON "Referral"("id", "caseId");

-- CreateIndex
CREATE INDEX "ReferralNote_referralId_createdAt_idx" ON "ReferralNote"("referralId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReferralDocument_storageKey_key" ON "ReferralDocument"("storageKey");

-- CreateIndex
CREATE INDEX "ReferralDocument_referralId_createdAt_idx" ON "ReferralDocument"("referralId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CorrespondenceTemplate_id_referralType_key" ON "CorrespondenceTemplate"("id", "referralType");

-- CreateIndex
CREATE UNIQUE INDEX "CorrespondenceTemplateVersion_templateId_number_key" ON "CorrespondenceTemplateVersion"("templateId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CorrespondenceTemplateVersion_id_templateId_key" ON "CorrespondenceTemplateVersion"("id", "templateId");

-- CreateIndex
CREATE UNIQUE INDEX "Correspondence_messageId_key" ON "Correspondence"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Correspondence_referralId_number_key" ON "Correspondence"("referralId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CorrespondenceAttempt_correspondenceId_number_key" ON "CorrespondenceAttempt"("correspondenceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReferralAccess_referralId_key" ON "ReferralAccess"("referralId");

-- CreateIndex
CREATE INDEX "ReferralAccess_organizationId_personId_idx" ON "ReferralAccess"("organizationId", "personId");

-- CreateIndex
CREATE INDEX "ReferralAccess_caseId_idx" ON "ReferralAccess"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ReferralAccess_referralId_caseId_key" ON "ReferralAccess"("referralId", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseTransfer_referralId_key" ON "CaseTransfer"("referralId");

-- CreateIndex
CREATE INDEX "CaseTransfer_caseId_completedAt_idx" ON "CaseTransfer"("caseId", "completedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseTransfer_referralId_caseId_key" ON "CaseTransfer"("referralId", "caseId");

-- CreateIndex
CREATE INDEX "HomepageTask_assigneeId_dueOn_idx" ON "HomepageTask"("assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "CaseNotification_caseId_createdAt_idx" ON "CaseNotification"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEvent_caseId_at_idx" ON "AuditEvent"("caseId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_personId_at_idx" ON "AuditEvent"("personId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorOrganizationId_at_idx" ON "AuditEvent"("actorOrganizationId", "at");

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceDeliveryLocation" ADD CONSTRAINT "ServiceDeliveryLocation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementProgram" ADD CONSTRAINT "AgreementProgram_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementProgram" ADD CONSTRAINT "AgreementProgram_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_officeId_organizationId_fkey" FOREIGN KEY ("officeId", "organizationId") REFERENCES "Office"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_officeId_organizationId_fkey" FOREIGN KEY ("officeId", "organizationId") REFERENCES "Office"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_caseManagerId_organizationId_fkey" FOREIGN KEY ("caseManagerId", "organizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_agreementId_organizationId_fkey" FOREIGN KEY ("agreementId", "organizationId") REFERENCES "Agreement"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_serviceDeliveryLocationId_organizationId_fkey" FOREIGN KEY ("serviceDeliveryLocationId", "organizationId") REFERENCES "ServiceDeliveryLocation"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_sendingOrganizationId_fkey" FOREIGN KEY ("sendingOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_receivingOrganizationId_fkey" FOREIGN KEY ("receivingOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_templateId_type_fkey" FOREIGN KEY ("templateId", "type") REFERENCES "CorrespondenceTemplate"("id", "referralType") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_templateVersionId_templateId_fkey" FOREIGN KEY ("templateVersionId", "templateId") REFERENCES "CorrespondenceTemplateVersion"("id", "templateId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralNote" ADD CONSTRAINT "ReferralNote_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralNote" ADD CONSTRAINT "ReferralNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralDocument" ADD CONSTRAINT "ReferralDocument_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralDocument" ADD CONSTRAINT "ReferralDocument_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrespondenceTemplateVersion" ADD CONSTRAINT "CorrespondenceTemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "CorrespondenceTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrespondenceTemplateVersion" ADD CONSTRAINT "CorrespondenceTemplateVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrespondenceTemplateText" ADD CONSTRAINT "CorrespondenceTemplateText_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CorrespondenceTemplateVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correspondence" ADD CONSTRAINT "Correspondence_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correspondence" ADD CONSTRAINT "Correspondence_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrespondenceAttempt" ADD CONSTRAINT "CorrespondenceAttempt_correspondenceId_fkey" FOREIGN KEY ("correspondenceId") REFERENCES "Correspondence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralAccess" ADD CONSTRAINT "ReferralAccess_referralId_caseId_fkey" FOREIGN KEY ("referralId", "caseId") REFERENCES "Referral"("id", "caseId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ReferralAccess" ADD CONSTRAINT "ReferralAccess_caseId_personId_fkey" FOREIGN KEY ("caseId", "personId") REFERENCES "Case"("id", "personId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ReferralAccess" ADD CONSTRAINT "ReferralAccess_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralAccess" ADD CONSTRAINT "ReferralAccess_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralAccess" ADD CONSTRAINT "ReferralAccess_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_referralId_caseId_fkey" FOREIGN KEY ("referralId", "caseId") REFERENCES "Referral"("id", "caseId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_fromOrganizationId_fkey" FOREIGN KEY ("fromOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_fromCaseManagerId_fromOrganizationId_fkey" FOREIGN KEY ("fromCaseManagerId", "fromOrganizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_toOrganizationId_fkey" FOREIGN KEY ("toOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_toOfficeId_toOrganizationId_fkey" FOREIGN KEY ("toOfficeId", "toOrganizationId") REFERENCES "Office"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_toCaseManagerId_toOrganizationId_fkey" FOREIGN KEY ("toCaseManagerId", "toOrganizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_toAgreementId_toOrganizationId_fkey" FOREIGN KEY ("toAgreementId", "toOrganizationId") REFERENCES "Agreement"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_toServiceDeliveryLocationId_toOrganizationId_fkey" FOREIGN KEY ("toServiceDeliveryLocationId", "toOrganizationId") REFERENCES "ServiceDeliveryLocation"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CaseTransfer" ADD CONSTRAINT "CaseTransfer_completedById_fkey" FOREIGN KEY ("completedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_assigneeId_organizationId_fkey" FOREIGN KEY ("assigneeId", "organizationId") REFERENCES "Staff"("id", "organizationId") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_transferId_fkey" FOREIGN KEY ("transferId") REFERENCES "CaseTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_aboutOrganizationId_fkey" FOREIGN KEY ("aboutOrganizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomepageTask" ADD CONSTRAINT "HomepageTask_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotification" ADD CONSTRAINT "CaseNotification_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotification" ADD CONSTRAINT "CaseNotification_transferId_fkey" FOREIGN KEY ("transferId") REFERENCES "CaseTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotification" ADD CONSTRAINT "CaseNotification_acknowledgedById_fkey" FOREIGN KEY ("acknowledgedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Office" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ServiceDeliveryLocation" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "AgreementProgram" ADD COLUMN     "days" daterange,
ADD COLUMN     "organizationId" UUID;

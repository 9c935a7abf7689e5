-- CreateEnum
CREATE TYPE "IntegrationScope" AS ENUM ('READ_CASES', 'CREATE_REFERRALS', 'SUBSCRIBE');

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "scopes" "IntegrationScope"[];

-- A service account is nothing else besides; people have no scopes.
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_scopes_of_service_accounts" CHECK (
  CASE WHEN 'INTEGRATION' = ANY ("roles") THEN cardinality("roles") = 1
       ELSE coalesce(cardinality("scopes"), 0) = 0 END);

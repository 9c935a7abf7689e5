-- CreateTable
CREATE TABLE "StaffVersion" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "roles" "StaffRole"[],
    "scopes" "IntegrationScope"[],
    "active" BOOLEAN NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3),

    CONSTRAINT "StaffVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationVersion" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3),

    CONSTRAINT "OrganizationVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffVersion_organizationId_validFrom_idx" ON "StaffVersion"("organizationId", "validFrom");

-- CreateIndex
CREATE INDEX "StaffVersion_staffId_idx" ON "StaffVersion"("staffId");

-- CreateIndex
CREATE INDEX "OrganizationVersion_organizationId_validFrom_idx" ON "OrganizationVersion"("organizationId", "validFrom");

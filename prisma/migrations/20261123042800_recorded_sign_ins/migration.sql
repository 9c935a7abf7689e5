-- CreateTable
CREATE TABLE "RecordedSignIn" (
    "fingerprint" BYTEA NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecordedSignIn_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateIndex
CREATE INDEX "RecordedSignIn_recordedAt_idx" ON "RecordedSignIn"("recordedAt");

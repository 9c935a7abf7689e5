-- CreateIndex
CREATE INDEX "Referral_submittedAt_idx" ON "Referral"("submittedAt");

-- The outbox: what is still to go out, or failed (B1). Far the most correspondence is sent.
CREATE INDEX "Correspondence_not_sent" ON "Correspondence" ("queuedAt") WHERE "status" <> 'SENT';

-- A caseload goes to somebody else (B9). To another organization it goes by Employment Nova Scotia alone, with an agreement and a
-- reason, as each case does; inside an organization every case keeps its agreement and its location.
ALTER TABLE "CaseloadTransfer"
  ADD CONSTRAINT "CaseloadTransfer_to_somebody_else" CHECK ("fromCaseManagerId" <> "toCaseManagerId"),
  ADD CONSTRAINT "CaseloadTransfer_has_ground" CHECK (
    CASE WHEN "fromOrganizationId" = "toOrganizationId"
         THEN num_nonnulls("toAgreementId", "toServiceDeliveryLocationId", "reason") = 0
         ELSE num_nonnulls("toAgreementId", "reason") = 2 END),
  ADD CONSTRAINT "CaseloadTransfer_finished_after_request" CHECK ("finishedAt" >= "requestedAt");

ALTER TABLE "CaseloadTransferItem"
  ADD CONSTRAINT "CaseloadTransferItem_done_has_time" CHECK (("status" = 'PENDING') = ("doneAt" IS NULL)),
  ADD CONSTRAINT "CaseloadTransferItem_refused_has_code" CHECK (("status" = 'REFUSED') = ("refusalCode" IS NOT NULL)),
  ADD CONSTRAINT "CaseloadTransferItem_receipt_of_move" CHECK ("transferId" IS NULL OR "status" = 'MOVED');

-- What was asked for never changes; that it is finished is written once.
CREATE TRIGGER caseload_transfer_stays BEFORE UPDATE ON "CaseloadTransfer"
FOR EACH ROW WHEN (OLD."finishedAt" IS NOT NULL OR to_jsonb(OLD) - 'finishedAt' <> to_jsonb(NEW) - 'finishedAt')
EXECUTE FUNCTION append_only();
CREATE TRIGGER caseload_transfer_is_kept BEFORE DELETE ON "CaseloadTransfer"
FOR EACH ROW EXECUTE FUNCTION append_only();

-- Which cases it is about never changes, and neither does what has become of one.
CREATE TRIGGER caseload_item_stays BEFORE UPDATE ON "CaseloadTransferItem"
FOR EACH ROW WHEN (OLD."status" <> 'PENDING' OR OLD."caseId" <> NEW."caseId"
                   OR OLD."caseloadTransferId" <> NEW."caseloadTransferId")
EXECUTE FUNCTION append_only();
CREATE TRIGGER caseload_item_is_kept BEFORE DELETE ON "CaseloadTransferItem"
FOR EACH ROW EXECUTE FUNCTION append_only();

-- It is finished when every case is done, and then no case is added.
CREATE FUNCTION caseload_finished_when_done() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "CaseloadTransferItem" WHERE "caseloadTransferId" = NEW.id AND "status" = 'PENDING') THEN
    RAISE EXCEPTION 'a caseload transfer is finished when every case is done' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER caseload_finished_when_done BEFORE UPDATE ON "CaseloadTransfer"
FOR EACH ROW WHEN (NEW."finishedAt" IS NOT NULL) EXECUTE FUNCTION caseload_finished_when_done();

CREATE FUNCTION caseload_item_before_finish() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "CaseloadTransfer" WHERE id = NEW."caseloadTransferId" AND "finishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'no case is added to a finished caseload transfer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER caseload_item_before_finish BEFORE INSERT ON "CaseloadTransferItem"
FOR EACH ROW EXECUTE FUNCTION caseload_item_before_finish();

-- How far one is: few items are pending, and those of few caseloads.
CREATE INDEX "CaseloadTransferItem_pending" ON "CaseloadTransferItem" ("caseloadTransferId") WHERE "status" = 'PENDING';

-- A task is about one case, or it is the digest of a caseload transfer; of that each person gets one.
ALTER TABLE "HomepageTask"
  ADD CONSTRAINT "HomepageTask_about_case_or_caseload" CHECK (num_nonnulls("caseId", "caseloadTransferId") = 1),
  ADD CONSTRAINT "HomepageTask_digest_of_caseload" CHECK (
    "caseloadTransferId" IS NULL
    OR ("type" IN ('CASELOAD_RECEIVED', 'CASELOAD_TRANSFERRED', 'REFERRAL_SUPERSEDED')
        AND num_nonnulls("referralId", "transferId") = 0)),
  ADD CONSTRAINT "HomepageTask_caseload_has_digest" CHECK (
    "type" NOT IN ('CASELOAD_RECEIVED', 'CASELOAD_TRANSFERRED') OR "caseloadTransferId" IS NOT NULL);
CREATE UNIQUE INDEX "HomepageTask_one_digest" ON "HomepageTask" ("caseloadTransferId", "assigneeId")
WHERE "caseloadTransferId" IS NOT NULL;

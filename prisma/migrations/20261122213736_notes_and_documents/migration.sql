-- AlterTable: a key of the document storage is random and tells nothing, so it is no name and no path (R13).
ALTER TABLE "ReferralDocument" ALTER COLUMN "storageKey" TYPE UUID USING "storageKey"::uuid;

-- Notes and documents (R13, D11)

ALTER TABLE "ReferralNote" ADD CONSTRAINT "ReferralNote_text_form" CHECK (
  btrim("text", E' \t\n') <> '' AND char_length("text") <= 5000
  AND translate("text", E'\t\n', '') !~ '[[:cntrl:]]');

ALTER TABLE "ReferralDocument"
  ADD CONSTRAINT "ReferralDocument_not_empty" CHECK ("byteSize" > 0),
  ADD CONSTRAINT "ReferralDocument_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ReferralDocument_file_name_form" CHECK (
    "fileName" <> '' AND char_length("fileName") <= 255 AND "fileName" !~ '[[:cntrl:]/\\]');

-- A note stays as it was written.
CREATE TRIGGER referral_note_append_only BEFORE UPDATE ON "ReferralNote"
FOR EACH ROW EXECUTE FUNCTION append_only();

-- It goes only with its draft: the referral itself is deleted first, which a submitted one never is (R18).
CREATE FUNCTION referral_note_goes_with_draft() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "Referral" WHERE id = OLD."referralId") THEN
    RAISE EXCEPTION 'notes are kept as long as their referral' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER referral_note_goes_with_draft BEFORE DELETE ON "ReferralNote"
FOR EACH ROW EXECUTE FUNCTION referral_note_goes_with_draft();

-- Compares ids and days in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Which organization, and on which days: the same as the agreement says, whoever writes the row.
CREATE FUNCTION agreement_program_days() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  SELECT "organizationId", daterange("startsOn", "endsOn", '[]') INTO NEW."organizationId", NEW."days"
    FROM "Agreement" WHERE id = NEW."agreementId";
  RETURN NEW;
END
$$;

CREATE FUNCTION agreement_days_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE "AgreementProgram" SET "days" = NULL WHERE "agreementId" = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER agreement_program_days BEFORE INSERT OR UPDATE ON "AgreementProgram"
FOR EACH ROW EXECUTE FUNCTION agreement_program_days();
CREATE TRIGGER agreement_days_changed AFTER UPDATE ON "Agreement"
FOR EACH ROW WHEN (OLD."startsOn" <> NEW."startsOn" OR OLD."endsOn" <> NEW."endsOn" OR OLD."organizationId" <> NEW."organizationId")
EXECUTE FUNCTION agreement_days_changed();

UPDATE "AgreementProgram" SET "days" = NULL;

-- The history of agreements and who can receive referrals follow from one agreement for a program on a day.
ALTER TABLE "AgreementProgram"
  ADD CONSTRAINT "AgreementProgram_one_agreement_at_a_time"
  EXCLUDE USING gist ("organizationId" WITH =, "programId" WITH =, "days" WITH &&);

ALTER TABLE "Organization"
  ADD CONSTRAINT "Organization_has_a_name" CHECK ("name" ~ '[^[:space:]]'),
  ADD CONSTRAINT "Organization_employment_nova_scotia_stays_open"
  CHECK ("closedAt" IS NULL OR NOT "isEmploymentNovaScotia");

-- Names that are told apart by accents and case alone are taken for one another. An index asks for a function that never gives
-- another answer: that holds for as long as the rules of unaccent stay, and wherever it is called from.
CREATE FUNCTION name_key(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path FROM CURRENT
AS $$ SELECT search_text($1) $$;

CREATE UNIQUE INDEX "Organization_one_of_a_name" ON "Organization" (name_key("name"));
CREATE UNIQUE INDEX "Office_one_of_a_name" ON "Office" ("organizationId", name_key("name"));
CREATE UNIQUE INDEX "ServiceDeliveryLocation_one_of_a_name" ON "ServiceDeliveryLocation" ("organizationId", name_key("name"));

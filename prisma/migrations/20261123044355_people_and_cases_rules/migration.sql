-- Whoever changes a client's record or a case, it is another version from then on: what was based on the one before is refused.
CREATE FUNCTION next_version() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."version" := OLD."version" + 1;
  RETURN NEW;
END
$$;

CREATE TRIGGER person_next_version BEFORE UPDATE ON "Person" FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER case_next_version BEFORE UPDATE ON "Case" FOR EACH ROW EXECUTE FUNCTION next_version();

ALTER TABLE "Person"
  ADD CONSTRAINT "Person_has_a_name" CHECK ("givenName" ~ '[^[:space:]]' AND "familyName" ~ '[^[:space:]]'),
  ADD CONSTRAINT "Person_born_since_1900" CHECK ("birthDate" >= '1900-01-01');

-- The history of a case grows, and is never rewritten; a closed case is reopened for a reason.
CREATE TRIGGER case_status_change_append_only BEFORE UPDATE OR DELETE ON "CaseStatusChange"
FOR EACH ROW EXECUTE FUNCTION append_only();

ALTER TABLE "CaseStatusChange"
  ADD CONSTRAINT "CaseStatusChange_to_another" CHECK ("from" <> "to"),
  ADD CONSTRAINT "CaseStatusChange_reopened_for_a_reason" CHECK ("from" <> 'CLOSED' OR "reason" IS NOT NULL);

-- A line of an organization's own files is imported once, and stays with what it became.
CREATE TRIGGER imported_case_append_only BEFORE UPDATE OR DELETE ON "ImportedCase"
FOR EACH ROW EXECUTE FUNCTION append_only();

-- What each agreement has said, and when that was on record: who could receive referrals on a given day (B10, D12).

CREATE FUNCTION agreement_terms(agreement uuid)
RETURNS TABLE ("organizationId" uuid, "startsOn" date, "endsOn" date, "clientTracking" boolean, "ecm" boolean)
LANGUAGE sql STABLE
AS $$
  SELECT "organizationId", "startsOn", "endsOn", "clientTracking",
         EXISTS (SELECT FROM "AgreementProgram" JOIN "Program" ON "Program".id = "programId"
                  WHERE "agreementId" = agreement AND "Program"."ecm")
    FROM "Agreement" WHERE id = agreement
$$;

-- Ends the version that no longer holds and begins the one that does; does nothing where nothing has changed.
CREATE FUNCTION record_agreement_version(agreement uuid) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  at timestamptz;
BEGIN
  -- Of two transactions that change one agreement the second waits here, and then sees what the first did.
  PERFORM FROM "Agreement" WHERE id = agreement FOR NO KEY UPDATE;
  at := date_trunc('milliseconds', clock_timestamp());
  UPDATE "AgreementVersion" v SET "validUntil" = greatest(at, v."validFrom")
   WHERE v."agreementId" = agreement AND v."validUntil" IS NULL
     AND NOT EXISTS (
       SELECT FROM agreement_terms(agreement) t
        WHERE t = ROW(v."organizationId", v."startsOn", v."endsOn", v."clientTracking", v."ecm"));
  INSERT INTO "AgreementVersion"
    (id, "agreementId", "organizationId", "startsOn", "endsOn", "clientTracking", "ecm", "validFrom")
  SELECT gen_random_uuid(), agreement, t.*, at FROM agreement_terms(agreement) t
   WHERE NOT EXISTS (SELECT FROM "AgreementVersion" WHERE "agreementId" = agreement AND "validUntil" IS NULL);
END
$$;

CREATE FUNCTION agreement_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM record_agreement_version(id) FROM (SELECT DISTINCT unnest(ARRAY[OLD.id, NEW.id]) AS id) AS changed WHERE id IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE FUNCTION agreement_programs_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM record_agreement_version(id)
     FROM (SELECT DISTINCT unnest(ARRAY[OLD."agreementId", NEW."agreementId"]) AS id ORDER BY id) AS changed WHERE id IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE FUNCTION ecm_program_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM record_agreement_version(id)
     FROM (SELECT "agreementId" AS id FROM "AgreementProgram" WHERE "programId" = NEW.id ORDER BY id) AS changed;
  RETURN NULL;
END
$$;

-- Deferred, so that what is recorded is what a transaction leaves behind, and not what it goes through.
CREATE CONSTRAINT TRIGGER agreement_changed AFTER INSERT OR UPDATE OR DELETE ON "Agreement"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreement_changed();
CREATE CONSTRAINT TRIGGER agreement_programs_changed AFTER INSERT OR UPDATE OR DELETE ON "AgreementProgram"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreement_programs_changed();
CREATE CONSTRAINT TRIGGER ecm_program_changed AFTER UPDATE ON "Program"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."ecm" <> NEW."ecm") EXECUTE FUNCTION ecm_program_changed();

-- The agreements that are there already have said the same since they were made, as far as anything tells.
INSERT INTO "AgreementVersion"
  (id, "agreementId", "organizationId", "startsOn", "endsOn", "clientTracking", "ecm", "validFrom")
SELECT gen_random_uuid(), id, t.*, "createdAt" FROM "Agreement", agreement_terms(id) t;

ALTER TABLE "AgreementVersion"
  ADD CONSTRAINT "AgreementVersion_ends_after_beginning" CHECK ("validUntil" >= "validFrom");
CREATE UNIQUE INDEX "AgreementVersion_one_at_a_time" ON "AgreementVersion" ("agreementId") WHERE "validUntil" IS NULL;

-- What was on record stays so: a version only comes to its end, once, and by the triggers above alone.
CREATE FUNCTION agreement_version_by_hand() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'versions of agreements follow from agreements' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER agreement_version_by_hand BEFORE INSERT OR UPDATE ON "AgreementVersion"
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION agreement_version_by_hand();
CREATE TRIGGER agreement_version_ended BEFORE UPDATE ON "AgreementVersion"
FOR EACH ROW WHEN (OLD."validUntil" IS NOT NULL
                   OR (to_jsonb(OLD) - 'validUntil') <> (to_jsonb(NEW) - 'validUntil'))
EXECUTE FUNCTION append_only();
CREATE TRIGGER agreement_version_is_kept BEFORE DELETE ON "AgreementVersion"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER agreement_versions_not_emptied BEFORE TRUNCATE ON "AgreementVersion"
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

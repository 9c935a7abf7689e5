-- Whose account let them see clients, and where somebody could sign in at all, on a given day (B10): what staff and organizations
-- were is kept as what agreements have said is.

CREATE FUNCTION staff_account(member uuid)
RETURNS TABLE ("organizationId" uuid, "roles" "StaffRole"[], "scopes" "IntegrationScope"[], "active" boolean)
LANGUAGE sql STABLE
AS $$
  SELECT "organizationId", coalesce("roles", '{}'), coalesce("scopes", '{}'), "disabledAt" IS NULL FROM "Staff" WHERE id = member
$$;

-- At commit it compares the row as the transaction leaves it with the version that is open. Only who has locked the row can have
-- changed it, so of two transactions the second sees what the first did. The first version holds from when the row was made.
CREATE FUNCTION staff_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  member uuid := coalesce(NEW.id, OLD.id);
  at timestamptz := greatest(
    date_trunc('milliseconds', clock_timestamp()),
    (SELECT "validFrom" FROM "StaffVersion" WHERE "staffId" = member AND "validUntil" IS NULL));
BEGIN
  UPDATE "StaffVersion" v SET "validUntil" = at
   WHERE v."staffId" = member AND v."validUntil" IS NULL
     AND NOT EXISTS (
       SELECT FROM staff_account(member) a WHERE a = ROW(v."organizationId", v."roles", v."scopes", v."active"));
  INSERT INTO "StaffVersion" (id, "staffId", "organizationId", "roles", "scopes", "active", "validFrom")
  SELECT gen_random_uuid(), id, a.*,
         CASE WHEN EXISTS (SELECT FROM "StaffVersion" WHERE "staffId" = member) THEN at ELSE "createdAt" END
    FROM "Staff", staff_account(member) a
   WHERE id = member AND NOT EXISTS (SELECT FROM "StaffVersion" WHERE "staffId" = member AND "validUntil" IS NULL);
  RETURN NULL;
END
$$;

CREATE FUNCTION organization_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  organization uuid := coalesce(NEW.id, OLD.id);
  at timestamptz := greatest(
    date_trunc('milliseconds', clock_timestamp()),
    (SELECT "validFrom" FROM "OrganizationVersion" WHERE "organizationId" = organization AND "validUntil" IS NULL));
BEGIN
  UPDATE "OrganizationVersion" v SET "validUntil" = at
   WHERE v."organizationId" = organization AND v."validUntil" IS NULL
     AND NOT EXISTS (SELECT FROM "Organization" o WHERE o.id = organization AND (o."closedAt" IS NULL) = v."open");
  INSERT INTO "OrganizationVersion" (id, "organizationId", "open", "validFrom")
  SELECT gen_random_uuid(), id, "closedAt" IS NULL,
         CASE WHEN EXISTS (SELECT FROM "OrganizationVersion" WHERE "organizationId" = organization) THEN at ELSE "createdAt" END
    FROM "Organization"
   WHERE id = organization
     AND NOT EXISTS (SELECT FROM "OrganizationVersion" WHERE "organizationId" = organization AND "validUntil" IS NULL);
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER staff_changed AFTER INSERT OR UPDATE OR DELETE ON "Staff"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staff_changed();
CREATE CONSTRAINT TRIGGER organization_changed AFTER INSERT OR UPDATE OR DELETE ON "Organization"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organization_changed();

-- What is there already has been as it is since it was made, as far as anything tells, but for when it was disabled or closed.
-- Where that was before it was made, or never, one of the two versions has no time.
INSERT INTO "StaffVersion"
  (id, "staffId", "organizationId", "roles", "scopes", "active", "validFrom", "validUntil")
SELECT gen_random_uuid(), id, a."organizationId", a."roles", a."scopes", v.*
  FROM "Staff", staff_account(id) a,
       LATERAL (VALUES (TRUE, "createdAt", "disabledAt"), (FALSE, "disabledAt", NULL)) AS v ("active", "from", "until")
 WHERE "from" < coalesce("until", 'infinity');
INSERT INTO "OrganizationVersion" (id, "organizationId", "open", "validFrom", "validUntil")
SELECT gen_random_uuid(), id, v.*
  FROM "Organization",
       LATERAL (VALUES (TRUE, "createdAt", "closedAt"), (FALSE, "closedAt", NULL)) AS v ("open", "from", "until")
 WHERE "from" < coalesce("until", 'infinity');

ALTER TABLE "StaffVersion"
  ADD CONSTRAINT "StaffVersion_ends_after_beginning" CHECK ("validUntil" >= "validFrom");
ALTER TABLE "OrganizationVersion"
  ADD CONSTRAINT "OrganizationVersion_ends_after_beginning" CHECK ("validUntil" >= "validFrom");
CREATE UNIQUE INDEX "StaffVersion_one_at_a_time" ON "StaffVersion" ("staffId") WHERE "validUntil" IS NULL;
CREATE UNIQUE INDEX "OrganizationVersion_one_at_a_time" ON "OrganizationVersion" ("organizationId") WHERE "validUntil" IS NULL;

-- What was on record stays so: a version only comes to its end, once, and by the triggers above alone.
CREATE FUNCTION version_by_hand() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% follows from what it is a version of', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER staff_version_by_hand BEFORE INSERT OR UPDATE ON "StaffVersion"
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION version_by_hand();
CREATE TRIGGER staff_version_ended BEFORE UPDATE ON "StaffVersion"
FOR EACH ROW WHEN (OLD."validUntil" IS NOT NULL
                   OR (to_jsonb(OLD) - 'validUntil') <> (to_jsonb(NEW) - 'validUntil'))
EXECUTE FUNCTION append_only();
CREATE TRIGGER staff_version_is_kept BEFORE DELETE ON "StaffVersion"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER staff_versions_not_emptied BEFORE TRUNCATE ON "StaffVersion"
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER organization_version_by_hand BEFORE INSERT OR UPDATE ON "OrganizationVersion"
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION version_by_hand();
CREATE TRIGGER organization_version_ended BEFORE UPDATE ON "OrganizationVersion"
FOR EACH ROW WHEN (OLD."validUntil" IS NOT NULL
                   OR (to_jsonb(OLD) - 'validUntil') <> (to_jsonb(NEW) - 'validUntil'))
EXECUTE FUNCTION append_only();
CREATE TRIGGER organization_version_is_kept BEFORE DELETE ON "OrganizationVersion"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER organization_versions_not_emptied BEFORE TRUNCATE ON "OrganizationVersion"
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Whom an event concerns is filled in from its case, as it stands in the same transaction (D14): the client, who stays the
-- same, and the organization that manages the case, which may read the event from then on and no other that comes later.
CREATE FUNCTION audit_event_of_case() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  SELECT "personId", coalesce(NEW."managingOrganizationId", "organizationId")
    INTO NEW."personId", NEW."managingOrganizationId"
    FROM "Case" WHERE id = NEW."caseId";
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_event_of_case BEFORE INSERT ON "AuditEvent"
FOR EACH ROW WHEN (NEW."caseId" IS NOT NULL) EXECUTE FUNCTION audit_event_of_case();

-- Each event waits for its place in the chain. Writers only add a row of their own, so none waits for another.
CREATE FUNCTION audit_event_to_seal() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "UnsealedAuditEvent" ("eventId") SELECT id FROM added;
  RETURN NULL;
END
$$;

CREATE TRIGGER audit_event_to_seal AFTER INSERT ON "AuditEvent"
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_event_to_seal();

INSERT INTO "UnsealedAuditEvent" ("eventId", "recordedAt") SELECT id, "at" FROM "AuditEvent";

-- The chain can only grow.
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON "AuditSeal"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_seal_not_emptied BEFORE TRUNCATE ON "AuditSeal"
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Refusals are few among all events, and looked for by themselves.
CREATE INDEX "AuditEvent_refused" ON "AuditEvent" ("at") WHERE "outcome" = 'REFUSED';

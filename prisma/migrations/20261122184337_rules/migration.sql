-- What Prisma's schema cannot say: the rules that must never break, whoever writes to the database.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Names as searches compare them: no accents, lower case, dashes and quotation marks of every shape as spaces; unaccent
-- brings most of them to - and ' (R28).
CREATE FUNCTION search_text(text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(translate(unaccent($1), '''’ʼ`´"-‐‑.,;:()/<>', '                  ')) $$;

CREATE FUNCTION person_search_text() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."searchText" := ' ' || search_text(concat_ws(' ', NEW."givenName", NEW."middleNames", NEW."familyName"));
  RETURN NEW;
END
$$;

CREATE TRIGGER person_search_text BEFORE INSERT OR UPDATE ON "Person"
FOR EACH ROW EXECUTE FUNCTION person_search_text();

CREATE INDEX "Person_searchText_trigram" ON "Person" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Case_number_prefix" ON "Case" ("number" text_pattern_ops);
CREATE INDEX "Referral_not_yet_emailed" ON "Referral" ("submittedAt") WHERE "status" = 'SUBMITTED';
CREATE INDEX "HomepageTask_open" ON "HomepageTask" ("assigneeId", "dueOn") WHERE "completedAt" IS NULL;

-- Organizations, agreements, staff

CREATE UNIQUE INDEX "Organization_one_employment_nova_scotia" ON "Organization" ("isEmploymentNovaScotia")
WHERE "isEmploymentNovaScotia";

ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_ends_after_start" CHECK ("endsOn" >= "startsOn");

ALTER TABLE "Staff"
  ADD CONSTRAINT "Staff_username_lower_case" CHECK ("username" = lower("username") AND "username" <> ''),
  ADD CONSTRAINT "Staff_has_a_role" CHECK (coalesce(cardinality("roles"), 0) > 0);

-- Cases

ALTER TABLE "Case"
  ADD CONSTRAINT "Case_number_form" CHECK ("number" ~ '^[0-9]{8}$'),
  ADD CONSTRAINT "Case_closed_has_day" CHECK (("status" = 'CLOSED') = ("closedOn" IS NOT NULL));

-- A case keeps its number and its client for good (D13).
CREATE FUNCTION case_identity_is_stable() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'the number and the client of a case never change' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER case_identity_is_stable BEFORE UPDATE ON "Case"
FOR EACH ROW WHEN (OLD."number" <> NEW."number" OR OLD."personId" <> NEW."personId")
EXECUTE FUNCTION case_identity_is_stable();

-- Referrals

ALTER TABLE "Referral"
  ADD CONSTRAINT "Referral_organization_by_type" CHECK (
    CASE WHEN "type" = 'INFORMATIONAL_OUTSIDE' THEN "receivingOrganizationId" IS NULL
         ELSE "outsideOrganizationName" IS NULL END),
  ADD CONSTRAINT "Referral_not_to_oneself" CHECK ("receivingOrganizationId" <> "sendingOrganizationId"),
  ADD CONSTRAINT "Referral_template_has_version" CHECK (("templateId" IS NULL) = ("templateVersionId" IS NULL)),
  ADD CONSTRAINT "Referral_one_line_header" CHECK (
    "emailSubject" !~ '[[:cntrl:]]' AND "emailTo" !~ '[[:cntrl:]]' AND "contactName" !~ '[[:cntrl:]]'),
  ADD CONSTRAINT "Referral_draft_is_not_submitted" CHECK (
    "status" <> 'DRAFT' OR num_nonnulls("submittedAt", "submittedById", "referralDate", "emailedAt") = 0),
  ADD CONSTRAINT "Referral_submitted_is_complete" CHECK (
    "status" = 'DRAFT' OR (
      num_nonnulls("submittedAt", "submittedById", "referralDate", "contactName", "emailTo", "templateId",
                   "emailSubject", "emailContent") = 8
      AND num_nonnulls("receivingOrganizationId", "outsideOrganizationName") = 1)),
  ADD CONSTRAINT "Referral_emailed_has_time" CHECK (("status" = 'EMAILED') = ("emailedAt" IS NOT NULL));

-- After submit nothing changes but Submitted to Emailed, and the referral stays (R17, R18, R19).
CREATE FUNCTION referral_is_locked() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."status" = 'SUBMITTED' AND NEW."status" = 'EMAILED'
     AND (to_jsonb(OLD) - '{status,emailedAt,updatedAt}'::text[]) = (to_jsonb(NEW) - '{status,emailedAt,updatedAt}'::text[])
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a submitted referral is locked' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER referral_is_locked BEFORE UPDATE OR DELETE ON "Referral"
FOR EACH ROW WHEN (OLD."status" <> 'DRAFT') EXECUTE FUNCTION referral_is_locked();

-- A referral begins as a draft (R4).
CREATE FUNCTION referral_begins_as_draft() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER referral_begins_as_draft BEFORE INSERT ON "Referral"
FOR EACH ROW WHEN (NEW."status" <> 'DRAFT') EXECUTE FUNCTION referral_begins_as_draft();

-- A draft is submitted before it is emailed (R19).
CREATE FUNCTION referral_is_submitted_first() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'a referral is submitted before it is emailed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER referral_is_submitted_first BEFORE UPDATE ON "Referral"
FOR EACH ROW WHEN (OLD."status" = 'DRAFT' AND NEW."status" = 'EMAILED') EXECUTE FUNCTION referral_is_submitted_first();

-- Documents come and go only while the referral is a draft (D11).
CREATE FUNCTION referral_document_only_in_draft() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "Referral" WHERE id IN (OLD."referralId", NEW."referralId") AND "status" <> 'DRAFT') THEN
    RAISE EXCEPTION 'documents of a submitted referral are locked' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER referral_document_only_in_draft BEFORE INSERT OR UPDATE OR DELETE ON "ReferralDocument"
FOR EACH ROW EXECUTE FUNCTION referral_document_only_in_draft();

-- Letters and correspondence

ALTER TABLE "Letter" ADD CONSTRAINT "Letter_rendered_whole" CHECK (
  num_nonnulls("pdf", "sha256", "renderedAt") IN (0, 3) AND "sha256" = encode(sha256("pdf"), 'hex'));

ALTER TABLE "Correspondence" ADD CONSTRAINT "Correspondence_outcome" CHECK (
  (("status" = 'SENT') = ("sentAt" IS NOT NULL))
  AND (("status" = 'FAILED') = ("failedAt" IS NOT NULL))
  AND (("status" = 'FAILED') = ("failureReason" IS NOT NULL)));

ALTER TABLE "CorrespondenceAttempt" ADD CONSTRAINT "CorrespondenceAttempt_outcome" CHECK (
  ("finishedAt" IS NULL) = ("outcome" IS NULL));

-- The same refusal for everything that is only ever added to.
CREATE FUNCTION append_only() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- What a letter says never changes, and its bytes are written once (B2).
CREATE TRIGGER letter_written_once BEFORE UPDATE ON "Letter"
FOR EACH ROW WHEN (OLD."pdf" IS NOT NULL OR OLD."content" <> NEW."content" OR OLD."referralId" <> NEW."referralId")
EXECUTE FUNCTION append_only();
CREATE TRIGGER letter_is_kept BEFORE DELETE ON "Letter" FOR EACH ROW EXECUTE FUNCTION append_only();

-- A sending that has come to its end stays as it is, and its address and Message-ID never change (D2).
CREATE TRIGGER correspondence_ended BEFORE UPDATE ON "Correspondence"
FOR EACH ROW WHEN (OLD."status" <> 'QUEUED' OR OLD."emailTo" <> NEW."emailTo" OR OLD."messageId" <> NEW."messageId"
                   OR OLD."referralId" <> NEW."referralId")
EXECUTE FUNCTION append_only();
CREATE TRIGGER correspondence_is_kept BEFORE DELETE ON "Correspondence" FOR EACH ROW EXECUTE FUNCTION append_only();

-- An attempt that has come to its end stays as it is (D2).
CREATE TRIGGER correspondence_attempt_ended BEFORE UPDATE ON "CorrespondenceAttempt"
FOR EACH ROW WHEN (OLD."finishedAt" IS NOT NULL) EXECUTE FUNCTION append_only();
CREATE TRIGGER correspondence_attempt_is_kept BEFORE DELETE ON "CorrespondenceAttempt"
FOR EACH ROW EXECUTE FUNCTION append_only();

-- A published version of a template is never changed (R22, R23), and has its text in both languages.
CREATE TRIGGER template_version_published BEFORE UPDATE OR DELETE ON "CorrespondenceTemplateVersion"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER template_text_published BEFORE UPDATE OR DELETE ON "CorrespondenceTemplateText"
FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE FUNCTION template_version_in_both_languages() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF (SELECT count(*) FROM "CorrespondenceTemplateText" WHERE "versionId" = NEW.id) <> cardinality(enum_range(NULL::"Language")) THEN
    RAISE EXCEPTION 'a template version needs its text in every language' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER template_version_in_both_languages AFTER INSERT ON "CorrespondenceTemplateVersion"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION template_version_in_both_languages();

-- Access, transfers, notifications

ALTER TABLE "ReferralAccess"
  ADD CONSTRAINT "ReferralAccess_end_has_cause" CHECK (("endedAt" IS NULL) = ("endCause" IS NULL)),
  ADD CONSTRAINT "ReferralAccess_ends_after_beginning" CHECK ("endedAt" >= "beganAt" AND "expiresAt" > "beganAt");

-- Access is given by a submitted referral, to the organization it names, as far as its type goes (R24, R25, R26).
CREATE FUNCTION referral_access_follows_referral() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Referral"
     WHERE id = NEW."referralId" AND "status" <> 'DRAFT' AND "receivingOrganizationId" = NEW."organizationId"
       AND NEW."scope" = CASE "type" WHEN 'CASE_TRANSFER' THEN 'PERSON_RECORD_AND_CASE_SUMMARY'
                                     ELSE 'PERSON_RECORD' END::"AccessScope")
  THEN
    RAISE EXCEPTION 'access follows a submitted referral' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER referral_access_follows_referral BEFORE INSERT ON "ReferralAccess"
FOR EACH ROW EXECUTE FUNCTION referral_access_follows_referral();

-- Access that has ended stays on record as it was (D8, B10).
CREATE TRIGGER referral_access_ended BEFORE UPDATE ON "ReferralAccess"
FOR EACH ROW WHEN (OLD."endedAt" IS NOT NULL OR OLD."organizationId" <> NEW."organizationId" OR OLD."beganAt" <> NEW."beganAt"
                   OR OLD."personId" <> NEW."personId" OR OLD."scope" <> NEW."scope")
EXECUTE FUNCTION append_only();
CREATE TRIGGER referral_access_is_kept BEFORE DELETE ON "ReferralAccess" FOR EACH ROW EXECUTE FUNCTION append_only();

ALTER TABLE "CaseTransfer"
  ADD CONSTRAINT "CaseTransfer_has_ground" CHECK ("referralId" IS NOT NULL OR "reason" IS NOT NULL),
  ADD CONSTRAINT "CaseTransfer_to_another" CHECK ("fromOrganizationId" <> "toOrganizationId");

CREATE TRIGGER case_transfer_append_only BEFORE UPDATE OR DELETE ON "CaseTransfer"
FOR EACH ROW EXECUTE FUNCTION append_only();

ALTER TABLE "CaseNotification" ADD CONSTRAINT "CaseNotification_acknowledged_by_someone" CHECK (
  ("acknowledgedAt" IS NULL) = ("acknowledgedById" IS NULL));

-- The audit trail can only grow (D14).
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEvent"
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON "AuditEvent"
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Only people of Employment Nova Scotia publish (R23); what the product itself sets up has no publisher.
CREATE FUNCTION template_published_by_ens() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Staff" JOIN "Organization" ON "Organization".id = "organizationId"
     WHERE "Staff".id = NEW."publishedById" AND "isEmploymentNovaScotia")
  THEN
    RAISE EXCEPTION 'only Employment Nova Scotia publishes templates' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER template_published_by_ens BEFORE INSERT ON "CorrespondenceTemplateVersion"
FOR EACH ROW WHEN (NEW."publishedById" IS NOT NULL) EXECUTE FUNCTION template_published_by_ens();

-- A template stays on record, for its type of referral, and does not come back once retired (R8).
CREATE TRIGGER template_stays_what_it_is BEFORE UPDATE ON "CorrespondenceTemplate"
FOR EACH ROW WHEN (OLD."referralType" <> NEW."referralType" OR OLD."retiredAt" IS NOT NULL)
EXECUTE FUNCTION append_only();
CREATE TRIGGER template_is_kept BEFORE DELETE ON "CorrespondenceTemplate" FOR EACH ROW EXECUTE FUNCTION append_only();

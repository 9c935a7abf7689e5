/** Today, by the program's calendar. */
export const today = `(now() AT TIME ZONE 'America/Halifax')::date`;

/**
 * Whether an organization has access to a case by a referral, in force now: the condition that the service puts into its reads for
 * those who do not manage the case.
 * @param organization SQL for the organization's id.
 */
export function accessInForce(caseId: string, organization: string, scopes: readonly string[]): string {
  return `(EXISTS (
    SELECT FROM public."ReferralAccess" AS access
     WHERE access."caseId" = ${caseId} AND access."organizationId" = ${organization} AND ${isInForce(scopes)})
    AND ${isEligible(organization)})`;
}

/** Of a row named access: whether it is in force now, with one of these scopes. */
export function isInForce(scopes: readonly string[]): string {
  const listed = scopes.map((scope) => `'${scope}'`).join(', ');
  return `access.scope IN (${listed}) AND access."beganAt" <= now() AND access."endedAt" IS NULL AND access."expiresAt" > now()`;
}

/** Whether an organization is eligible today, without which it has no access by referrals. @param organization SQL for its id. */
export function isEligible(organization: string): string {
  return `EXISTS (
      SELECT FROM public."Agreement" AS agreement
        JOIN public."AgreementProgram" AS linked ON linked."agreementId" = agreement.id
        JOIN public."Program" AS program ON program.id = linked."programId"
       WHERE agreement."organizationId" = ${organization} AND agreement."clientTracking"
         AND ${today} BETWEEN agreement."startsOn" AND agreement."endsOn" AND program.ecm)`;
}

/** The scope that shows the case's summary. */
export const summaryScopes = ['PERSON_RECORD_AND_CASE_SUMMARY'] as const;

/** The scopes that show the client's record. */
export const recordScopes = [...summaryScopes, 'PERSON_RECORD'] as const;

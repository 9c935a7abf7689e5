/** SQL for the English labels and messages that the service shows; both peers take them from here. */

/** A literal in SQL. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** What an enum's value is called. */
function named(expression: string, names: Record<string, string>): string {
  const cases = Object.entries(names).map(([value, name]) => `WHEN '${value}' THEN ${literal(name)}`);
  return `CASE ${expression} ${cases.join(' ')} END`;
}

/** The label of a task's priority. */
export const priorityLabel = (priority: string) =>
  named(priority, { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High' });

/** The label of a task's type. */
export const taskTypeLabel = (type: string) =>
  `CASE WHEN ${type} IN ('REFERRAL_RECEIVED', 'DELIVERY_FAILED', 'TRANSFER_STALE', 'CLIENT_MAYBE_TWICE') THEN 'Action' ELSE 'Info' END`;

/** The label of a referral's type. */
export const referralTypeLabel = (type: string) =>
  named(type, {
    CASE_TRANSFER: 'Case Transfer',
    INFORMATIONAL_WITHIN: 'Informational (within LaMPSS)',
    INFORMATIONAL_OUTSIDE: 'Informational (outside LaMPSS)',
  });

/** The label of a referral's status. */
export const referralStatusLabel = (status: string) =>
  named(status, { DRAFT: 'Draft', SUBMITTED: 'Submitted', EMAILED: 'Emailed' });

/** A day as the homepage writes it. */
export const writtenDay = (day: string) => `to_char(${day}, 'Mon DD, YYYY')`;

/** The label of a program. */
export const programLabel = (program: string) =>
  `CASE WHEN ${program}.ecm THEN 'ECM(' || ${program}.code || ')' ELSE ${program}.code END`;

/** What a task says; of tables named task, about, referral, giver and taker. Digests of caseloads are left to the service. */
export const taskMessage = `CASE task.type
  WHEN 'CASE_RECEIVED' THEN CASE WHEN giver.id IS NULL THEN 'A case has been assigned to you'
    ELSE 'Case has been transferred from ' || giver.name || ' to ' || taker.name END
  WHEN 'CASE_TRANSFERRED' THEN CASE WHEN giver.id IS NULL THEN 'Case has been transferred'
    ELSE 'Case has been transferred from ' || giver.name || ' to ' || taker.name END
  WHEN 'CASE_ASSIGNED' THEN 'A case has been assigned to you'
  WHEN 'CASE_REASSIGNED' THEN 'Case has been assigned to another case manager'
  WHEN 'REFERRAL_DECLINED' THEN coalesce(about.name || ' has declined a Case Transfer referral', 'A referral has been declined')
  WHEN 'REFERRAL_WITHDRAWN' THEN coalesce(about.name || ' has withdrawn a Case Transfer referral', 'A referral has been withdrawn')
  WHEN 'REFERRAL_EXPIRED' THEN coalesce(
    'The Case Transfer referral to ' || about.name || ' has ended because nobody acted on it', 'A referral has ended because nobody acted on it')
  WHEN 'DELIVERY_FAILED' THEN coalesce('A referral to ' || about.name || ' could not be emailed', 'A referral could not be emailed')
  WHEN 'REFERRAL_RECEIVED' THEN coalesce(
    CASE WHEN referral.type = 'CASE_TRANSFER' THEN 'A Case Transfer referral' ELSE 'A referral for information' END
      || ' has been received from ' || about.name, 'A referral has been received')
  WHEN 'TRANSFER_STALE' THEN CASE
    WHEN about.name IS NULL OR referral."referralDate" IS NULL THEN 'A transfer request has been waiting'
    ELSE CASE WHEN referral."receivingOrganizationId" = task."organizationId" THEN 'A Case Transfer referral from '
           ELSE 'The Case Transfer referral to ' END || about.name || ' has been waiting since '
      || to_char(referral."referralDate", 'Mon DD, YYYY') || ' ('
      || (coalesce((task."completedAt" AT TIME ZONE 'America/Halifax')::date, (now() AT TIME ZONE 'America/Halifax')::date) - referral."referralDate")
      || CASE WHEN coalesce((task."completedAt" AT TIME ZONE 'America/Halifax')::date, (now() AT TIME ZONE 'America/Halifax')::date)
                   - referral."referralDate" = 1 THEN ' day)' ELSE ' days)' END
    END
END`;

/** What a notification says; of tables named notification, giver, taker and receiver. */
export const notificationMessage = `CASE notification.type
  WHEN 'CASE_RECEIVED' THEN 'Case has been transferred from ' || giver.name || ' to ' || taker.name
  WHEN 'CASE_REASSIGNED' THEN 'Case has been assigned to another case manager'
  WHEN 'REFERRAL_DECLINED' THEN receiver.name || ' has declined a Case Transfer referral'
END`;

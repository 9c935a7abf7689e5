import { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { numberedBlanks } from '../filled-text.ts';
import type { Bilingual, Language } from '../language.ts';
import type { Moment } from '../people/access.ts';
import { allowedOnCase } from '../people/relation-sql.ts';
import { isoDay } from '../program-day.ts';
import { blanks, daySpans, messages, priorityLabels, singular, typeLabels } from './task-texts.ts';
import { writtenDay } from './written-day.ts';

/** Who looks at their own tasks, when, in which language, and by which calendar. */
export type TaskViewer = { actor: Actor; moment: Moment; language: Language; timeZone: string };

/**
 * The viewer's own tasks as a query of rows "as shown": every column of My Notifications (R36) as this viewer may see it now, in
 * their language. It is the one place where that is decided; display, search, filters and sorting all read from it, so nothing
 * can be found or ordered by what is not shown. A client or a program that may not be seen is not even joined.
 */
export function shownRows(viewer: TaskViewer): Prisma.Sql {
  const { staffId, organizationId } = viewer.actor;
  return rowsShown(
    viewer,
    Prisma.sql`task."assigneeId" = ${staffId}::uuid AND task."organizationId" = ${organizationId}::uuid`,
  );
}

/**
 * Like {@link shownRows}, of several who are shown the same of a case, each of them the task that is asked for them: what may be seen goes
 * by organization and privileges, the person only tells whose tasks they are.
 * @param viewer any one of them; see {@link sightOf}.
 */
export function shownRowsOfMany(
  viewer: TaskViewer,
  asked: readonly { taskId: string; staffId: string }[],
): Prisma.Sql {
  const ids = asked.map(({ taskId }) => taskId);
  return rowsShown(
    viewer,
    Prisma.sql`task.id = ANY (${ids}::uuid[]) AND task."organizationId" = ${viewer.actor.organizationId}::uuid
      AND (task.id, task."assigneeId") IN (
        SELECT * FROM unnest(${ids}::uuid[], ${asked.map(({ staffId }) => staffId)}::uuid[]))`,
  );
}

/** What is the same for all who are shown the same of every case, in the same language. */
export function sightOf({ actor, language, timeZone }: TaskViewer): string {
  const { organizationId, atEmploymentNovaScotia, roles, scopes } = actor;
  return JSON.stringify([organizationId, atEmploymentNovaScotia, roles, scopes, language, timeZone]);
}

function rowsShown({ actor, moment, language, timeZone }: TaskViewer, whoseTasks: Prisma.Sql): Prisma.Sql {
  const sees = (thing: 'personRecord' | 'caseSummary' | 'referrals') =>
    allowedOnCase(actor, thing, 'see', moment);
  const written = texts[language];
  const numbers = Prisma.sql`${[...singular[language]]}::int[]`;
  return Prisma.sql`
    SELECT task.id, task."assigneeId", task."type", task."priority", task."dueOn", task."createdAt", task."completedAt",
           sight.client AS "seesClient", sight.summary AS "seesSummary", sight.referrals AS "seesReferrals",
           client.id AS "clientId", "case".id AS "caseId", "case"."organizationId" AS "managedBy",
           ${written.priorities}::jsonb ->> task."priority"::text AS "priorityLabel",
           ${written.types}::jsonb ->> task."type"::text AS "typeLabel",
           CASE WHEN ${toldOfCase(actor)} OR sight.summary THEN "case"."number" END AS "caseNumber",
           coalesce(listed_name(client."givenName", client."middleNames", client."familyName"), about."name") AS "orgOrPlayer",
           program."code" AS "programCode",
           CASE WHEN program."ecm" THEN format('ECM (%s)', program."code") ELSE program."code" END AS "program",
           creator."username" AS "createdBy",
           ${writtenDay(Prisma.sql`task."dueOn"`, language)} AS "dueDateLabel",
           format(${written.messages}::jsonb -> task."type"::text ->> said.variant,
                  said."from", said."to", other."name", ${writtenDay(Prisma.sql`referral."referralDate"`, language)},
                  format(${written.spans}::jsonb ->> CASE WHEN waiting.days = ANY (${numbers}) THEN 'one' ELSE 'many' END,
                         waiting.days),
                  moved."count") AS "message"
      FROM "HomepageTask" AS task
      LEFT JOIN "Case" AS "case" ON "case".id = task."caseId"
     CROSS JOIN LATERAL (SELECT ${sees('personRecord')} AS client, ${sees('caseSummary')} AS summary,
                                ${sees('referrals')} AS referrals OFFSET 0) AS sight
      LEFT JOIN "Person" AS client ON client.id = "case"."personId" AND sight.client
      LEFT JOIN "Program" AS program ON program.id = "case"."programId" AND sight.summary
      JOIN "Staff" AS creator ON creator.id = task."createdById"
      LEFT JOIN "Organization" AS about ON about.id = task."aboutOrganizationId"
      LEFT JOIN "Referral" AS referral ON referral.id = task."referralId"
      LEFT JOIN "CaseTransfer" AS transfer ON transfer.id = task."transferId"
      LEFT JOIN "CaseloadTransfer" AS caseload ON caseload.id = task."caseloadTransferId"
      LEFT JOIN "Organization" AS giver
        ON giver.id = coalesce(transfer."fromOrganizationId", caseload."fromOrganizationId")
      LEFT JOIN "Organization" AS taker
        ON taker.id = coalesce(transfer."toOrganizationId", caseload."toOrganizationId")
      LEFT JOIN "Staff" AS former ON former.id = caseload."fromCaseManagerId" AND giver.id = taker.id
      LEFT JOIN "Staff" AS present ON present.id = caseload."toCaseManagerId" AND giver.id = taker.id
     CROSS JOIN LATERAL (SELECT coalesce(about."name", CASE WHEN sight.referrals THEN referral."outsideOrganizationName" END)
                             AS "name") AS other
     CROSS JOIN LATERAL (SELECT coalesce((task."completedAt" AT TIME ZONE ${timeZone})::date, ${isoDay(moment.day)}::date)
                                - referral."referralDate" AS days) AS waiting
      LEFT JOIN LATERAL (SELECT count(*)::int AS "count" FROM "CaseloadTransferItem"
                          WHERE "caseloadTransferId" = caseload.id AND "status" = 'MOVED') AS moved ON TRUE
     CROSS JOIN LATERAL (
       SELECT coalesce(former."givenName" || ' ' || former."familyName", giver."name") AS "from",
              coalesce(present."givenName" || ' ' || present."familyName", taker."name") AS "to",
              CASE
                WHEN task."type" IN ('CASELOAD_RECEIVED', 'CASELOAD_TRANSFERRED')
                  THEN CASE WHEN moved."count" = ANY (${numbers}) THEN 'one' ELSE 'many' END
                WHEN caseload.id IS NOT NULL THEN 'many'
                WHEN task."type" IN ('CASE_RECEIVED', 'CASE_TRANSFERRED', 'REFERRAL_SUPERSEDED') AND transfer.id IS NULL
                  THEN 'bare'
                WHEN task."type" IN ('CASE_RECEIVED', 'CASE_TRANSFERRED') THEN 'told'
                WHEN other."name" IS NULL OR (task."type" = 'TRANSFER_STALE' AND waiting.days IS NULL) THEN 'bare'
                WHEN task."type" = 'TRANSFER_STALE'
                  THEN CASE WHEN referral."receivingOrganizationId" = task."organizationId" THEN 'received' ELSE 'sent' END
                WHEN task."type" = 'REFERRAL_RECEIVED' AND referral."type" <> 'CASE_TRANSFER' THEN 'information'
                ELSE 'told'
              END AS variant) AS said
     WHERE ${whoseTasks}`;
}

/** Whose task it is has been told the Case ID: everybody but the receiver of a referral for information, to whom the case is nothing (R24). */
function toldOfCase({ organizationId }: Actor): Prisma.Sql {
  return Prisma.sql`NOT coalesce(
    referral."type" <> 'CASE_TRANSFER' AND referral."receivingOrganizationId" = ${organizationId}::uuid, FALSE)`;
}

/** Every text that rows are made of, as JSON by type, for each language: made once. */
const texts: Record<Language, { priorities: string; types: string; spans: string; messages: string }> = {
  EN: textsIn('EN'),
  FR: textsIn('FR'),
};

function textsIn(language: Language) {
  const json = (bilingual: Record<string, Bilingual>, names: readonly string[] = ['count']) =>
    Object.fromEntries(
      Object.entries(bilingual).map(([key, text]) => [key, numberedBlanks(text[language], names)]),
    );
  const byVariant = Object.entries(messages).map(([type, variants]) => [type, json(variants, blanks)]);
  return {
    priorities: JSON.stringify(json(priorityLabels)),
    types: JSON.stringify(json(typeLabels)),
    spans: JSON.stringify(json(daySpans)),
    messages: JSON.stringify(Object.fromEntries(byVariant)),
  };
}

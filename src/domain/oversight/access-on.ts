import type { Staff } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { allows, type Relation, type Thing, thingsSeen } from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { requirePrivilege } from '../privileges.ts';
import { addDays, isoDay, programDay, startOfDay } from '../program-day.ts';
import { type PastAccess, pastAccess } from './past-access.ts';
import { withStaff } from './staff-meanwhile.ts';
import { type Stretch, within } from './stretch.ts';

/** One time without a break in which the people of an organization could see a client on a day, and why (B10). */
export type AccessEntry = {
  relation: Relation;
  organizationId: string;
  /** Null where they see every client, whatever their cases. */
  caseNumber: string | null;
  /** The referral that gave access; null where none did. */
  referralId: string | null;
  /** What they could see, by the access table. */
  things: Thing[];
  /** The part of it that falls on the day. */
  from: Date;
  until: Date;
  began: Stretch['began'];
  /** Also where it ended after the day; null where it has not ended by now. */
  ended: Stretch['ended'];
  /** Whose account there let them see it, at some time between the two. */
  staff: Staff[];
};

/** Who could see a client on a day (B10). */
export type AccessOnDay = { date: Date; from: Date; until: Date; entries: AccessEntry[] };

const auditorsOnly = {
  EN: 'Ask an auditor of Employment Nova Scotia.',
  FR: 'Adressez-vous à un vérificateur d’Emploi Nouvelle-Écosse.',
};
const wrongDay = {
  EN: 'Choose today or an earlier day, from the year 2000 on.',
  FR: 'Choisissez aujourd’hui ou un jour antérieur, à partir de l’an 2000.',
};

/**
 * Who could see a client on a day, and why, from the records as they stand (B10): by the same table that every read goes by,
 * with each agreement, each organization and each account as it was then. Asking is itself on record.
 * @param asked.date a calendar day of the program; of today only what has passed of it counts.
 * @throws NotAllowed but for auditors and administrators of Employment Nova Scotia; InvalidInput for a day to come; NotFound
 * where there is no such client.
 */
export async function accessOn(
  actor: Actor,
  { database, now: clock, timeZone }: Platform,
  asked: { personId: string; date: Date },
): Promise<AccessOnDay> {
  requirePrivilege(actor, 'readPastAccess', auditorsOnly);
  const now = clock();
  const { personId, date } = asked;
  if (date > programDay(now, timeZone) || date.getUTCFullYear() < 2000) {
    throw new InvalidInput([{ field: 'date', text: wrongDay }]);
  }
  const person = await database.person.findUnique({
    where: { id: personId },
    select: { createdAt: true },
  });
  if (person === null) throw new NotFound();
  const dayAfter = startOfDay(addDays(date, 1), timeZone);
  const day = {
    from: startOfDay(date, timeZone),
    // What is so at this very instant is part of today.
    until: dayAfter > now ? new Date(now.getTime() + 1) : dayAfter,
  };
  const everybody = [
    ...(await networkAdministrators(database, person.createdAt)),
    ...(await pastAccess(database, personId, timeZone)),
  ];
  const entries = everybody.flatMap((access) => entryOf(access, day, now));
  await recordAudit(database, actor, {
    action: 'person.accessOn',
    outcome: 'VIEWED',
    entityType: 'Person',
    entityId: personId,
    personId,
    details: [isoDay(date)],
  });
  return { date, ...day, entries: await withStaff(database, entries) };
}

/** Employment Nova Scotia's administrators see every client for as long as there is a record of them. */
async function networkAdministrators(database: Reader, createdAt: Date): Promise<PastAccess[]> {
  const organizations = await database.organization.findMany({
    where: { isEmploymentNovaScotia: true },
    select: { id: true },
  });
  return organizations.map(({ id }) => ({
    relation: 'NETWORK_ADMINISTRATOR',
    organizationId: id,
    caseNumber: null,
    referralId: null,
    began: { at: createdAt, cause: 'CLIENT_ADDED' },
    ended: null,
  }));
}

function entryOf(
  access: PastAccess,
  day: { from: Date; until: Date },
  now: Date,
): Omit<AccessEntry, 'staff'>[] {
  const part = within(access, day);
  if (part === null || !allows(access.relation, 'personRecord', 'see')) return [];
  // What has not come yet may still come otherwise.
  const ended = access.ended !== null && access.ended.at <= now ? access.ended : null;
  return [{ ...access, ...part, ended, things: thingsSeen(access.relation) }];
}

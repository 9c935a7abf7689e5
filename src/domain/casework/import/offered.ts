import type { Reader } from '../../../platform/database.ts';
import { agreementChoices, caseManagerChoices } from '../../transfers/transfer-choices.ts';

/** What an organization has to put cases under, by the names that its file uses. */
export type Offered = {
  organizationId: string;
  programs: ReadonlyMap<string, string>;
  offices: ReadonlyMap<string, string>;
  locations: ReadonlyMap<string, string>;
  /** All staff, by user name; those of them who can be case managers; their ids. */
  staff: ReadonlyMap<string, string>;
  assignable: ReadonlySet<string>;
  /** By number. */
  agreements: ReadonlyMap<string, { id: string; programIds: ReadonlySet<string>; active: boolean }>;
};

/** Reads what an organization offers on a day. */
export async function readOffered(database: Reader, organizationId: string, day: Date): Promise<Offered> {
  const own = { where: { organizationId } };
  const ownOpen = { where: { organizationId, closedAt: null } };
  const [programs, offices, locations, staff, managers, agreements, active] = await Promise.all([
    database.program.findMany(),
    database.office.findMany(ownOpen),
    database.serviceDeliveryLocation.findMany(ownOpen),
    database.staff.findMany(own),
    database.staff.findMany({ where: caseManagerChoices(organizationId), select: { id: true } }),
    database.agreement.findMany({ ...own, include: { programs: true } }),
    database.agreement.findMany({ where: agreementChoices(organizationId, day), select: { id: true } }),
  ]);
  const activeIds = new Set(active.map(({ id }) => id));
  return {
    organizationId,
    programs: new Map(programs.map(({ code, id }) => [folded(code), id])),
    offices: new Map(offices.map(({ name, id }) => [folded(name), id])),
    locations: new Map(locations.map(({ name, id }) => [folded(name), id])),
    staff: new Map(staff.map(({ username, id }) => [folded(username), id])),
    assignable: new Set(managers.map(({ id }) => id)),
    agreements: new Map(
      agreements.map(({ number, id, programs: has }) => [
        folded(number),
        { id, programIds: new Set(has.map(({ programId }) => programId)), active: activeIds.has(id) },
      ]),
    ),
  };
}

/** A name as names are compared: case and spaces at the ends and between words do not matter. */
export function folded(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-CA');
}

import type { Actor } from '../../src/domain/actor.ts';
import { visibleCases, wholeCases } from '../../src/domain/cases/access.ts';
import { visiblePeople } from '../../src/domain/people/access.ts';
import { programDay } from '../../src/domain/program-day.ts';
import type { House } from './house.ts';

/** What somebody sees of a client and a case. */
export type Sight = ('person' | 'case found' | 'summary' | 'whole case')[];

/**
 * What the people of each organization see, by the user name of one case manager each, of the administrator and of the
 * auditor of Employment Nova Scotia. Whoever sees nothing is left out, so that nobody is forgotten in what a test expects.
 */
export async function whoSees(
  house: House,
  { id, personId }: { id: string; personId: string },
): Promise<Record<string, Sight>> {
  const now = house.platform.now();
  const moment = { now, day: programDay(now, house.platform.timeZone) };
  const cases = house.database.case;
  const seen: Record<string, Sight> = {};
  for (const actor of await watchers(house)) {
    const counts: [Sight[number], Promise<number>][] = [
      [
        'person',
        house.database.person.count({ where: { id: personId, AND: [visiblePeople(actor, moment)] } }),
      ],
      ['case found', cases.count({ where: { id, AND: [visibleCases(actor, moment)] } })],
      ['whole case', cases.count({ where: { id, AND: [wholeCases(actor)] } })],
    ];
    const sight: Sight = [];
    for (const [what, count] of counts) if ((await count) > 0) sight.push(what);
    // Of what somebody finds but does not see whole, there is the summary.
    if (sight.includes('case found') && !sight.includes('whole case')) sight.push('summary');
    if (sight.length > 0) seen[actor.username] = sight;
  }
  return seen;
}

/** Also of organizations that have closed since: whoever is signed in already asks on. */
async function watchers(house: House): Promise<Actor[]> {
  const staff = await house.database.staff.findMany({
    where: {
      OR: [{ username: { endsWith: '.manager' } }, { organization: { isEmploymentNovaScotia: true } }],
    },
    include: { organization: true },
    orderBy: { username: 'asc' },
  });
  return staff.map(({ id: staffId, username, organizationId, organization, roles, scopes, language }) => ({
    staffId,
    username,
    organizationId,
    atEmploymentNovaScotia: organization.isEmploymentNovaScotia,
    roles,
    scopes,
    language,
  }));
}

/** What the managing organization sees. */
export const manages: Sight = ['person', 'case found', 'whole case'];
/** What an organization sees of a client who was referred to it for information (R24). */
export const seesPerson: Sight = ['person'];
/** What the receiver of an open Case Transfer referral sees (R26). */
export const seesSummary: Sight = ['person', 'case found', 'summary'];

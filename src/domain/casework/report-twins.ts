import type { Platform } from '../../platform/platform.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { findSamePeople } from '../people/find-same-people.ts';
import { lockPerson } from '../people/lock-people.ts';
import { programDay } from '../program-day.ts';

/**
 * Tells the administrators of Employment Nova Scotia, who see every client, by a task where another organization is likely to have
 * a record of the same client. Nobody else hears of it: organizations must not learn by entering a name, or a number, whom others
 * serve. Where one organization manages cases of both, it has been shown the other when it entered the second. It can be called
 * again: while such a task is open, no other is added.
 */
export async function reportTwins(platform: Platform, personId: string): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    await lockPerson(transaction, personId);
    const person = await transaction.person.findUnique({
      where: { id: personId },
      include: { cases: { orderBy: { createdAt: 'asc' }, select: { id: true, organizationId: true } } },
    });
    const [first] = person?.cases ?? [];
    if (person === null || first === undefined) return;
    const same = await findSamePeople(transaction, 'ALL', [person], { likely: true });
    const elsewhere = await transaction.person.count({
      where: {
        id: { in: same.map((one) => one.personId).filter((id) => id !== personId) },
        cases: {
          none: { organizationId: { in: person.cases.map(({ organizationId }) => organizationId) } },
        },
      },
    });
    if (elsewhere === 0) return;
    const administrators = await transaction.staff.findMany({
      where: {
        roles: { has: 'ENS_ADMINISTRATOR' },
        disabledAt: null,
        organization: { isEmploymentNovaScotia: true },
        tasks: { none: { type: 'CLIENT_MAYBE_TWICE', completedAt: null, case: { personId } } },
      },
      orderBy: { id: 'asc' },
      select: { id: true, organizationId: true },
    });
    for (const { id: assigneeId, organizationId } of administrators) {
      await addHomepageTask(transaction, {
        type: 'CLIENT_MAYBE_TWICE',
        assigneeId,
        organizationId,
        caseId: first.id,
        // Nobody asked for it.
        createdById: assigneeId,
        dueOn: programDay(platform.now(), platform.timeZone),
      });
    }
  });
}

import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { visiblePeople } from '../people/access.ts';
import { lockPerson } from '../people/lock-people.ts';
import { personActionFacts, requireMayOpenCase } from '../people/person-actions.ts';
import { programDay } from '../program-day.ts';
import { requireNoOpenCase } from './add-case.ts';
import { type CaseWish, openReadyCase, readCaseWish } from './case-wish.ts';

/**
 * Opens a case for a client of the actor's organization, or for one who was referred to it (R24): in Intake, today, with a number
 * that tells nothing (D13). Its case manager gets a task where somebody else opens it.
 * @returns the new case's id.
 * @throws NotFound; NotAllowed; OpenCaseExists where the client has an open case of the program there; InvalidInput naming every
 * choice that is not on offer.
 */
export async function openCase(
  actor: Actor,
  platform: Platform,
  { personId, ...wish }: CaseWish & { personId: string },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    await lockPerson(transaction, personId);
    // Not before, lest what somebody else has begun while this one waited would be over before it began.
    const now = platform.now();
    const moment = { now, day: programDay(now, platform.timeZone) };
    const person = await transaction.person.findFirst({
      where: { id: personId, AND: [visiblePeople(actor, moment)] },
      select: personActionFacts(actor, moment),
    });
    if (person === null) throw new NotFound();
    requireMayOpenCase(actor, person);
    const { organizationId } = actor;
    await requireNoOpenCase(transaction, { personId, organizationId, programId: wish.programId });
    const { ready, problems } = await readCaseWish(transaction, actor, wish, moment);
    if (problems.length > 0) throw new InvalidInput(problems);
    return await openReadyCase(transaction, actor, { ...ready, personId }, moment);
  });
}

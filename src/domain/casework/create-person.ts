import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import type { Moment } from '../people/access.ts';
import { findSamePeople } from '../people/find-same-people.ts';
import { lockPeopleOf } from '../people/lock-people.ts';
import { lookForTwins } from '../people/look-for-twins.ts';
import { numberClashes } from '../people/number-clashes.ts';
import { type PersonInput, readWholePerson, type WholePerson } from '../people/person-input.ts';
import { PossibleDuplicatePeople } from '../people/possible-duplicate-people.ts';
import { requirePrivilege } from '../privileges.ts';
import { programDay } from '../program-day.ts';
import { type CaseWish, openReadyCase, readCaseWish } from './case-wish.ts';

/**
 * Adds a client with their first case, which is what gives the actor's organization access to the record; so nobody's record is
 * kept without a case to keep it for. Of clients whom the actor may see, those are shown first who may be the same. Of all
 * others nothing is told: whether they are on record is not for this organization to know.
 * @param input.differentFromIds those of them who have been looked at and are somebody else.
 * @returns ids of both.
 * @throws NotAllowed; InvalidInput naming every field that is missing or wrong, of the case as `case.officeId`, and numbers that
 * another client has whom the actor may see; PossibleDuplicatePeople.
 */
export async function createPerson(
  actor: Actor,
  platform: Platform,
  input: PersonInput & { case: CaseWish; differentFromIds?: readonly string[] | null | undefined },
): Promise<{ personId: string; caseId: string }> {
  const { case: wish, differentFromIds, ...typed } = input;
  requirePrivilege(actor, 'workOnCases');
  return await platform.database.$transaction(async (transaction) => {
    await lockPeopleOf(transaction, actor.organizationId);
    const now = platform.now();
    const moment = { now, day: programDay(now, platform.timeZone) };
    const { person, problems } = readWholePerson(typed, moment.day);
    const { ready, problems: ofCase } = await readCaseWish(transaction, actor, wish, moment);
    const wrong = [...problems, ...ofCase.map(({ field, text }) => ({ field: `case.${field}`, text }))];
    if (person === null || wrong.length > 0) throw new InvalidInput(wrong);
    const clashes = await requireSomebodyNew(transaction, { actor, moment }, person, differentFromIds ?? []);
    if (clashes.length > 0) throw new InvalidInput(clashes);
    const { id: personId } = await transaction.person.create({ data: person, select: { id: true } });
    const caseId = await openReadyCase(transaction, actor, { ...ready, personId }, moment);
    await platform.queue.enqueue(transaction, lookForTwins, { personIds: [personId] });
    await recordAudit(transaction, actor, {
      action: 'person.create',
      entityType: 'Person',
      entityId: personId,
      caseId,
      personId,
      details: differentFromIds && differentFromIds.length > 0 ? ['differentFromIds'] : [],
    });
    return { personId, caseId };
  });
}

/** @throws PossibleDuplicatePeople where some have not been looked at. @returns numbers that one of the others has. */
async function requireSomebodyNew(
  transaction: Transaction,
  among: { actor: Actor; moment: Moment },
  person: WholePerson,
  differentFromIds: readonly string[],
): Promise<FieldProblem[]> {
  const same = await findSamePeople(transaction, among, [person]);
  const unseen = same.filter(({ personId }) => !differentFromIds.includes(personId));
  if (unseen.length > 0) throw new PossibleDuplicatePeople(same.map(({ personId }) => personId));
  return numberClashes(same);
}

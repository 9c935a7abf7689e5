import type { Person } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput, NotFound } from '../errors.ts';
import { programDay } from '../program-day.ts';
import { requireSeenVersion } from '../stale-record.ts';
import { visiblePeople } from './access.ts';
import { findSamePeople } from './find-same-people.ts';
import { lockPeopleOf, lockPerson } from './lock-people.ts';
import { lookForTwins } from './look-for-twins.ts';
import { numberClashes } from './number-clashes.ts';
import { personActionFacts, requireMayUpdate } from './person-actions.ts';
import { type PersonInput, type ReadPerson, readPerson } from './person-input.ts';
import type { Moment } from './relations.ts';

/** What tells one client from another. */
const identifying: readonly string[] = ['givenName', 'familyName', 'birthDate', 'sin', 'healthCardNumber'];

/**
 * Changes fields of a client's record. Letters of submitted referrals stay as they were (R17). An input that changes nothing
 * leaves the version as it is.
 * @param input.version the version the change is based on; left out, the change is made whatever the version.
 * @throws NotFound; NotAllowed where no case of the client is managed by the actor's organization, or the role does not suffice;
 * StaleRecord; InvalidInput naming every field that cannot be kept.
 */
export async function updatePerson(
  actor: Actor,
  platform: Platform,
  input: PersonInput & { personId: string; version?: number | null | undefined },
): Promise<void> {
  const { personId, version, ...typed } = input;
  await platform.database.$transaction(async (transaction) => {
    if (typed.sin || typed.healthCardNumber) await lockPeopleOf(transaction, actor.organizationId);
    await lockPerson(transaction, personId);
    const now = platform.now();
    const moment = { now, day: programDay(now, platform.timeZone) };
    const person = await transaction.person.findFirst({
      where: { id: personId, AND: [visiblePeople(actor, moment)] },
      include: personActionFacts(actor, moment),
    });
    if (person === null) throw new NotFound();
    requireMayUpdate(actor, person);
    requireSeenVersion(person, version);
    const { fields, problems } = readPerson(typed, { today: moment.day });
    const change = changes(person, fields);
    problems.push(...(await clashes(transaction, { actor, moment }, { ...person, ...change }, change)));
    if (problems.length > 0) throw new InvalidInput(problems);
    const changed = Object.keys(change);
    if (changed.length === 0) return;
    await transaction.person.update({ where: { id: personId }, data: change });
    if (changed.some((field) => identifying.includes(field))) {
      await platform.queue.enqueue(transaction, lookForTwins, { personIds: [personId] });
    }
    await recordAudit(transaction, actor, {
      action: 'person.update',
      entityType: 'Person',
      entityId: personId,
      personId,
      managingOrganizationId: actor.organizationId,
      details: changed,
    });
  });
}

/** The numbers given that another client has already whom the actor may see. */
async function clashes(
  transaction: Transaction,
  among: { actor: Actor; moment: Moment },
  person: Person,
  { sin, healthCardNumber }: ReadPerson,
): Promise<FieldProblem[]> {
  if (!sin && !healthCardNumber) return [];
  const same = await findSamePeople(transaction, among, [{ ...person, sin, healthCardNumber }]);
  return numberClashes(same.filter(({ personId }) => personId !== person.id));
}

/** Leaves out what the record has already. */
function changes(person: Person, wanted: ReadPerson): ReadPerson {
  const same = (one: unknown, other: unknown) =>
    one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(person[field as keyof Person], value)),
  );
}

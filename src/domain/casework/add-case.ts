import type { CaseStatus } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { OpenCaseExists } from '../cases/open-case-exists.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import type { CaseChoices } from './case-choices.ts';
import { randomCaseNumber } from './case-number.ts';

/** A case to be opened, all of which has been checked. */
export type NewCase = CaseChoices & {
  personId: string;
  organizationId: string;
  status: CaseStatus;
  openedOn: Date;
  /** Null while it is not closed. */
  closedOn: Date | null;
  employmentGoal: string | null;
};

/** So many numbers would have to be taken that something else is wrong. */
const mostAttempts = 20;

/**
 * Adds a case with an unused number, and its opening to its history, in the caller's transaction, which holds the client.
 * @param by who opens it; null where nobody signed in does.
 * @returns its id.
 */
export async function addCase(
  transaction: Transaction,
  by: Pick<Actor, 'staffId'> | null,
  added: NewCase,
  now: Date,
): Promise<string> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const [created] = await transaction.case.createManyAndReturn({
      data: [{ ...added, number: randomCaseNumber() }],
      // What fails would end the transaction.
      skipDuplicates: true,
      select: { id: true },
    });
    if (created === undefined) continue;
    await transaction.caseStatusChange.create({
      data: { caseId: created.id, to: added.status, changedAt: now, changedById: by?.staffId ?? null },
    });
    return created.id;
  }
  throw new Error('no unused case number was found');
}

/** @throws OpenCaseExists where the client has an open case of the program at the organization. */
export async function requireNoOpenCase(
  transaction: Transaction,
  { personId, organizationId, programId }: Pick<NewCase, 'personId' | 'organizationId' | 'programId'>,
): Promise<void> {
  const open = await transaction.case.findFirst({
    where: { personId, organizationId, programId, status: { not: 'CLOSED' } },
    select: { id: true },
  });
  if (open !== null) throw new OpenCaseExists(open.id);
}

/** Tells a case manager by a task that somebody else of the organization has given them a case. */
export async function tellCaseManager(
  transaction: Transaction,
  actor: Actor,
  given: { caseId: string; caseManagerId: string; day: Date },
): Promise<void> {
  if (given.caseManagerId === actor.staffId) return;
  await addHomepageTask(transaction, {
    type: 'CASE_ASSIGNED',
    assigneeId: given.caseManagerId,
    organizationId: actor.organizationId,
    caseId: given.caseId,
    createdById: actor.staffId,
    dueOn: given.day,
  });
}

import type { Case } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { visibleCases } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { requireAllowed } from '../cases/require-allowed.ts';
import { NotFound } from '../errors.ts';
import type { Moment } from '../people/access.ts';
import { programDay } from '../program-day.ts';

/**
 * A case that the actor may work on, locked until the transaction ends, and the moment from which it is.
 * @throws NotFound where the actor does not see it; NotAllowed where their organization does not manage it, or the role does not
 * suffice.
 */
export async function findCaseToChange(
  transaction: Transaction,
  actor: Actor,
  platform: Platform,
  { caseId, action }: { caseId: string; action: 'update' | 'changeStatus' },
): Promise<{ before: Case; moment: Moment }> {
  await lockCase(transaction, caseId);
  // Not before, lest what somebody else has begun while this one waited would end before it began.
  const now = platform.now();
  const moment = { now, day: programDay(now, platform.timeZone) };
  const before = await transaction.case.findFirst({
    where: { id: caseId, AND: [visibleCases(actor, moment)] },
  });
  if (before === null) throw new NotFound();
  requireAllowed(actor, 'case', action, before);
  return { before, moment };
}

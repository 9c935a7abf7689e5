import type { CaseStatus, ReferralType } from '../../generated/prisma/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { visibleCases } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { requireAllowed } from '../cases/require-allowed.ts';
import { requireTransferable } from '../cases/status.ts';
import { NotFound } from '../errors.ts';
import { programDay } from '../program-day.ts';

/**
 * Starts a referral of a case: a draft, in English, with every other field empty (R1, R4).
 * @returns the new referral's id.
 * @throws NotFound, NotAllowed; CaseNotTransferable for a Case Transfer of a case in Follow up or Closed (R27).
 */
export async function addReferral(
  actor: Actor,
  platform: Platform,
  input: { caseId: string; type: ReferralType },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    await lockCase(transaction, input.caseId);
    const now = platform.now();
    const moment = { now, day: programDay(now, platform.timeZone) };
    const referred = await transaction.case.findFirst({
      where: { id: input.caseId, AND: [visibleCases(actor, moment)] },
    });
    if (referred === null) throw new NotFound();
    requireReferable(actor, referred, input.type);
    const { id } = await transaction.referral.create({
      data: {
        caseId: referred.id,
        type: input.type,
        sendingOrganizationId: actor.organizationId,
        createdById: actor.staffId,
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'referral.add',
      entityType: 'Referral',
      entityId: id,
      caseId: referred.id,
      personId: referred.personId,
    });
    return id;
  });
}

/**
 * Checks that the actor can start a referral of a type of a case they see.
 * @throws NotAllowed; CaseNotTransferable for a Case Transfer of a case in Follow up or Closed (R27).
 */
export function requireReferable(
  actor: Actor,
  referred: { organizationId: string; status: CaseStatus },
  type: ReferralType,
): void {
  requireAllowed(actor, 'referrals', 'add', referred);
  if (type === 'CASE_TRANSFER') requireTransferable(referred.status);
}

import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Actor, worksOnCases } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { managedCases } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { requireTransferable } from '../cases/status.ts';
import { NotAllowed, NotFound } from '../errors.ts';

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
    const referred = await transaction.case.findFirst({
      where: { id: input.caseId, ...managedCases(actor) },
    });
    if (referred === null) throw new NotFound();
    if (!worksOnCases(actor)) throw new NotAllowed();
    if (input.type === 'CASE_TRANSFER') requireTransferable(referred.status);
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

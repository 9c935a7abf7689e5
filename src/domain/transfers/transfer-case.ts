import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { lockCase } from '../cases/lock-case.ts';
import { ConfirmationRequired } from '../errors.ts';
import { keepOrganization } from '../organizations/lock-organization.ts';
import { hasPrivilege } from '../privileges.ts';
import { programDay } from '../program-day.ts';
import { CaseAlreadyTransferred } from './case-already-transferred.ts';
import { checkChoices, type TransferChoices } from './check-choices.ts';
import { completeTransfer } from './complete-transfer.ts';
import { groundByNetwork } from './ground-by-network.ts';
import { groundByReferral } from './ground-by-referral.ts';
import type { TransferWish } from './transfer-ground.ts';

/**
 * Completes a transfer, in one transaction: the case moves to the actor's organization, which has an open Case Transfer
 * referral of it (R28), or to the one that an administrator of Employment Nova Scotia names, for a reason (D5). The previous
 * organization loses it, and both case managers are told (R32 to R34).
 * @throws NotFound where no Case Transfer referral to the actor's organization is open (D5); CaseAlreadyTransferred (D9);
 * NotAllowed; CaseNotTransferable (R31); OrganizationNotEligible (D12); InvalidInput for choices that are not on offer (R29), or
 * an organization or a reason that is missing (D5); ConfirmationRequired (R30).
 */
export async function transferCase(
  actor: Actor,
  platform: Platform,
  input: TransferWish & TransferChoices & { confirm: boolean },
): Promise<void> {
  const findGround = hasPrivilege(actor, 'transferAnyCase') ? groundByNetwork : groundByReferral;
  await platform.database.$transaction(async (transaction) => {
    const managedBy = input.managedBy ?? (await managingOrganization(transaction, input.caseId));
    await lockCase(transaction, input.caseId);
    await keepOrganization(transaction, input.organizationId ?? actor.organizationId);
    // Not before, lest what somebody else has begun while this one waited would end before it began.
    const now = platform.now();
    const moment = { now, day: programDay(now, platform.timeZone) };
    const found = await findGround(transaction, actor, input, moment);
    const { before, organizationId, ground, confirmation, problems } = found;
    if (before.organizationId !== managedBy) throw new CaseAlreadyTransferred('WITH_ANOTHER');
    const serviceDeliveryLocationId = await checkChoices(
      transaction,
      organizationId,
      input,
      moment.day,
      problems,
    );
    if (!input.confirm) throw new ConfirmationRequired(confirmation);
    const { officeId, caseManagerId, agreementId } = input;
    const to = { organizationId, officeId, caseManagerId, agreementId, serviceDeliveryLocationId };
    await completeTransfer(transaction, platform, actor, { before, to, ground, tell: 'EACH', now });
  });
}

/** Who manages the case as the transfer begins: of two at the same moment, the second must not go on from what the first did. */
async function managingOrganization(transaction: Transaction, caseId: string): Promise<string | undefined> {
  const found = await transaction.case.findUnique({
    where: { id: caseId },
    select: { organizationId: true },
  });
  return found?.organizationId;
}

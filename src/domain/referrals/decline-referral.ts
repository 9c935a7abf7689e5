import type { ReferralAccess } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { summaryScope } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { ConfirmationRequired, InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import { eligibleForReferrals } from '../organizations/eligibility.ts';
import { requirePrivilege } from '../privileges.ts';
import { programDay } from '../program-day.ts';
import { readReason } from '../reason.ts';
import { visibleReferrals } from './access.ts';
import { type EndedAccess, endAccess } from './end-access.ts';
import { requireOpen } from './referral-ended.ts';
import { tellSender } from './tell-sender.ts';

const confirmation = {
  EN: 'Declining will end what your organization sees by this referral, and tell the sending organization so, with your reason.\n\nDo you wish to proceed?',
  FR: 'Le refus mettra fin à ce que votre organisme voit par cet aiguillage et en avisera l’organisme expéditeur, avec votre raison.\n\nVoulez-vous continuer?',
};

const onlyReceiver = {
  EN: 'Only the organization that the case is referred to can decline; withdraw the referral instead.',
  FR: 'Seul l’organisme vers lequel le cas est aiguillé peut refuser; retirez plutôt l’aiguillage.',
};

/**
 * Declines a Case Transfer referral to the actor's organization, once confirmed: its access ends, and the sender is told, by
 * tasks and on the Case Home Page, with the reason on the referral (D4). The receiver sees no referral, so it gets none to
 * see: its id comes from pendingTransfers.
 * @throws NotFound where the actor neither got nor sees such a referral, or their organization can receive none (D12); NotAllowed;
 * ReferralEnded where something has ended it before; InvalidInput for a reason that is missing or cannot be read;
 * ConfirmationRequired.
 */
export async function declineReferral(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; reason: string; confirm: boolean },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const access = await findAccess(transaction, platform, actor, input.referralId);
    const now = platform.now();
    requireDeclinable(actor, access, now);
    const { text: reason, problems } = readReason(input.reason);
    if (problems.length > 0) throw new InvalidInput(problems);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);

    const end = { cause: 'DECLINED', reason, at: now } as const;
    for (const ended of await endAccess(transaction, actor, { id: access.id }, end)) {
      await tellSender(transaction, platform, ended, { type: 'REFERRAL_DECLINED', byId: actor.staffId });
      await notifyCase(transaction, ended);
    }
    await recordAudit(transaction, actor, {
      action: 'referral.decline',
      entityType: 'Referral',
      entityId: access.referralId,
      caseId: access.caseId,
      personId: access.personId,
      details: ['reason'],
    });
  });
}

/**
 * Checks that the actor can decline the Case Transfer referral that gave an access.
 * @throws NotAllowed where it came to another organization, or the role does not suffice; ReferralEnded where something has ended
 * it before.
 */
export function requireDeclinable(actor: Actor, access: ReferralAccess, now: Date): void {
  if (access.organizationId !== actor.organizationId) throw new NotAllowed(onlyReceiver);
  requirePrivilege(actor, 'answerReferrals');
  requireOpen(access, now);
}

/** The access by a Case Transfer referral that the actor got or sees, open or ended, with its case locked. */
async function findAccess(
  transaction: Transaction,
  { now, timeZone }: Platform,
  actor: Actor,
  referralId: string,
): Promise<ReferralAccess> {
  const organization = eligibleForReferrals(programDay(now(), timeZone));
  const received = { organizationId: actor.organizationId, organization };
  const where = {
    ...{ referralId, scope: summaryScope },
    OR: [received, { referral: visibleReferrals(actor) }],
  };
  const found = await transaction.referralAccess.findFirst({ where, select: { caseId: true } });
  if (found === null) throw new NotFound();
  await lockCase(transaction, found.caseId);
  const access = await transaction.referralAccess.findFirst({ where });
  if (access === null) throw new NotFound();
  return access;
}

/** The Case Home Page of the sender's case says so too (D4). */
async function notifyCase(transaction: Transaction, { caseId, referralId }: EndedAccess): Promise<void> {
  const { id } = await transaction.caseNotification.create({
    data: { caseId, type: 'REFERRAL_DECLINED', referralId },
    select: { id: true },
  });
  await publish(transaction, { topic: 'caseNotification', notificationId: id, caseId });
}

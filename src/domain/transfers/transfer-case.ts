import type { Case } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import { publish } from '../../platform/live/live-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Actor, worksOnCases } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { managedCases } from '../cases/access.ts';
import { lockCase } from '../cases/lock-case.ts';
import { requireTransferable, transferableStatuses } from '../cases/status.ts';
import { ConfirmationRequired, NotAllowed, NotFound, Refusal } from '../errors.ts';
import { addHomepageTask } from '../homepage/add-homepage-task.ts';
import { accessInForce, notRunOut } from '../people/access.ts';
import { programDay } from '../program-day.ts';
import { deleteDrafts } from '../referrals/delete-drafts.ts';
import { checkChoices, type TransferChoices } from './check-choices.ts';

const confirmation = {
  EN: 'Saving will complete the transfer and assign the case to your organization.\n\nDo you wish to proceed?',
  FR: 'L’enregistrement terminera le transfert et attribuera le cas à votre organisme.\n\nVoulez-vous continuer?',
};

/** The actor's organization manages the case already; somebody else may just have completed the transfer (D9). */
export class CaseAlreadyTransferred extends Refusal {
  override readonly name = 'CaseAlreadyTransferred';
  readonly code = 'CASE_ALREADY_TRANSFERRED';

  constructor() {
    super({
      EN: 'Your organization manages this case already. Load the case to see who completed the transfer and who its case manager is.',
      FR: 'Votre organisme gère déjà ce cas. Rechargez le cas pour voir qui a terminé le transfert et qui en est le gestionnaire.',
    });
  }
}

/**
 * Completes a transfer: the case moves to the actor's organization, the previous one loses it, and both case managers
 * are told (R28 to R34), in one transaction.
 * @throws NotFound where no Case Transfer referral to the actor's organization is open (D5); CaseAlreadyTransferred (D9);
 * NotAllowed; CaseNotTransferable (R31); InvalidInput for choices that are not on offer (R29); ConfirmationRequired (R30).
 */
export async function transferCase(
  actor: Actor,
  platform: Platform,
  input: TransferChoices & { caseId: string; confirm: boolean },
): Promise<void> {
  const now = platform.now();
  const day = programDay(now, platform.timeZone);
  await platform.database.$transaction(async (transaction) => {
    await lockCase(transaction, input.caseId);
    if ((await transaction.case.count({ where: { id: input.caseId, ...managedCases(actor) } })) > 0) {
      throw new CaseAlreadyTransferred();
    }
    const access = await transaction.referralAccess.findFirst({
      where: {
        ...accessInForce(actor, { now, day }),
        caseId: input.caseId,
        scope: 'PERSON_RECORD_AND_CASE_SUMMARY',
      },
      orderBy: { beganAt: 'desc' },
      include: { case: true },
    });
    if (access === null) throw new NotFound();
    if (!worksOnCases(actor)) throw new NotAllowed();
    requireTransferable(access.case.status);
    const serviceDeliveryLocationId = await checkChoices(transaction, actor, input, day);
    if (!input.confirm) throw new ConfirmationRequired(confirmation);

    const choices = { ...input, serviceDeliveryLocationId };
    await moveCase(transaction, actor, access.case, choices);
    const transferId = await writeReceipt(transaction, actor, access, choices, now);
    await endOpenReferrals(transaction, actor, access, now);
    // The previous organization's drafts go with the case it has lost (D6).
    await deleteDrafts(transaction, platform, {
      caseId: access.caseId,
      sendingOrganizationId: access.case.organizationId,
    });
    await tellCaseManagers(transaction, actor, access.case, {
      transferId,
      caseManagerId: input.caseManagerId,
      day,
    });
    await recordAudit(transaction, actor, {
      action: 'case.transfer',
      entityType: 'Case',
      entityId: access.caseId,
      caseId: access.caseId,
      personId: access.personId,
    });
  });
}

type Choices = TransferChoices & { serviceDeliveryLocationId: string | null };
type OpenAccess = { id: string; caseId: string; referralId: string; case: Case };

async function moveCase(
  transaction: Transaction,
  actor: Actor,
  before: Case,
  choices: Choices,
): Promise<void> {
  const { officeId, caseManagerId, agreementId, serviceDeliveryLocationId } = choices;
  await transaction.case.update({
    where: {
      id: before.id,
      organizationId: before.organizationId,
      status: { in: [...transferableStatuses] },
    },
    data: {
      organizationId: actor.organizationId,
      officeId,
      caseManagerId,
      agreementId,
      serviceDeliveryLocationId,
    },
  });
}

async function writeReceipt(
  transaction: Transaction,
  actor: Actor,
  access: OpenAccess,
  choices: Choices,
  now: Date,
): Promise<string> {
  const { id } = await transaction.caseTransfer.create({
    data: {
      caseId: access.caseId,
      referralId: access.referralId,
      fromOrganizationId: access.case.organizationId,
      fromCaseManagerId: access.case.caseManagerId,
      toOrganizationId: actor.organizationId,
      toOfficeId: choices.officeId,
      toCaseManagerId: choices.caseManagerId,
      toAgreementId: choices.agreementId,
      toServiceDeliveryLocationId: choices.serviceDeliveryLocationId,
      completedById: actor.staffId,
      completedAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** Ends this referral's access as transferred, and that of other open Case Transfer referrals as superseded (D6). */
async function endOpenReferrals(
  transaction: Transaction,
  actor: Actor,
  access: OpenAccess,
  now: Date,
): Promise<void> {
  const ended = { endedAt: now, endedById: actor.staffId };
  await transaction.referralAccess.update({
    where: { id: access.id },
    data: { ...ended, endCause: 'TRANSFERRED' },
  });
  await transaction.referralAccess.updateMany({
    where: {
      caseId: access.caseId,
      scope: 'PERSON_RECORD_AND_CASE_SUMMARY',
      endedAt: null,
      // What has run out ended then, and not by this transfer (D8).
      ...notRunOut(now),
    },
    data: { ...ended, endCause: 'SUPERSEDED' },
  });
}

/** A task and a notification for the new case manager (R33), a task for the previous one (R34). */
async function tellCaseManagers(
  transaction: Transaction,
  actor: Actor,
  before: Case,
  { transferId, caseManagerId, day }: { transferId: string; caseManagerId: string; day: Date },
): Promise<void> {
  const task = { caseId: before.id, transferId, createdById: actor.staffId, dueOn: day };
  await addHomepageTask(transaction, {
    ...task,
    type: 'CASE_RECEIVED',
    assigneeId: caseManagerId,
    organizationId: actor.organizationId,
    aboutOrganizationId: before.organizationId,
  });
  await addHomepageTask(transaction, {
    ...task,
    type: 'CASE_TRANSFERRED',
    assigneeId: before.caseManagerId,
    organizationId: before.organizationId,
    aboutOrganizationId: actor.organizationId,
  });
  const { id } = await transaction.caseNotification.create({
    data: { caseId: before.id, type: 'CASE_RECEIVED', transferId },
    select: { id: true },
  });
  await publish(transaction, { topic: 'caseNotification', notificationId: id, caseId: before.id });
}

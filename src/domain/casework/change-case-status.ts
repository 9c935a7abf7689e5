import type { Case } from '../../generated/prisma/client.ts';
import type { CaseStatus } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { isReopening, requireMove } from '../cases/status.ts';
import { ConfirmationRequired, type FieldProblem, InvalidInput } from '../errors.ts';
import { filledText } from '../filled-text.ts';
import { keepOrganization } from '../organizations/lock-organization.ts';
import type { Moment } from '../people/access.ts';
import { lockPerson } from '../people/lock-people.ts';
import { readReason } from '../reason.ts';
import { requireSeenVersion } from '../stale-record.ts';
import { isAssignable } from '../transfers/is-assignable.ts';
import { requireNoOpenCase, tellCaseManager } from './add-case.ts';
import { findCaseToChange } from './find-case-to-change.ts';
import { giveToCaseManager } from './give-to-case-manager.ts';
import { moveAsksFor } from './status-moves.ts';
import { countToWithdraw, withdrawOpenTransfers } from './withdraw-open-transfers.ts';

/** A wish to bring a case to another status. */
export type StatusWish = {
  caseId: string;
  status: CaseStatus;
  /** Needed to reopen a case, and to withdraw open Case Transfer referrals with the move. */
  reason?: string | null | undefined;
  /** Only where a case is reopened: who goes on with it; left out, who managed it before. */
  caseManagerId?: string | null | undefined;
  /** The version that the user has seen; left out, any. */
  version?: number | null | undefined;
  confirm: boolean;
};

const onlyReopened: FieldProblem = {
  field: 'caseManagerId',
  text: {
    EN: 'Leave this out: it is for reopening a closed case. Change the case manager with updateCase.',
    FR: 'N’indiquez rien ici : ce champ sert à rouvrir un cas fermé. Changez de gestionnaire avec updateCase.',
  },
};
const notAssignable: FieldProblem = {
  field: 'caseManagerId',
  text: {
    EN: 'Choose an active case manager of your organization who goes on with the case.',
    FR: 'Choisissez un gestionnaire de cas actif de votre organisme qui poursuivra le cas.',
  },
};
const confirmation = {
  EN: 'In this status the case cannot be transferred. Open Case Transfer referrals that will be withdrawn, and whose receivers will be told: {count}.\n\nDo you wish to proceed?',
  FR: 'Dans cet état, le cas ne peut pas être transféré. Aiguillages de transfert de cas ouverts qui seront retirés, et dont les destinataires seront avisés : {count}.\n\nVoulez-vous continuer?',
};

/**
 * Brings a case to another status by the table of moves, and puts it in the case's history. Closing keeps the day; informational
 * referrals stay as they are (R25), and so do drafts. Where the case can no longer be transferred (R27, R31), open Case Transfer
 * referrals are withdrawn for the reason given, once confirmed, and their receivers told (D3). A case that is in the status
 * already stays as it is, and that is no error.
 * @throws NotFound; NotAllowed; StaleRecord; CaseStatusNotReachable; InvalidInput for a reason that is missing, and for a case
 * manager who cannot go on with a reopened case; OpenCaseExists where another one of the program was opened since it was closed;
 * ConfirmationRequired.
 */
export async function changeCaseStatus(actor: Actor, platform: Platform, wish: StatusWish): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    const which = { caseId: wish.caseId, action: 'changeStatus' } as const;
    const { before, moment } = await findCaseToChange(transaction, actor, platform, which);
    if (before.status === wish.status) return;
    requireSeenVersion(before, wish.version);
    requireMove(before.status, wish.status);
    const open = await countToWithdraw(transaction, before.id, wish.status, moment);
    const reason = readWhy(before, wish, open);
    const caseManagerId = wish.caseManagerId ?? before.caseManagerId;
    if (isReopening(before.status)) {
      // Whoever opens a case for the client waits here, and then finds this one.
      await lockPerson(transaction, before.personId);
      await requireNoOpenCase(transaction, before);
      await keepOrganization(transaction, before.organizationId);
      const assignable = await isAssignable(transaction, before.organizationId, caseManagerId);
      if (!assignable) throw new InvalidInput([notAssignable]);
    }
    if (open > 0 && !wish.confirm) {
      throw new ConfirmationRequired(filledText(confirmation, { count: String(open) }));
    }
    await move(transaction, actor, { before, wish, reason, caseManagerId }, moment);
    if (open > 0)
      await withdrawOpenTransfers(transaction, platform, actor, { before, reason: reason ?? '' }, moment);
  });
}

/** @throws InvalidInput for a reason that is needed and missing, or given and not readable; for a case manager not called for. */
function readWhy(before: Case, { reason, caseManagerId }: StatusWish, open: number): string | null {
  const problems = typeof caseManagerId === 'string' && !isReopening(before.status) ? [onlyReopened] : [];
  const needed = moveAsksFor(before.status, open > 0).includes('REASON');
  const asked = needed || (typeof reason === 'string' && reason.trim() !== '');
  const read = asked ? readReason(reason) : { text: null, problems: [] };
  if (problems.length + read.problems.length > 0) throw new InvalidInput([...problems, ...read.problems]);
  return read.text;
}

async function move(
  transaction: Transaction,
  actor: Actor,
  moved: { before: Case; wish: StatusWish; reason: string | null; caseManagerId: string },
  moment: Moment,
): Promise<void> {
  const { before, reason, caseManagerId } = moved;
  const { status } = moved.wish;
  const { id: caseId, personId } = before;
  await transaction.case.update({
    where: { id: caseId, status: before.status },
    data: { status, caseManagerId, closedOn: status === 'CLOSED' ? moment.day : null },
  });
  await transaction.caseStatusChange.create({
    data: {
      caseId,
      from: before.status,
      to: status,
      changedAt: moment.now,
      changedById: actor.staffId,
      reason,
    },
  });
  if (caseManagerId !== before.caseManagerId) {
    await giveToCaseManager(transaction, actor, { before, toCaseManagerId: caseManagerId }, moment);
  } else if (isReopening(before.status)) {
    await tellCaseManager(transaction, actor, { caseId, caseManagerId, day: moment.day });
  }
  const details = ['status', ...(reason === null ? [] : ['reason'])];
  if (caseManagerId !== before.caseManagerId) details.push('caseManagerId');
  await recordAudit(transaction, actor, {
    action: 'case.changeStatus',
    entityType: 'Case',
    entityId: caseId,
    caseId,
    personId,
    details,
  });
}

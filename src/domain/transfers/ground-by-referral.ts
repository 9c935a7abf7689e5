import type { Case } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { managedCases, summaryScope } from '../cases/access.ts';
import { requireTransferable } from '../cases/status.ts';
import { type FieldProblem, NotFound } from '../errors.ts';
import { accessInForce, type Moment } from '../people/access.ts';
import { requirePrivilege } from '../privileges.ts';
import { requireDestination, requireOtherOrganization } from './transfer-destinations.ts';
import type { TransferGround, TransferWish } from './transfer-ground.ts';

const confirmation = {
  EN: 'Saving will complete the transfer and assign the case to your organization.\n\nDo you wish to proceed?',
  FR: 'L’enregistrement terminera le transfert et attribuera le cas à votre organisme.\n\nVoulez-vous continuer?',
};

const noReason: FieldProblem = {
  field: 'reason',
  text: {
    EN: 'Leave this out: the case has been referred to your organization, which is the reason.',
    FR: 'N’indiquez rien ici : le cas a été aiguillé vers votre organisme, ce qui en est la raison.',
  },
};

/**
 * The Case Transfer referral by which the actor's own organization takes a case over (R28, D5). The caller holds the
 * case.
 * @throws NotFound where none is open; NotAllowed where another organization is to get the case, or the role does not suffice;
 * CaseAlreadyTransferred where their organization manages it (D9); CaseNotTransferable (R31).
 */
export async function groundByReferral(
  transaction: Transaction,
  actor: Actor,
  { caseId, organizationId, reason }: TransferWish,
  moment: Moment,
): Promise<TransferGround> {
  const open = await transaction.referralAccess.findFirst({
    where: { ...accessInForce(actor, moment), caseId, scope: summaryScope },
    orderBy: { beganAt: 'desc' },
    include: { case: true },
  });
  const before =
    open?.case ?? (await transaction.case.findFirst({ where: { id: caseId, ...managedCases(actor) } }));
  if (before === null) throw new NotFound();
  const destination = {
    organizationId: organizationId ?? actor.organizationId,
    managedBy: before.organizationId,
  };
  await requireDestination(actor, transaction, destination, moment.day);
  const access = requireTakeOver(actor, before, open);
  return {
    before,
    organizationId: actor.organizationId,
    ground: { accessId: access.id, referralId: access.referralId },
    confirmation,
    problems: reason === undefined || reason === null ? [] : [noReason],
  };
}

/**
 * Checks that the actor's own organization can take a case over that the actor sees.
 * @param open the access by an open Case Transfer referral to their organization; null where there is none.
 * @returns that access.
 * @throws CaseAlreadyTransferred where their organization manages it (D9); NotFound without such a referral; NotAllowed where the
 * role does not suffice; CaseNotTransferable (R31).
 */
export function requireTakeOver<Access>(
  actor: Actor,
  { organizationId: managedBy, status }: Pick<Case, 'organizationId' | 'status'>,
  open: Access | null,
): Access {
  requireOtherOrganization(actor, { organizationId: actor.organizationId, managedBy });
  if (open === null) throw new NotFound();
  requirePrivilege(actor, 'answerReferrals');
  requireTransferable(status);
  return open;
}

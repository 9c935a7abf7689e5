import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { requireTransferable } from '../cases/status.ts';
import { type FieldProblem, InvalidInput, NotFound } from '../errors.ts';
import type { Moment } from '../people/access.ts';
import { readReason } from '../reason.ts';
import { casesToTransfer } from './access.ts';
import { requireDestination } from './transfer-destinations.ts';
import type { TransferGround, TransferWish } from './transfer-ground.ts';

const organizationNeeded: FieldProblem = {
  field: 'organizationId',
  text: {
    EN: 'Choose the organization that takes the case over from those in transferOptions.',
    FR: 'Choisissez parmi transferOptions l’organisme qui reprend le cas.',
  },
};

/**
 * The reason for which an administrator of Employment Nova Scotia transfers a case to an organization, referred or not (D5).
 * The caller holds the case.
 * @throws NotFound; InvalidInput without an organization; CaseNotTransferable (R31); CaseAlreadyTransferred where that organization
 * manages the case (D9); OrganizationNotEligible (D12).
 */
export async function groundByNetwork(
  transaction: Transaction,
  actor: Actor,
  input: TransferWish,
  moment: Moment,
): Promise<TransferGround> {
  const before = await transaction.case.findFirst({
    where: { id: input.caseId, ...casesToTransfer(actor, moment) },
  });
  if (before === null) throw new NotFound();
  const { text: reason, problems } = readReason(input.reason);
  const organizationId = input.organizationId ?? null;
  if (organizationId === null) throw new InvalidInput([organizationNeeded, ...problems]);
  requireTransferable(before.status);
  const destination = { organizationId, managedBy: before.organizationId };
  await requireDestination(actor, transaction, destination, moment.day);
  const { name } = await transaction.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  return {
    before,
    organizationId,
    ground: { reason },
    confirmation: {
      EN: `Saving will complete the transfer and assign the case to ${name}.\n\nDo you wish to proceed?`,
      FR: `L’enregistrement terminera le transfert et attribuera le cas à l’organisme ${name}.\n\nVoulez-vous continuer?`,
    },
    problems,
  };
}

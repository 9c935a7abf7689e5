import type { Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../actor.ts';
import { type FieldProblem, NotFound } from '../../errors.ts';
import { ownRecords } from '../../organizations/access.ts';
import { readReason } from '../../reason.ts';
import { type Caseload, requireMayHandOver, staysInside } from './caseload.ts';
import { checkDestination } from './check-destination.ts';

/** Whose caseload is to go to whom; the organizations are theirs. */
export type CaseloadWish = {
  fromCaseManagerId: string;
  toCaseManagerId: string;
  toOfficeId: string;
  agreementId?: string | null | undefined;
  serviceDeliveryLocationId?: string | null | undefined;
  reason?: string | null | undefined;
};

const sameManager: FieldProblem = {
  field: 'toCaseManagerId',
  text: {
    EN: 'Choose another case manager: this one has the cases already.',
    FR: 'Choisissez un autre gestionnaire de cas : celui-ci a déjà ces cas.',
  },
};

const keptInside = {
  EN: 'Leave this out: inside an organization each case keeps its agreement and its location, and no reason is needed.',
  FR: 'N’indiquez rien ici : dans un même organisme, chaque cas garde son entente et son point de service, et aucune raison n’est nécessaire.',
};

/**
 * Reads whose caseload is to go to whom, and checks all that does not hang on a single case.
 * @throws NotFound for staff the actor may not see; NotAllowed; OrganizationNotEligible (D12); InvalidInput for choices that are
 * not on offer (R29), and a reason that is missing between organizations (D5) or not called for inside one.
 */
export async function readCaseload(
  transaction: Transaction,
  actor: Actor,
  wish: CaseloadWish,
  day: Date,
): Promise<Caseload> {
  const fromOrganizationId = await organizationOf(transaction, actor, wish.fromCaseManagerId);
  requireMayHandOver(actor, { fromOrganizationId, toOrganizationId: fromOrganizationId });
  const toOrganizationId = await organizationOf(transaction, actor, wish.toCaseManagerId);
  const caseload = {
    fromOrganizationId,
    fromCaseManagerId: wish.fromCaseManagerId,
    toOrganizationId,
    toCaseManagerId: wish.toCaseManagerId,
    toOfficeId: wish.toOfficeId,
    toAgreementId: wish.agreementId ?? null,
    toServiceDeliveryLocationId: wish.serviceDeliveryLocationId ?? null,
    reason: wish.reason ?? null,
  };
  const { reason, problems } = staysInside(caseload) ? inside(caseload) : between(caseload);
  const toServiceDeliveryLocationId = await checkDestination(transaction, actor, caseload, day, problems);
  return { ...caseload, toServiceDeliveryLocationId, reason };
}

async function organizationOf(transaction: Transaction, actor: Actor, staffId: string): Promise<string> {
  const member = await transaction.staff.findFirst({
    where: { id: staffId, ...ownRecords(actor) },
    select: { organizationId: true },
  });
  if (member === null) throw new NotFound();
  return member.organizationId;
}

function inside(caseload: Caseload): { reason: null; problems: FieldProblem[] } {
  const notCalledFor = {
    agreementId: caseload.toAgreementId,
    serviceDeliveryLocationId: caseload.toServiceDeliveryLocationId,
    reason: caseload.reason,
  };
  const given = Object.entries(notCalledFor).filter(([, value]) => value !== null);
  const problems = given.map(([field]) => ({ field, text: keptInside }));
  const same = caseload.fromCaseManagerId === caseload.toCaseManagerId;
  return { reason: null, problems: same ? [sameManager, ...problems] : problems };
}

function between(caseload: Caseload): { reason: string; problems: FieldProblem[] } {
  const { text, problems } = readReason(caseload.reason);
  return { reason: text, problems };
}

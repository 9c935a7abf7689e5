import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput, NotFound } from '../errors.ts';
import { ownRecords } from '../organizations/access.ts';
import { lockNetwork, lockOrganization } from '../organizations/lock-organization.ts';
import { type AgreementTerms, readTerms, requireNoOverlap } from './agreement-input.ts';
import { endLostSight } from './end-lost-sight.ts';
import { requireMayManageNetwork } from './may-manage.ts';

/** What can be changed of an agreement: a field left out stays as it is; none can be emptied. */
export type AgreementChange = { [Term in keyof AgreementTerms]?: AgreementTerms[Term] | null | undefined };

const notEmpty = {
  EN: 'It cannot be emptied; enter it, or leave it out.',
  FR: 'Ce champ ne peut pas être vidé; remplissez-le ou omettez-le.',
};

/**
 * Changes what an agreement says; what it said before stays on record. Cases under it stay under it whatever its days. Where
 * the organization cannot receive referrals by it any more, what it saw by them is out of its sight at once (R6, D12).
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong, and a program left out that open cases under the
 * agreement belong to; AgreementsOverlap.
 */
export async function updateAgreement(
  actor: Actor,
  platform: Platform,
  { agreementId: id, ...change }: AgreementChange & { agreementId: string },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const where = { id, ...ownRecords(actor) };
    const before = await transaction.agreement.findFirst({ where, include: { programs: true } });
    if (before === null) throw new NotFound();
    requireMayManageNetwork(actor);
    const { organizationId, number, startsOn, endsOn, clientTracking, programs } = before;
    await lockOrganization(transaction, organizationId);
    const programIds = programs.map(({ programId }) => programId);
    const terms = { number, startsOn, endsOn, clientTracking, programIds };
    const wanted: AgreementTerms = { ...terms, ...given(change) };
    const read = await readTerms(transaction, id, wanted);
    const problems = [...emptied(change), ...read.problems];
    if (problems.length > 0) throw new InvalidInput(problems);
    await requireNoOverlap(transaction, organizationId, id, wanted);
    const after = { ...wanted, number: read.number };
    const changed = changedTerms(terms, after);
    if (changed.length === 0) return;
    await endLostSight(transaction, platform, organizationId, () => rewrite(transaction, id, after));
    await recordAudit(transaction, actor, {
      action: 'agreement.update',
      entityType: 'Agreement',
      entityId: id,
      managingOrganizationId: organizationId,
      details: changed,
    });
  });
}

async function rewrite(
  transaction: Transaction,
  agreementId: string,
  { programIds, ...terms }: AgreementTerms,
): Promise<void> {
  // Programs that it loses go before its days change, and those that it gains come after, lest days it never had overlap.
  await transaction.agreementProgram.deleteMany({
    where: { agreementId, programId: { notIn: [...programIds] } },
  });
  await transaction.agreement.update({ where: { id: agreementId }, data: terms });
  await transaction.agreementProgram.createMany({
    data: programIds.map((programId) => ({ agreementId, programId })),
    skipDuplicates: true,
  });
}

function given(change: AgreementChange): Partial<AgreementTerms> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Partial<AgreementTerms>;
}

function emptied(change: AgreementChange): FieldProblem[] {
  return Object.entries(change)
    .filter(([, value]) => value === null)
    .map(([field]) => ({ field, text: notEmpty }));
}

function changedTerms(before: AgreementTerms, after: AgreementTerms): string[] {
  const written = ({ programIds, startsOn, endsOn, ...terms }: AgreementTerms) => ({
    ...terms,
    startsOn: startsOn.getTime(),
    endsOn: endsOn.getTime(),
    programIds: programIds.toSorted().join(),
  });
  const [one, other] = [written(before), written(after)];
  return (Object.keys(one) as (keyof AgreementTerms)[]).filter((term) => one[term] !== other[term]);
}

import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { lockNetwork, lockOrganization } from '../organizations/lock-organization.ts';
import { type AgreementTerms, readTerms, requireNoOverlap } from './agreement-input.ts';
import { requireMayManageNetwork } from './may-manage.ts';

/**
 * Adds an agreement to an organization. On a day, a program is under one agreement of an organization at most.
 * @returns its id.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong; AgreementsOverlap.
 */
export async function addAgreement(
  actor: Actor,
  platform: Platform,
  { organizationId, ...terms }: AgreementTerms & { organizationId: string },
): Promise<string> {
  requireMayManageNetwork(actor);
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    await lockOrganization(transaction, organizationId);
    const organization = await transaction.organization.count({ where: { id: organizationId } });
    if (organization === 0) throw new NotFound();
    const { number, problems } = await readTerms(transaction, null, terms);
    if (problems.length > 0) throw new InvalidInput(problems);
    await requireNoOverlap(transaction, organizationId, null, terms);
    const { startsOn, endsOn, clientTracking, programIds } = terms;
    const { id } = await transaction.agreement.create({
      data: {
        ...{ organizationId, number, startsOn, endsOn, clientTracking },
        programs: { create: programIds.map((programId) => ({ programId })) },
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'agreement.add',
      entityType: 'Agreement',
      entityId: id,
      managingOrganizationId: organizationId,
    });
    return id;
  });
}

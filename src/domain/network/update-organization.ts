import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput, NotFound } from '../errors.ts';
import { lockNetwork, lockOrganization } from '../organizations/lock-organization.ts';
import { endLostSight } from './end-lost-sight.ts';
import { requireMayManage, requireMayManageNetwork } from './may-manage.ts';
import { isNameTaken } from './name-taken.ts';
import { OrganizationHasOpenCases } from './organization-has-open-cases.ts';
import { changesOf, type Typed } from './read-fields.ts';
import { nameTaken, type OrganizationDetails, readOrganization } from './record-input.ts';

const staysOpen = {
  EN: 'Employment Nova Scotia itself cannot be closed.',
  FR: 'Emploi Nouvelle-Écosse ne peut pas être fermé.',
};

/**
 * Changes the details of an organization; Employment Nova Scotia can close it, and open it again. A closed one lets nobody sign in
 * and receives no referrals; what it saw by referrals is out of its sight until it is open again (D12). Letters of submitted
 * referrals stay as they were (R17).
 * @param input.closed whether it is to be closed; left out, that stays as it is.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that cannot be kept; OrganizationHasOpenCases.
 */
export async function updateOrganization(
  actor: Actor,
  platform: Platform,
  input: Typed<OrganizationDetails> & { organizationId: string; closed?: boolean | null | undefined },
): Promise<void> {
  const { organizationId, closed, ...typed } = input;
  await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    await lockOrganization(transaction, organizationId);
    const before = await transaction.organization.findUnique({ where: { id: organizationId } });
    if (before === null) throw new NotFound();
    requireMayManage(actor, organizationId);
    const turns = typeof closed === 'boolean' && closed !== (before.closedAt !== null);
    if (turns) requireMayManageNetwork(actor);
    const { fields, problems } = readOrganization(typed);
    if (await isNameTaken(transaction, { table: 'Organization' }, fields.name, organizationId)) {
      problems.push({ field: 'name', text: nameTaken });
    }
    problems.push(...closingProblems(turns && closed, before));
    if (problems.length > 0) throw new InvalidInput(problems);
    if (turns && closed) await requireNoOpenCases(transaction, organizationId);
    const change = {
      ...changesOf<OrganizationDetails>(before, fields),
      ...(turns ? { closedAt: closed ? platform.now() : null } : {}),
    };
    if (Object.keys(change).length === 0) return;
    await endLostSight(transaction, platform, organizationId, async () => {
      await transaction.organization.update({ where: { id: organizationId }, data: change });
    });
    await recordAudit(transaction, actor, {
      action: 'organization.update',
      entityType: 'Organization',
      entityId: organizationId,
      managingOrganizationId: organizationId,
      details: Object.keys(change),
    });
  });
}

function closingProblems(
  closes: boolean,
  { isEmploymentNovaScotia }: { isEmploymentNovaScotia: boolean },
): FieldProblem[] {
  return closes && isEmploymentNovaScotia ? [{ field: 'closed', text: staysOpen }] : [];
}

async function requireNoOpenCases(transaction: Transaction, organizationId: string): Promise<void> {
  const open = await transaction.case.findMany({
    where: { organizationId, status: { not: 'CLOSED' } },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  if (open.length > 0) throw new OrganizationHasOpenCases(open.map(({ id }) => id));
}

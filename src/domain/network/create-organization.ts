import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { requireMayManageNetwork } from './may-manage.ts';
import { isNameTaken } from './name-taken.ts';
import { nameTaken, type OrganizationDetails, readOrganization } from './record-input.ts';

/** What a new organization must have: all but the second line of its address. */
export type NewOrganization = Omit<OrganizationDetails, 'addressLine2'> & {
  addressLine2?: string | null | undefined;
};

/**
 * Adds an organization to the network. Referrals can be sent to it once it has an agreement (R6).
 * @returns its id.
 * @throws NotAllowed; InvalidInput naming every field that is wrong.
 */
export async function createOrganization(
  actor: Actor,
  platform: Platform,
  input: NewOrganization,
): Promise<string> {
  requireMayManageNetwork(actor);
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const { fields, problems } = readOrganization(input);
    if (await isNameTaken(transaction, { table: 'Organization' }, fields.name)) {
      problems.push({ field: 'name', text: nameTaken });
    }
    if (problems.length > 0) throw new InvalidInput(problems);
    const { id } = await transaction.organization.create({
      data: fields as OrganizationDetails,
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'organization.create',
      entityType: 'Organization',
      entityId: id,
      managingOrganizationId: id,
    });
    return id;
  });
}

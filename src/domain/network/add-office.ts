import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { findWhereToAdd } from './find-where-to-add.ts';
import { isNameTaken } from './name-taken.ts';
import { nameTaken, type OfficeDetails, readOffice } from './record-input.ts';

/** What a new office must have: all but the second line of its address. */
export type NewOffice = Omit<OfficeDetails, 'addressLine2'> & { addressLine2?: string | null | undefined };

/**
 * Adds an office to an organization.
 * @returns its id.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong.
 */
export async function addOffice(
  actor: Actor,
  platform: Platform,
  { organizationId, ...typed }: NewOffice & { organizationId: string },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    await findWhereToAdd(transaction, actor, organizationId, 'manageOwnOrganization');
    const { fields, problems } = readOffice(typed);
    if (await isNameTaken(transaction, { table: 'Office', organizationId }, fields.name)) {
      problems.push({ field: 'name', text: nameTaken });
    }
    if (problems.length > 0) throw new InvalidInput(problems);
    const { id } = await transaction.office.create({
      data: { ...(fields as OfficeDetails), organizationId },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'office.add',
      entityType: 'Office',
      entityId: id,
      managingOrganizationId: organizationId,
    });
    return id;
  });
}

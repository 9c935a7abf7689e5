import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { findWhereToAdd } from './find-where-to-add.ts';
import { isNameTaken } from './name-taken.ts';
import { nameTaken, type Place, readPlace } from './record-input.ts';

/** What a new service delivery location must have: all but the second line of its address. */
export type NewServiceDeliveryLocation = Omit<Place, 'addressLine2'> & {
  addressLine2?: string | null | undefined;
};

/**
 * Adds a service delivery location to an organization.
 * @returns its id.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong.
 */
export async function addServiceDeliveryLocation(
  actor: Actor,
  platform: Platform,
  { organizationId, ...typed }: NewServiceDeliveryLocation & { organizationId: string },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    await findWhereToAdd(transaction, actor, organizationId, 'manageOwnOrganization');
    const { fields, problems } = readPlace(typed);
    if (await isNameTaken(transaction, { table: 'ServiceDeliveryLocation', organizationId }, fields.name)) {
      problems.push({ field: 'name', text: nameTaken });
    }
    if (problems.length > 0) throw new InvalidInput(problems);
    const { id } = await transaction.serviceDeliveryLocation.create({
      data: { ...(fields as Place), organizationId },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'serviceDeliveryLocation.add',
      entityType: 'ServiceDeliveryLocation',
      entityId: id,
      managingOrganizationId: organizationId,
    });
    return id;
  });
}

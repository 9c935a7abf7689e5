import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { ownRecords } from '../organizations/access.ts';
import { lockNetwork, lockOrganization } from '../organizations/lock-organization.ts';
import { requireMayManage } from './may-manage.ts';
import { isNameTaken } from './name-taken.ts';
import { changesOf, type Typed } from './read-fields.ts';
import { nameTaken, type Place, readPlace } from './record-input.ts';

/**
 * Changes the details of a service delivery location, closes it or opens it again. A closed one cannot be chosen any more; what is under it already
 * stays there (R29).
 * @param input.closed whether it is to be closed; left out, that stays as it is.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that cannot be kept.
 */
export async function updateServiceDeliveryLocation(
  actor: Actor,
  platform: Platform,
  input: Typed<Place> & { serviceDeliveryLocationId: string; closed?: boolean | null | undefined },
): Promise<void> {
  const { serviceDeliveryLocationId: id, closed, ...typed } = input;
  await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const before = await transaction.serviceDeliveryLocation.findFirst({
      where: { id, ...ownRecords(actor) },
    });
    if (before === null) throw new NotFound();
    const { organizationId } = before;
    requireMayManage(actor, organizationId);
    const { fields, problems } = readPlace(typed);
    if (
      await isNameTaken(transaction, { table: 'ServiceDeliveryLocation', organizationId }, fields.name, id)
    ) {
      problems.push({ field: 'name', text: nameTaken });
    }
    if (problems.length > 0) throw new InvalidInput(problems);
    const turns = typeof closed === 'boolean' && closed !== (before.closedAt !== null);
    // Whoever is putting a case under it comes first; whoever comes later finds it closed.
    if (turns) await lockOrganization(transaction, organizationId);
    const change = {
      ...changesOf<Place>(before, fields),
      ...(turns ? { closedAt: closed ? platform.now() : null } : {}),
    };
    if (Object.keys(change).length === 0) return;
    await transaction.serviceDeliveryLocation.update({ where: { id }, data: change });
    await recordAudit(transaction, actor, {
      action: 'serviceDeliveryLocation.update',
      entityType: 'ServiceDeliveryLocation',
      entityId: id,
      managingOrganizationId: organizationId,
      details: Object.keys(change),
    });
  });
}

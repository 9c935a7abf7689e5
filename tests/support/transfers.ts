import type { Actor } from '../../src/domain/actor.ts';
import { programDay } from '../../src/domain/program-day.ts';
import type { TransferChoices } from '../../src/domain/transfers/check-choices.ts';
import { transferCase } from '../../src/domain/transfers/transfer-case.ts';
import { agreementChoices } from '../../src/domain/transfers/transfer-choices.ts';
import type { TransferWish } from '../../src/domain/transfers/transfer-ground.ts';
import type { House } from './house.ts';

/** Choices that are all on offer to the actor, with the actor as the case manager. */
export async function goodChoices(house: House, actor: Actor): Promise<TransferChoices> {
  const where = { organizationId: actor.organizationId };
  const orderBy = { id: 'asc' as const };
  const office = await house.database.office.findFirstOrThrow({ where, orderBy });
  const location = await house.database.serviceDeliveryLocation.findFirst({ where, orderBy });
  const agreement = await house.database.agreement.findFirstOrThrow({
    where: agreementChoices(actor.organizationId, programDay(house.platform.now(), house.platform.timeZone)),
  });
  return {
    officeId: office.id,
    caseManagerId: actor.staffId,
    agreementId: agreement.id,
    serviceDeliveryLocationId: location?.id ?? null,
  };
}

/** Completes a transfer to the actor's organization. */
export async function transfer(
  house: House,
  actor: Actor,
  caseId: string,
  changes: Partial<TransferWish & TransferChoices> = {},
): Promise<void> {
  const all = { ...(await goodChoices(house, actor)), ...changes };
  await transferCase(actor, house.platform, { caseId, ...all, confirm: true });
}

/** Has Employment Nova Scotia transfer a case to the organization of `to`, who becomes the case manager (D5). */
export async function transferByNetwork(
  house: House,
  caseId: string,
  to: Actor,
  changes: Partial<TransferWish & TransferChoices & { confirm: boolean }> = {},
): Promise<void> {
  await transferCase(await house.actor('ens.admin'), house.platform, {
    ...(await goodChoices(house, to)),
    caseId,
    organizationId: to.organizationId,
    reason: 'The office has closed.',
    confirm: true,
    ...changes,
  });
}

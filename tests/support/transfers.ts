import type { Actor } from '../../src/domain/actor.ts';
import { programDay } from '../../src/domain/program-day.ts';
import type { TransferChoices } from '../../src/domain/transfers/check-choices.ts';
import { transferCase } from '../../src/domain/transfers/transfer-case.ts';
import { agreementChoices } from '../../src/domain/transfers/transfer-choices.ts';
import type { House } from './house.ts';

/** Choices that are all on offer to the actor, with the actor as the case manager. */
export async function goodChoices(house: House, actor: Actor): Promise<TransferChoices> {
  const where = { organizationId: actor.organizationId };
  const orderBy = { id: 'asc' as const };
  const office = await house.database.office.findFirstOrThrow({ where, orderBy });
  const location = await house.database.serviceDeliveryLocation.findFirst({ where, orderBy });
  const agreement = await house.database.agreement.findFirstOrThrow({
    where: agreementChoices(actor, programDay(house.platform.now(), house.platform.timeZone)),
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
  choices: Partial<TransferChoices> = {},
): Promise<void> {
  const all = { ...(await goodChoices(house, actor)), ...choices };
  await transferCase(actor, house.platform, { ...all, caseId, confirm: true });
}

import type { Actor } from '../../src/domain/actor.ts';
import type { CaseWish } from '../../src/domain/casework/case-wish.ts';
import { createPerson } from '../../src/domain/casework/create-person.ts';
import type { House } from './house.ts';

/** What an organization puts its cases under, as somebody who opens one would choose it. */
export async function caseWish(
  { database }: Pick<House, 'database'>,
  { organizationId }: Pick<Actor, 'organizationId'>,
): Promise<CaseWish> {
  const office = await database.office.findFirstOrThrow({
    where: { organizationId },
    orderBy: { name: 'asc' },
  });
  const agreement = await database.agreement.findFirstOrThrow({
    where: { organizationId },
    orderBy: { endsOn: 'desc' },
    include: { programs: { include: { program: true } } },
  });
  const location = await database.serviceDeliveryLocation.findFirst({
    where: { organizationId },
    orderBy: { name: 'asc' },
  });
  const manager = await database.staff.findFirstOrThrow({
    where: { organizationId, disabledAt: null, roles: { has: 'CASE_MANAGER' } },
    orderBy: { username: 'asc' },
  });
  const ecm = agreement.programs.find(({ program }) => program.ecm) ?? agreement.programs[0];
  return {
    programId: ecm?.programId ?? '',
    officeId: office.id,
    caseManagerId: manager.id,
    agreementId: agreement.id,
    serviceDeliveryLocationId: location?.id ?? null,
  };
}

let born = 0;

/** Somebody whom nobody in the sample data resembles. */
export function somebody() {
  born += 1;
  const birthDate = new Date(Date.UTC(1960, 0, born * 3));
  return { givenName: `Xiomara${letters(born)}`, familyName: `Quezzledorf${letters(born * 31)}`, birthDate };
}

/** A number written in letters, so that names differ by more than a letter. */
function letters(number: number): string {
  return Array.from(String(number), (digit) => 'bcdfghjklm'[Number(digit)]?.repeat(3) ?? '').join('');
}

/** A new client with a first case at the actor's organization. */
export async function newClient(
  house: House,
  actor: Actor,
  person: Partial<Parameters<typeof createPerson>[2]> = {},
): Promise<{ personId: string; caseId: string }> {
  const wish = await caseWish(house, actor);
  return await createPerson(actor, house.platform, { ...somebody(), case: wish, ...person });
}

import type { Transaction } from '../../../platform/database.ts';
import { Refusal } from '../../errors.ts';
import { keepOrganization } from '../../organizations/lock-organization.ts';
import { isAssignable } from '../../transfers/is-assignable.ts';
import { readOffered } from './offered.ts';
import type { ImportedCaseFields } from './read-case-cells.ts';

/** Something that lines are put under was closed, disabled or changed after the file was checked. */
class NoLongerOffered extends Refusal {
  override readonly name = 'NoLongerOffered';
  readonly code = 'NO_LONGER_OFFERED';

  constructor() {
    super({
      EN: 'The organization, or an office, location, agreement or case manager that lines name, was changed meanwhile. Import the file again: it is then checked anew.',
      FR: 'L’organisme, ou un bureau, point de service, entente ou gestionnaire de cas nommé par des lignes, a été modifié entre-temps. Importez le fichier de nouveau : il sera alors revérifié.',
    });
  }
}

/**
 * Checks again, as it now is, what cases of a file that was checked before are to be put under, and keeps it so until the transaction
 * ends: the organization is open, and of each case are the office and the location, and where it is open the agreement and the
 * case manager.
 * @throws NoLongerOffered.
 */
export async function requireStillOffered(
  transaction: Transaction,
  { organizationId, day, cases }: { organizationId: string; day: Date; cases: readonly ImportedCaseFields[] },
): Promise<void> {
  await keepOrganization(transaction, organizationId);
  const isOpen = await transaction.organization.count({ where: { id: organizationId, closedAt: null } });
  const { offices, locations, agreements } = await readOffered(transaction, organizationId, day);
  const places = new Set([...offices.values(), ...locations.values()]);
  const byId = new Map([...agreements.values()].map((agreement) => [agreement.id, agreement]));
  const offered = cases.every(({ status, programId, agreementId, officeId, serviceDeliveryLocationId }) => {
    const agreement = byId.get(agreementId);
    const covers = agreement?.programIds.has(programId) && (status === 'CLOSED' || agreement.active);
    const atLocation = serviceDeliveryLocationId === null || places.has(serviceDeliveryLocationId);
    return covers && atLocation && places.has(officeId);
  });
  if (isOpen === 0 || !offered) throw new NoLongerOffered();
  const managing = cases.filter(({ status }) => status !== 'CLOSED').map((one) => one.caseManagerId);
  for (const staffId of [...new Set(managing)].toSorted()) {
    if (!(await isAssignable(transaction, organizationId, staffId))) throw new NoLongerOffered();
  }
}

import type { StaffRole } from '../../generated/prisma/enums.ts';
import type { Actor } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { privilegeTable } from '../privilege-table.ts';
import { hasPrivilege } from '../privileges.ts';

const networkOnly = {
  EN: 'This role reaches beyond the organization: ask an administrator of Employment Nova Scotia.',
  FR: 'Ce rôle va au-delà de l’organisme : adressez-vous à un administrateur d’Emploi Nouvelle-Écosse.',
};

/**
 * Checks that the actor may give somebody these roles; who has them can be changed by nobody else either, for with another subject
 * the account would be somebody else's. An organization's administrator gives what does not reach beyond the organization.
 * @param atEmploymentNovaScotia whether they are held there.
 * @throws NotAllowed.
 */
export function requireMayGive(
  actor: Actor,
  roles: readonly StaffRole[],
  atEmploymentNovaScotia: boolean,
): void {
  if (hasPrivilege(actor, 'manageNetwork')) return;
  const beyond = (role: StaffRole) =>
    atEmploymentNovaScotia && privilegeTable[role].atEmploymentNovaScotia.length > 0;
  if (roles.some(beyond)) throw new NotAllowed(networkOnly);
}

/** Whether a role gives anything where it is held: one that counts only at Employment Nova Scotia is given nowhere else. */
export function counts(role: StaffRole, atEmploymentNovaScotia: boolean): boolean {
  const { anywhere, atEmploymentNovaScotia: there } = privilegeTable[role];
  return anywhere.length > 0 || (atEmploymentNovaScotia && there.length > 0);
}

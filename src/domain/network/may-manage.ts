import type { Actor } from '../actor.ts';
import { NotAllowed } from '../errors.ts';
import { hasPrivilege } from '../privileges.ts';

const administratorsOnly = {
  EN: 'Ask the administrator of that organization, or Employment Nova Scotia.',
  FR: 'Adressez-vous à l’administrateur de cet organisme, ou à Emploi Nouvelle-Écosse.',
};
const networkOnly = {
  EN: 'Ask an administrator of Employment Nova Scotia.',
  FR: 'Adressez-vous à un administrateur d’Emploi Nouvelle-Écosse.',
};

/** What of an organization its own administrator looks after. */
type Own = 'manageOwnOrganization' | 'manageOwnStaff';

/** Whether the actor looks after this organization, by their own privilege there or for the whole network. */
export function mayManage(actor: Actor, organizationId: string, own: Own): boolean {
  const ofTheirs = actor.organizationId === organizationId && hasPrivilege(actor, own);
  return ofTheirs || hasPrivilege(actor, 'manageNetwork');
}

/** @throws NotAllowed unless the actor looks after this organization; see {@link mayManage}. */
export function requireMayManage(
  actor: Actor,
  organizationId: string,
  own: Own = 'manageOwnOrganization',
): void {
  if (!mayManage(actor, organizationId, own)) throw new NotAllowed(administratorsOnly);
}

/** @throws NotAllowed unless the actor administers the network. */
export function requireMayManageNetwork(actor: Actor): void {
  if (!hasPrivilege(actor, 'manageNetwork')) throw new NotAllowed(networkOnly);
}

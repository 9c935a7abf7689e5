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

/** @throws NotAllowed unless the actor administers this organization, or the network. */
export function requireMayManage(actor: Actor, organizationId: string): void {
  const own = actor.organizationId === organizationId && hasPrivilege(actor, 'manageOwnOrganization');
  if (!own && !hasPrivilege(actor, 'manageNetwork')) throw new NotAllowed(administratorsOnly);
}

/** @throws NotAllowed unless the actor administers the network. */
export function requireMayManageNetwork(actor: Actor): void {
  if (!hasPrivilege(actor, 'manageNetwork')) throw new NotAllowed(networkOnly);
}

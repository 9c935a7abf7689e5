import { type Action, allows, type Thing } from '../../../src/domain/access-table.ts';
import type { Privilege } from '../../../src/domain/privilege-table.ts';
import { hasPrivilege } from '../../../src/domain/privileges.ts';
import type { RoleViewer } from './viewers.ts';

/** An action on a thing of the access table, as `see case`, `handOver case`. */
type OnThing = { [T in Thing]: `${Action<T>} ${T}` }[Thing];

/**
 * What a viewer must have to be given something of the scene:
 * - `within`: nothing more than what led to it. What belongs to all in the network is within reach of everybody.
 * - an action and a thing: the cell of the access table, and the privilege to work with cases in that way;
 * - a privilege;
 * - one of those that follow, for the records of the organization that manages the case; or for what could be chosen there, which
 * whoever sees its cases may look at, and not choose.
 */
export type Claim =
  | 'within'
  | OnThing
  | Privilege
  | 'see own business'
  | 'see caseloads'
  | 'see receivers'
  | 'see destinations'
  | 'read the trail'
  | 'manage organization'
  | 'manage staff';

/** Whether the viewer has what is claimed. */
export function holds(viewer: RoleViewer, claim: Claim): boolean {
  const { actor, relation } = viewer;
  const network = relation === 'NETWORK_ADMINISTRATOR';
  switch (claim) {
    case 'within':
      return true;
    case 'see own business':
      return relation === 'MANAGES' || network;
    case 'see caseloads':
      return network || (/^MANAGE/.test(relation) && hasPrivilege(actor, 'seeCases'));
    case 'see receivers':
      return allows(relation, 'referrals', 'add') && hasPrivilege(actor, 'seeCases');
    case 'see destinations':
      return allows(relation, 'case', 'transfer') && hasPrivilege(actor, 'seeCases');
    case 'manage organization':
      return managesOr(viewer, 'manageOwnOrganization');
    case 'manage staff':
      return managesOr(viewer, 'manageOwnStaff');
    case 'read the trail':
      return hasPrivilege(actor, 'readAuditTrail') || hasPrivilege(actor, 'readOwnAuditTrail');
  }
  const [action = '', thing] = claim.split(' ');
  if (thing === undefined) return hasPrivilege(actor, claim as Privilege);
  const privileges = privilegesFor(`${action} ${thing}`, network);
  return (
    privileges.every((privilege) => hasPrivilege(actor, privilege)) &&
    allows(relation, thing as Thing, action as Action)
  );
}

/** Whether the viewer has a privilege for the organization that manages the case: as one of its own, or for the whole network. */
function managesOr({ actor, relation }: RoleViewer, privilege: Privilege): boolean {
  return (relation === 'MANAGES' && hasPrivilege(actor, privilege)) || hasPrivilege(actor, 'manageNetwork');
}

/** What somebody must be allowed within their organization to do what the access table lets the organization do. */
function privilegesFor(claim: string, network: boolean): Privilege[] {
  if (claim.startsWith('see ')) return ['seeCases'];
  if (/^(update|openCase) personRecord$|^(update|changeStatus) case$|^acknowledge /.test(claim))
    return ['workOnCases'];
  if (claim === 'transfer case') return [network ? 'transferAnyCase' : 'answerReferrals'];
  if (claim === 'handOver case') return ['handOverCaseload'];
  if (claim === 'decline referrals') return ['answerReferrals'];
  return ['createReferrals'];
}

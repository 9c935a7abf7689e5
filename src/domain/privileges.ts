import type { Actor } from './actor.ts';
import { NotAllowed } from './errors.ts';
import type { Bilingual } from './language.ts';
import { type Privilege, privilegeTable, scopeTable } from './privilege-table.ts';
import { scopesThatGive } from './privilege-words.ts';

/** What privileges follow from. */
type Holder = Pick<Actor, 'roles' | 'scopes' | 'atEmploymentNovaScotia'>;

/** Whether somebody's roles, or a service account's scopes, give this privilege. */
export function hasPrivilege(holder: Holder, privilege: Privilege): boolean {
  const byRole = holder.roles.some((role) => {
    const { anywhere, atEmploymentNovaScotia } = privilegeTable[role];
    return (
      anywhere.includes(privilege) ||
      (holder.atEmploymentNovaScotia && atEmploymentNovaScotia.includes(privilege))
    );
  });
  return byRole || holder.scopes.some((scope) => scopeTable[scope].includes(privilege));
}

/** Whether the actor administers the network for Employment Nova Scotia, and so stands in that relation to every case. */
export function administersNetwork(actor: Actor): boolean {
  return hasPrivilege(actor, 'manageNetwork');
}

/**
 * @param whom says who may, where it is not a case manager or the administrator of the user's organization.
 * @throws NotAllowed where the actor has not this privilege; a service account is told which scopes give it.
 */
export function requirePrivilege(actor: Actor, privilege: Privilege, whom?: Bilingual): void {
  if (hasPrivilege(actor, privilege)) return;
  throw new NotAllowed(actor.roles.includes('INTEGRATION') ? scopesFor(privilege) : whom);
}

function scopesFor(privilege: Privilege): Bilingual {
  const scopes = scopesThatGive(privilege);
  return scopes.length === 0
    ? {
        EN: 'A service account cannot; a member of staff has to.',
        FR: 'Un compte de service ne le peut pas; un membre du personnel doit le faire.',
      }
    : {
        EN: `The service account needs the scope ${scopes.join(' or ')}, and its token must not leave it out.`,
        FR: `Le compte de service doit avoir la portée ${scopes.join(' ou ')}, et son jeton ne doit pas l’omettre.`,
      };
}

import type { Prisma } from '../../generated/prisma/client.ts';
import { allows, type Relation } from '../access-table.ts';
import type { Actor } from '../actor.ts';
import { wholeCases } from '../cases/access.ts';
import { noRecord } from '../no-record.ts';
import type { Moment } from '../people/access.ts';
import { casesWhere } from '../people/relations.ts';
import { administersNetwork, hasPrivilege } from '../privileges.ts';

/**
 * The cases the actor may move to another organization: those referred to their own for transfer (R28); for the
 * administrators of Employment Nova Scotia, all (D5).
 */
export function casesToTransfer(actor: Actor, moment: Moment): Prisma.CaseWhereInput {
  return casesWhere(actor, 'case', 'transfer', moment);
}

/** The transfers the actor sees with all that belongs to them: those of the cases they see whole. */
export function wholeTransfers(actor: Actor): Prisma.CaseTransferWhereInput {
  return { case: wholeCases(actor) };
}

/**
 * The transfers whose receipt the actor's organization keeps: those by which it gave a case up, and not those that the case
 * went through before or since (D7). Employment Nova Scotia's administrators see all.
 */
export function keptReceipts(actor: Actor): Prisma.CaseTransferWhereInput {
  const allowedTo = (relation: Relation) => allows(relation, 'transferReceipts', 'see');
  if (allowedTo('NETWORK_ADMINISTRATOR') && administersNetwork(actor)) return {};
  return allowedTo('MANAGED_BEFORE') && hasPrivilege(actor, 'seeCases')
    ? { fromOrganizationId: actor.organizationId }
    : noRecord;
}

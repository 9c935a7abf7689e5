import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { requirePrivilege } from '../privileges.ts';

/**
 * Only the administrators of Employment Nova Scotia set up templates (R23): the role alone does not make one, it has to be
 * held at Employment Nova Scotia itself.
 * @throws NotAllowed for everyone else.
 */
export function requireTemplateAdministrator(actor: Actor): void {
  requirePrivilege(actor, 'publishTemplates', {
    EN: 'Templates are set up by the administrators of Employment Nova Scotia: ask them for the change.',
    FR: 'Les modèles sont établis par les administrateurs d’Emploi Nouvelle-Écosse : demandez-leur la modification.',
  });
}

/** Makes all who publish or retire templates take turns until the transaction ends; referrals do not wait for it. */
export async function lockTemplates(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`LOCK TABLE "CorrespondenceTemplate" IN SHARE ROW EXCLUSIVE MODE`;
}

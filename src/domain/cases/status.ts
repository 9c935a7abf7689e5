import type { CaseStatus } from '../../generated/prisma/enums.ts';
import { Refusal } from '../errors.ts';

/** The statuses in which a case can be referred for transfer, and transferred (R27, R31): all but Follow up and Closed. */
export const transferableStatuses = ['INTAKE', 'ASSESSMENT', 'ACTION_PLAN'] as const satisfies CaseStatus[];

/** The case is in Follow up or Closed (R27, R31). */
export class CaseNotTransferable extends Refusal {
  override readonly name = 'CaseNotTransferable';
  readonly code = 'CASE_NOT_TRANSFERABLE';

  constructor() {
    super({
      EN: 'A case in Follow up or Closed cannot be transferred. Refer the client for information instead, or reopen the case first.',
      FR: 'Un cas en suivi ou fermé ne peut pas être transféré. Faites plutôt un aiguillage à titre d’information, ou rouvrez d’abord le cas.',
    });
  }
}

/** Whether a case in this status can be referred for transfer, and transferred (R27, R31). */
export function isTransferable(status: CaseStatus): boolean {
  return transferableStatuses.some((transferable) => transferable === status);
}

/** @throws CaseNotTransferable in Follow up and Closed. */
export function requireTransferable(status: CaseStatus): void {
  if (!isTransferable(status)) throw new CaseNotTransferable();
}

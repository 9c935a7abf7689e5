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

/**
 * The table of moves: from each status the ones it can go to. Forward step by step, back to the step before where that was too
 * early, closed from anywhere (R25), and reopened to wherever the work is to go on.
 */
const moves: Record<CaseStatus, readonly CaseStatus[]> = {
  INTAKE: ['ASSESSMENT', 'CLOSED'],
  ASSESSMENT: ['INTAKE', 'ACTION_PLAN', 'CLOSED'],
  ACTION_PLAN: ['ASSESSMENT', 'FOLLOW_UP', 'CLOSED'],
  FOLLOW_UP: ['ACTION_PLAN', 'CLOSED'],
  CLOSED: ['INTAKE', 'ASSESSMENT', 'ACTION_PLAN', 'FOLLOW_UP'],
};

/** The statuses that a case in this one can go to, in the order of a client's progression. */
export function nextStatuses(from: CaseStatus): readonly CaseStatus[] {
  return moves[from];
}

/** Whether a case is taken up again by a move. */
export function isReopening(from: CaseStatus): boolean {
  return from === 'CLOSED';
}

/** A case cannot go from its status to that one. */
export class CaseStatusNotReachable extends Refusal {
  override readonly name = 'CaseStatusNotReachable';
  readonly code = 'CASE_STATUS_NOT_REACHABLE';
  readonly from: CaseStatus;

  constructor(from: CaseStatus) {
    super({
      EN: 'The case cannot go to this status from the one it is in. Choose one of those shown, step by step.',
      FR: 'Le cas ne peut pas passer de son état actuel à celui-ci. Choisissez l’un de ceux qui sont affichés, étape par étape.',
    });
    this.from = from;
  }
}

/** @throws CaseStatusNotReachable where the table of moves has no such move. */
export function requireMove(from: CaseStatus, to: CaseStatus): void {
  if (!nextStatuses(from).includes(to)) throw new CaseStatusNotReachable(from);
}

/** A closed case stays as it was when it was closed. */
export class CaseNotOpen extends Refusal {
  override readonly name = 'CaseNotOpen';
  readonly code = 'CASE_NOT_OPEN';

  constructor() {
    super({
      EN: 'A closed case stays as it was. Reopen it first if something has to be changed.',
      FR: 'Un cas fermé reste tel quel. Rouvrez-le d’abord si quelque chose doit y être modifié.',
    });
  }
}

/** @throws CaseNotOpen where it is closed. */
export function requireOpenCase(status: CaseStatus): void {
  if (status === 'CLOSED') throw new CaseNotOpen();
}

import type { FieldProblem } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import type { Transfer } from './transfer.ts';

/** Which case somebody wishes to transfer; where to and why is for Employment Nova Scotia to say (D5). */
export type TransferWish = {
  caseId: string;
  /** The organization that managed it when they looked; left out, whichever does as they begin. */
  managedBy?: string | null | undefined;
  organizationId?: string | null | undefined;
  reason?: string | null | undefined;
};

/** What lets the actor transfer a case, and where to. */
export type TransferGround = Pick<Transfer, 'before' | 'ground'> & {
  organizationId: string;
  /** What to ask before it is done (R30). */
  confirmation: Bilingual;
  /** What is wrong with the input so far, to be named together with the choices. */
  problems: FieldProblem[];
};

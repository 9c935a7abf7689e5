import type { Case } from '../../../generated/prisma/client.ts';
import { requireTransferable } from '../../cases/status.ts';
import { CaseClosed, CaseWithAnotherManager } from './case-refusals.ts';
import { type Caseload, staysInside } from './caseload.ts';

/**
 * Checks that a case can go with a caseload: it is that case manager's, and its status allows it. Inside an organization all but
 * a closed case gets another case manager; to another organization the rule of every transfer holds (R31).
 * @throws CaseWithAnotherManager; CaseClosed; CaseNotTransferable.
 */
export function checkCase(
  caseload: Caseload,
  row: Pick<Case, 'organizationId' | 'caseManagerId' | 'status'>,
): void {
  const theirs =
    row.organizationId === caseload.fromOrganizationId && row.caseManagerId === caseload.fromCaseManagerId;
  if (!theirs) throw new CaseWithAnotherManager();
  if (!staysInside(caseload)) requireTransferable(row.status);
  else if (row.status === 'CLOSED') throw new CaseClosed();
}

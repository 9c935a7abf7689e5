import type { Case, Prisma } from '../../../generated/prisma/client.ts';
import type { Transaction } from '../../../platform/database.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import type { Caseload } from './caseload.ts';

/** So many cases can go with one caseload. */
export const mostCases = 5_000;

/** What checkCase needs to know of a case. */
export type ChosenCase = Pick<Case, 'id' | 'organizationId' | 'caseManagerId' | 'status'>;

const tooMany = {
  EN: `At most ${mostCases} cases can be transferred at once: name some of them with caseIds, then the others.`,
  FR: `Au plus ${mostCases} cas peuvent être transférés à la fois : nommez-en une partie avec caseIds, puis les autres.`,
};
const notOne = {
  EN: 'Name at least one case, or leave this out for the whole caseload.',
  FR: 'Nommez au moins un cas, ou n’indiquez rien pour toute la charge de cas.',
};

/**
 * The cases that a caseload's transfer is about.
 * @param caseIds a part of them; null for all of the case manager's that are not closed.
 */
export function chosenCases(
  { fromOrganizationId: organizationId, fromCaseManagerId: caseManagerId }: Caseload,
  caseIds: readonly string[] | null,
): Prisma.CaseWhereInput {
  return caseIds === null
    ? { organizationId, caseManagerId, status: { not: 'CLOSED' } }
    : { organizationId, id: { in: [...new Set(caseIds)] } };
}

/**
 * Loads {@link chosenCases}, in the order of their ids.
 * @throws InvalidInput for too many, or an empty choice; NotFound where one of those named is not managed by the organization.
 */
export async function findChosenCases(
  transaction: Transaction,
  caseload: Caseload,
  caseIds: readonly string[] | null,
): Promise<ChosenCase[]> {
  if (caseIds?.length === 0) throw new InvalidInput([{ field: 'caseIds', text: notOne }]);
  if ((caseIds?.length ?? 0) > mostCases) throw new InvalidInput([{ field: 'caseIds', text: tooMany }]);
  const found = await transaction.case.findMany({
    where: chosenCases(caseload, caseIds),
    orderBy: { id: 'asc' },
    take: mostCases + 1,
    select: { id: true, organizationId: true, caseManagerId: true, status: true },
  });
  if (found.length > mostCases) throw new InvalidInput([{ field: 'caseIds', text: tooMany }]);
  if (caseIds !== null && found.length < new Set(caseIds).size) throw new NotFound();
  return found;
}

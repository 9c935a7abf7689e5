import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { addDays, startOfDay } from '../program-day.ts';
import { checkPeriod } from '../referrals/check-period.ts';
import { typedSearch, withoutWildcards } from '../typed-search.ts';
import { keptReceipts } from './access.ts';

/** Which receipts are wanted; null and undefined filter nothing. */
export type ReceiptFilter = {
  /** The Case ID, or how it begins. */
  caseNumber?: string | null | undefined;
  /** The first day. */
  from?: Date | null | undefined;
  /** The last day. */
  to?: Date | null | undefined;
};

/**
 * The receipts of the cases that the actor's organization has given up (D7); for the administrators of Employment Nova Scotia
 * those of all.
 * @param timeZone that of the program, which says when a day begins.
 * @throws InvalidInput as checkPeriod does.
 */
export function findTransferReceipts(
  actor: Actor,
  { caseNumber, from, to }: ReceiptFilter,
  timeZone: string,
): Prisma.CaseTransferWhereInput {
  const begin = from ?? null;
  const end = to ?? null;
  checkPeriod({ from: begin, to: end });
  const number = withoutWildcards(typedSearch(caseNumber ?? ''));
  return {
    AND: [
      keptReceipts(actor),
      number === '' ? {} : { case: { number: { startsWith: number } } },
      begin === null ? {} : { completedAt: { gte: startOfDay(begin, timeZone) } },
      end === null ? {} : { completedAt: { lt: startOfDay(addDays(end, 1), timeZone) } },
    ],
  };
}

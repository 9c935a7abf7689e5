import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { discardFiles } from './discard-file.ts';

/**
 * Deletes drafts with their notes and documents, whose files are discarded after the commit (R18, D6).
 * @param where which referrals; those that are no drafts are left alone.
 * @returns the ids of the drafts there were.
 */
export async function deleteDrafts(
  transaction: Transaction,
  platform: Platform,
  where: Prisma.ReferralWhereInput,
): Promise<string[]> {
  const drafts: Prisma.ReferralWhereInput = { ...where, status: 'DRAFT' };
  const found = await transaction.referral.findMany({
    where: drafts,
    select: { id: true, documents: { select: { storageKey: true } } },
  });
  if (found.length === 0) return [];
  await discardFiles(
    transaction,
    platform,
    found.flatMap(({ documents }) => documents),
  );
  await transaction.referral.deleteMany({ where: drafts });
  return found.map(({ id }) => id);
}

import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { discardFiles } from './discard-file.ts';

/**
 * Deletes drafts with their notes and documents, whose files are discarded after the commit (R18, D6).
 * @param where which referrals; those that are no drafts are left alone.
 * @returns how many drafts there were.
 */
export async function deleteDrafts(
  transaction: Transaction,
  platform: Platform,
  where: Prisma.ReferralWhereInput,
): Promise<number> {
  const drafts: Prisma.ReferralWhereInput = { ...where, status: 'DRAFT' };
  const documents = await transaction.referralDocument.findMany({
    where: { referral: drafts },
    select: { storageKey: true },
  });
  await discardFiles(transaction, platform, documents);
  const { count } = await transaction.referral.deleteMany({ where: drafts });
  return count;
}

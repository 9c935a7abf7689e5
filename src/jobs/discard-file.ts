import type { Platform } from '../platform/platform.ts';

/**
 * Deletes a file of the storage, unless a document has it (R13, R18). May run twice.
 * @throws whatever the storage fails with, so that the queue tries again.
 */
export async function discardFile(
  { database, storage }: Platform,
  { storageKey }: { storageKey: string },
): Promise<void> {
  if ((await database.referralDocument.count({ where: { storageKey } })) > 0) return;
  await storage.remove(storageKey);
}

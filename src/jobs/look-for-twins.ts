import { reportTwins } from '../domain/casework/report-twins.ts';
import type { Platform } from '../platform/platform.ts';

/** Looks for other records of clients whose own were made or changed; running twice reports them once. */
export async function lookForTwins(
  platform: Platform,
  { personIds }: { personIds: string[] },
): Promise<void> {
  for (const personId of personIds) await reportTwins(platform, personId);
}

import { deleteOldEvents } from '../platform/live/purge-live-events.ts';
import type { Platform } from '../platform/platform.ts';

/** Deletes live events that are older than a week (B5). May run twice. */
export async function purgeLiveEvents(platform: Platform): Promise<void> {
  await deleteOldEvents(platform.database, platform.now());
}

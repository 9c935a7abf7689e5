import type { Database } from '../../src/platform/database.ts';

/** Every event that has been published and committed, in the order of commits: its topic, and what it is about. */
export async function liveEvents(
  database: Database,
): Promise<{ topic: string; key: string; subjectId: string }[]> {
  return await database.liveEvent.findMany({
    where: { position: { not: null }, topic: { not: 'beginning' } },
    orderBy: { position: 'asc' },
    select: { topic: true, key: true, subjectId: true },
  });
}

import type { Database } from '../database.ts';
import type { KeptEvent } from './live-event.ts';

/** The cursor does not exist, or what came after it may have been deleted by now. */
export class CursorGone extends Error {
  override readonly name = 'CursorGone';

  constructor() {
    super('what came after this cursor is no longer kept');
  }
}

/** Which events a subscriber wants: those of these topics about one staff member, case or caseload transfer. */
export type Interest = { topics: readonly string[]; key: string };

/** How many events are read at once. */
export const pageSize = 100;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The next page of events after a position, in the order of commits.
 * @throws CursorGone where the event at the position has been deleted, and so perhaps some after it.
 */
export async function readKeptEvents(
  database: Database,
  { topics, key }: Interest,
  position: bigint,
): Promise<KeptEvent[]> {
  const rows = await database.liveEvent.findMany({
    where: { topic: { in: [...topics] }, key, position: { gt: position } },
    orderBy: { position: 'asc' },
    take: pageSize,
  });
  // Asked after the page was read: what is deleted is always the oldest, so nothing that belongs to the page was.
  if ((await database.liveEvent.count({ where: { position } })) === 0) throw new CursorGone();
  return rows.flatMap(({ id, position: at, topic, key: about, subjectId }) =>
    at === null ? [] : [{ cursor: id, position: at, topic, key: about, subjectId }],
  );
}

/**
 * The position of a cursor.
 * @throws CursorGone
 */
export async function positionOf(database: Database, cursor: string): Promise<bigint> {
  const event = uuid.test(cursor)
    ? await database.liveEvent.findUnique({ where: { id: cursor }, select: { position: true } })
    : null;
  if (event === null || event.position === null) throw new CursorGone();
  return event.position;
}

/** The newest event: whatever commits from here on comes after it. */
export async function newestEvent(database: Database): Promise<{ cursor: string; position: bigint }> {
  const { id, position } = await database.liveEvent.findFirstOrThrow({
    where: { position: { not: null } },
    orderBy: { position: 'desc' },
  });
  return { cursor: id, position: position ?? 0n };
}

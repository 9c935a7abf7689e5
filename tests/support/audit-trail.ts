import type { AuditEvent } from '../../src/generated/prisma/client.ts';
import type { Database } from '../../src/platform/database.ts';

/** The audit events that something leaves, but for those of signing in to do it, in the order in which they were written. */
export async function trailLeft(database: Database, act: () => Promise<unknown>): Promise<AuditEvent[]> {
  const before = await database.auditEvent.findMany({ select: { id: true } });
  await act();
  return await database.auditEvent.findMany({
    where: { id: { notIn: before.map(({ id }) => id) }, action: { not: 'signIn' } },
    orderBy: [{ at: 'asc' }, { entityType: 'asc' }, { id: 'asc' }],
  });
}

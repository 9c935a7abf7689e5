import type { Prisma } from '../../generated/prisma/client.ts';
import type { Transaction } from '../../platform/database.ts';

/**
 * Holds open tasks until the transaction ends, in the order of their ids, so that two who deal with the same ones wait for
 * each other and never in a circle. Those that somebody else completes meanwhile are for the caller's own condition.
 * @returns how many were open.
 */
export async function lockOpenTasks(
  transaction: Transaction,
  where: Prisma.HomepageTaskWhereInput,
): Promise<number> {
  const open = await transaction.homepageTask.findMany({
    where: { AND: [where, { completedAt: null }] },
    select: { id: true },
  });
  if (open.length < 2) return open.length;
  const ids = open.map(({ id }) => id);
  await transaction.$queryRaw`
    SELECT id FROM "HomepageTask" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return open.length;
}

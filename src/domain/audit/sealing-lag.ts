import type { Reader } from '../../platform/database.ts';

/** The age of the oldest audit event that waits for its place in the hash chain, in seconds by the database's clock; 0 where none does. */
export async function sealingLag(database: Reader): Promise<number> {
  const [oldest] = await database.$queryRaw<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM clock_timestamp() - min("recordedAt"))::float8 AS seconds FROM "UnsealedAuditEvent"`;
  return Math.max(0, oldest?.seconds ?? 0);
}

import { pino } from 'pino';
import { jobKinds } from './jobs/job-kinds.ts';
import { applyMigrations } from './platform/migrations/apply-migrations.ts';
import { grantServiceRole } from './platform/migrations/grant-service-role.ts';
import { startQueue } from './platform/start-queue.ts';

/**
 * Brings a database up to date: the migrations and, where the service runs as a role of its own, the tables of the queue and what
 * that role may do.
 * @param urls.service a postgres:// URL of the role that the service runs as.
 * @param urls.owner that of the role that owns the tables; undefined where it is the same.
 * @returns the names of the migrations that were applied.
 * @throws MigrationFailed, ServiceRoleTooMighty
 */
export async function prepareDatabase(urls: {
  service: string;
  owner: string | undefined;
}): Promise<string[]> {
  const { service, owner } = urls;
  if (owner === undefined) return await applyMigrations(service);
  const applied = await applyMigrations(owner);
  const log = pino({ level: 'silent' });
  const queue = await startQueue({ url: owner, kinds: jobKinds, listen: false, log });
  await queue.stop();
  await grantServiceRole({ owner, service });
  return applied;
}

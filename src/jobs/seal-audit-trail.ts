import { sealWaitingEvents } from '../domain/audit/seal-audit-trail.ts';
import type { Platform } from '../platform/platform.ts';

/** Gives audit events their places in the hash chain (D14). May run twice, also at once: one of them leaves it to the other. */
export async function sealAuditTrail({ database }: Platform): Promise<void> {
  await sealWaitingEvents(database);
}

import { Gauge, type Registry } from 'prom-client';
import { readInTime } from './read-in-time.ts';

/**
 * Adds the gauge of the audit trail (D14): until an event has its place in the chain, its removal would not be seen.
 * @param read the age of the oldest that waits, in seconds. While that fails or takes more than five seconds the gauge is NaN.
 */
export function addAuditMetrics(registry: Registry, read: () => Promise<number>): void {
  new Gauge({
    name: 'handoff_audit_oldest_unsealed_seconds',
    help: 'Age of the oldest audit event that has no place in the hash chain yet; 0 where there is none.',
    registers: [registry],
    async collect() {
      this.set((await readInTime(read)) ?? Number.NaN);
    },
  });
}

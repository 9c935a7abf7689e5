import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics of this process, for Prometheus. Labels never hold client data. */
export type Metrics = {
  registry: Registry;
  /** Seconds from Submitted to Emailed, of each referral (B1). */
  submittedToEmailed: Histogram;
};

/**
 * @param countLate counts the referrals that have been Submitted for longer than 15 minutes (R20); asked at each scrape.
 */
export function createMetrics(countLate: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const submittedToEmailed = new Histogram({
    name: 'handoff_submitted_to_emailed_seconds',
    help: 'Seconds from the submit of a referral until its email was accepted by the mail server.',
    buckets: [0.5, 1, 2, 5, 15, 60, 300, 900, 3_600, 86_400],
    registers: [registry],
  });
  new Gauge({
    name: 'handoff_referrals_late',
    help: 'Referrals submitted more than 15 minutes ago whose email has not gone out.',
    registers: [registry],
    async collect() {
      // Unknown, not wrong, while the database does not answer: the other metrics are wanted just then.
      this.set(await countLate().catch(() => Number.NaN));
    },
  });
  return { registry, submittedToEmailed };
}

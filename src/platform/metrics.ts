import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The metrics of this process, for Prometheus. Labels never hold client data. */
export type Metrics = {
  registry: Registry;
  /** Seconds from Submitted to Emailed, of each referral that this process emailed (B1). */
  submittedToEmailed: Histogram;
};

/** Makes the metrics that a process can tell by itself. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const submittedToEmailed = new Histogram({
    name: 'handoff_submitted_to_emailed_seconds',
    help: 'Seconds from the submit of a referral until its email was accepted by the mail server.',
    buckets: [0.5, 1, 2, 5, 15, 60, 300, 900, 3_600, 86_400],
    registers: [registry],
  });
  return { registry, submittedToEmailed };
}

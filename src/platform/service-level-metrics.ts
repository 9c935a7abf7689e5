import { Gauge, type Registry } from 'prom-client';
import { readInTime } from './read-in-time.ts';

/** What the metrics of the service level show, of all organizations; times in seconds. */
type Figures = {
  lastDay: {
    submitted: number;
    emailed: number;
    emailedInTime: number;
    openAndLate: number;
    shareInTime: number | null;
    p50Seconds: number | null;
    p95Seconds: number | null;
    maxSeconds: number | null;
  };
  late: number;
  outbox: { queued: number; oldestQueuedSeconds: number; failed: number };
};

type Value = (figures: Figures) => number | null;

/** Name, what it tells, and its value, or its values by quantile. */
const gauges: [name: string, help: string, value: Value | Record<string, Value>][] = [
  [
    'handoff_referrals_late',
    'Referrals submitted more than 15 minutes ago whose email has not gone out.',
    ({ late }) => late,
  ],
  [
    'handoff_service_level_submitted',
    'Referrals submitted in the last 24 hours.',
    ({ lastDay }) => lastDay.submitted,
  ],
  [
    'handoff_service_level_emailed',
    'Referrals submitted in the last 24 hours whose email has gone out.',
    ({ lastDay }) => lastDay.emailed,
  ],
  [
    'handoff_service_level_emailed_in_time',
    'Referrals submitted in the last 24 hours whose email went out within 15 minutes.',
    ({ lastDay }) => lastDay.emailedInTime,
  ],
  [
    'handoff_service_level_open_and_late',
    'Referrals submitted in the last 24 hours whose email has not gone out though 15 minutes have passed.',
    ({ lastDay }) => lastDay.openAndLate,
  ],
  [
    'handoff_service_level_share_in_time',
    'Share emailed within 15 minutes, of the referrals of the last 24 hours of which it is known; NaN where there are none.',
    ({ lastDay }) => lastDay.shareInTime,
  ],
  [
    'handoff_service_level_seconds',
    'Seconds from submit until the email went out, of the referrals of the last 24 hours; NaN where none went out.',
    {
      '0.5': ({ lastDay }) => lastDay.p50Seconds,
      '0.95': ({ lastDay }) => lastDay.p95Seconds,
      '1': ({ lastDay }) => lastDay.maxSeconds,
    },
  ],
  ['handoff_correspondence_queued', 'Emails still to go out.', ({ outbox }) => outbox.queued],
  [
    'handoff_correspondence_oldest_queued_seconds',
    'Age of the oldest email still to go out; 0 where there is none.',
    ({ outbox }) => outbox.oldestQueuedSeconds,
  ],
  [
    'handoff_correspondence_failed',
    'Referrals whose newest email has failed for good and has not been sent again.',
    ({ outbox }) => outbox.failed,
  ],
];

/**
 * Adds the gauges of the service level (R20, B1). All of one scrape come from one reading; they are NaN, unknown and not
 * wrong, while that fails or takes more than five seconds.
 */
export function addServiceLevelMetrics(registry: Registry, read: () => Promise<Figures>): void {
  let reading: Promise<Figures | null> | null = null;
  /** A scrape collects all its gauges at once. */
  function readOnce(): Promise<Figures | null> {
    reading ??= readInTime(read).finally(() => {
      reading = null;
    });
    return reading;
  }
  for (const [name, help, value] of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      labelNames: typeof value === 'function' ? [] : ['quantile'],
      async collect() {
        const figures = await readOnce();
        const of = (one: Value) => (figures === null ? null : one(figures)) ?? Number.NaN;
        if (typeof value === 'function') this.set(of(value));
        else for (const [quantile, one] of Object.entries(value)) this.set({ quantile }, of(one));
      },
    });
  }
}

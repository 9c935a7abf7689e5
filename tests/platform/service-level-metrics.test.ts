import { Registry } from 'prom-client';
import { afterEach, expect, it, vi } from 'vitest';
import { addServiceLevelMetrics } from '../../src/platform/service-level-metrics.ts';

const figures = {
  lastDay: {
    submitted: 9,
    emailed: 7,
    emailedInTime: 6,
    openAndLate: 1,
    shareInTime: 0.75,
    p50Seconds: 2,
    p95Seconds: 900.5,
    maxSeconds: 1_200,
  },
  late: 3,
  outbox: { queued: 4, oldestQueuedSeconds: 1_300, failed: 2 },
};

afterEach(() => {
  vi.useRealTimers();
});

/** A scrape's lines, without those that explain. */
async function scrape(registry: Registry): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

it('[B1] shows every figure of the service level, of one reading for each scrape', async () => {
  const registry = new Registry();
  const read = vi.fn(async () => figures);
  addServiceLevelMetrics(registry, read);
  expect(await scrape(registry)).toEqual([
    'handoff_referrals_late 3',
    'handoff_service_level_submitted 9',
    'handoff_service_level_emailed 7',
    'handoff_service_level_emailed_in_time 6',
    'handoff_service_level_open_and_late 1',
    'handoff_service_level_share_in_time 0.75',
    'handoff_service_level_seconds{quantile="1"} 1200',
    'handoff_service_level_seconds{quantile="0.5"} 2',
    'handoff_service_level_seconds{quantile="0.95"} 900.5',
    'handoff_correspondence_queued 4',
    'handoff_correspondence_oldest_queued_seconds 1300',
    'handoff_correspondence_failed 2',
  ]);
  expect(read).toHaveBeenCalledTimes(1);
  await scrape(registry);
  expect(read).toHaveBeenCalledTimes(2);
});

it('[B1] a figure of nothing is unknown, not zero', async () => {
  const registry = new Registry();
  const lastDay = { ...figures.lastDay, shareInTime: null, p50Seconds: null };
  addServiceLevelMetrics(registry, async () => ({ ...figures, lastDay }));
  const lines = await scrape(registry);
  expect(lines).toContain('handoff_service_level_share_in_time Nan');
  expect(lines).toContain('handoff_service_level_seconds{quantile="0.5"} Nan');
});

it('what cannot be read, or not in time, is unknown, and is read again at the next scrape', async () => {
  vi.useFakeTimers();
  const registry = new Registry();
  const never = new Promise<never>(() => undefined);
  const read = vi
    .fn(async () => figures)
    .mockRejectedValueOnce(new Error('away'))
    .mockReturnValueOnce(never);
  addServiceLevelMetrics(registry, read);
  for (const value of ['Nan', 'Nan', '3']) {
    const lines = scrape(registry);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await lines).toContain(`handoff_referrals_late ${value}`);
  }
});

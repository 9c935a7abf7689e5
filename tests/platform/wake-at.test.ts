import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wakeAt } from '../../src/platform/wake-at.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const day = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

it.each([0, 1, 24, 25, 60, 400])('acts once, after %s days and not before', async (days) => {
  const act = vi.fn();
  wakeAt(inDays(days), act);
  if (days > 0) await vi.advanceTimersByTimeAsync(days * day - 1);
  expect(act).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(act).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(100 * day);
  expect(act).toHaveBeenCalledOnce();
});

it('acts at once where the moment is past, but not before its caller has gone on', async () => {
  const act = vi.fn();
  wakeAt(inDays(-1), act);
  expect(act).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(act).toHaveBeenCalledOnce();
});

it('takes the last moment there is, and can be called off at any time', async () => {
  const act = vi.fn();
  const callOff = wakeAt(new Date(8.64e15), act);
  await vi.advanceTimersByTimeAsync(60 * day);
  callOff();
  expect(vi.getTimerCount()).toBe(0);
  expect(act).not.toHaveBeenCalled();
});

it('keeps no process alive', () => {
  const script = `
    import { wakeAt } from './src/platform/wake-at.ts';
    wakeAt(new Date(Date.now() + 60_000), () => {});`;
  const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 20_000,
  });
  expect({ status, signal }).toEqual({ status: 0, signal: null });
});

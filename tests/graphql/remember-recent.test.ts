import { afterEach, expect, it, vi } from 'vitest';
import { rememberRecent } from '../../src/graphql/remember-recent.ts';

afterEach(() => void vi.useRealTimers());

const once = (act: (thing: string) => Promise<void>) => rememberRecent((thing: string) => thing, act);

it('does the same thing once an hour, however many ask, and all of them wait for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const doing = Promise.withResolvers<void>();
  const act = vi.fn(() => doing.promise);
  const remember = once(act);
  let waiting = 3;
  const asked = ['a', 'a', 'a'].map(async (thing) => {
    await remember(thing);
    waiting -= 1;
  });
  await Promise.resolve();
  expect(waiting).toBe(3);
  doing.resolve();
  await Promise.all(asked);
  await remember('a');
  expect(act).toHaveBeenCalledOnce();
  vi.setSystemTime(Date.now() + 3_600_000);
  await remember('a');
  expect(act).toHaveBeenCalledTimes(2);
});

it('does again what failed', async () => {
  const act = vi.fn(async () => {});
  act.mockRejectedValueOnce(new Error('away'));
  const remember = once(act);
  await expect(remember('a')).rejects.toThrow('away');
  await remember('a');
  expect(act).toHaveBeenCalledTimes(2);
});

it('remembers ten thousand things, and of more forgets the oldest', async () => {
  const act = vi.fn(async () => {});
  const remember = once(act);
  for (let place = 0; place <= 10_000; place += 1) await remember(`${place}`);
  act.mockClear();
  await remember('10000');
  await remember('1');
  expect(act).not.toHaveBeenCalled();
  await remember('0');
  expect(act).toHaveBeenCalledOnce();
});

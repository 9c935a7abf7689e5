import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { VerifiedToken } from '../../src/platform/access-tokens.ts';
import { rememberTokens } from '../../src/platform/remember-tokens.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const verified = (minutes = 60): VerifiedToken => ({
  by: { subject: 'somebody' },
  goodUntil: new Date(Date.now() + minutes * 60_000),
  ofProgram: false,
  scopes: [],
  session: 'a session',
});
const keys = {};
const sameKeys = async () => keys;

it('a verified token is known until it expires, and no longer', async () => {
  const { find, keep } = rememberTokens();
  const token = verified(5);
  keep('a token', keys, token);
  expect(await find('a token', sameKeys)).toBe(token);
  expect(await find('another token', sameKeys)).toBeNull();
  vi.setSystemTime(Date.now() + 5 * 60_000);
  expect(await find('a token', sameKeys)).toBeNull();
});

it('with other keys nothing is known that was verified before', async () => {
  const { find, keep } = rememberTokens();
  keep('a token', keys, verified());
  const others = {};
  expect(await find('a token', async () => others)).toBeNull();
  keep('another token', others, verified());
  expect(await find('a token', async () => others)).toBeNull();
  expect(await find('a token', sameKeys)).toBeNull();
});

it('where no keys are to be had, a known token cannot be judged', async () => {
  const { find, keep } = rememberTokens();
  keep('a token', keys, verified());
  const away = async () => {
    throw new Error('no keys');
  };
  await expect(find('a token', away)).rejects.toThrow('no keys');
  await expect(find('another token', away)).resolves.toBeNull();
});

it('of ten thousand tokens and one the first is forgotten', async () => {
  const { find, keep } = rememberTokens();
  const token = verified();
  for (let at = 0; at <= 10_000; at += 1) keep(`token ${at}`, keys, token);
  expect(await find('token 0', sameKeys)).toBeNull();
  expect(await find('token 1', sameKeys)).toBe(token);
  expect(await find('token 10000', sameKeys)).toBe(token);
});

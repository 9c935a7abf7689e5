import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IssuerUnavailable } from '../../src/platform/issuer-keys.ts';
import { type OidcTokens, oidcTokens } from '../../src/platform/oidc-tokens.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';

let issuer: Issuer;
let tokens: OidcTokens;
const logged: string[] = [];
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  issuer = await startIssuer();
  logged.length = 0;
  const log = pino({}, { write: (line: string) => logged.push(line) });
  tokens = oidcTokens({ issuer: issuer.url, audience: 'handoff', clockTolerance: 0, log });
});
afterEach(async () => {
  await issuer.stop();
  vi.useRealTimers();
});

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
/** Good for longer than any of these tests lasts by its clock. */
const token = () => issuer.token({ exp: Math.floor(Date.now() / 1_000) + 86_400 });
const isAccepted = async (one: string) => (await tokens.verify(one)) !== null;

it('the keys are looked up once, also for many tokens at once, and again when they are old', async () => {
  const one = await token();
  expect(issuer.looks()).toBe(0);
  const accepted = await Promise.all(Array.from({ length: 20 }, () => isAccepted(one)));
  expect(accepted).toEqual(accepted.map(() => true));
  pass(9);
  expect(await isAccepted(one)).toBe(true);
  expect(issuer.looks()).toBe(1);
  pass(2);
  expect(await isAccepted(one)).toBe(true);
  expect(issuer.looks()).toBe(2);
});

it('a new key is found when the first token signed with it comes', async () => {
  expect(await isAccepted(await token())).toBe(true);
  pass(1);
  await issuer.rotateKeys();
  expect(await isAccepted(await token())).toBe(true);
});

it('a key that was taken back is worth nothing once what is known is ten minutes old, or a new one was found', async () => {
  const [one, other] = [await token(), await token()];
  expect(await isAccepted(one)).toBe(true);
  await issuer.rotateKeys();
  pass(11);
  expect(await isAccepted(one)).toBe(false);

  expect(await isAccepted(await token())).toBe(true);
  expect(await isAccepted(other)).toBe(false);
});

it('a flood of tokens with keys that nobody knows has the issuer asked six times a minute, no more', async () => {
  expect(await isAccepted(await token())).toBe(true);
  for (let second = 0; second < 60; second += 1) {
    pass(1 / 60);
    for (let place = 0; place < 5; place += 1) {
      const kid = `invented ${second} ${place}`;
      expect(await tokens.verify(await issuer.token({}, undefined, { kid }))).toBeNull();
    }
  }
  expect(issuer.looks()).toBe(1 + 6);
});

it('while the issuer is away its last keys work, for an hour and for tokens that need no other', async () => {
  const one = await token();
  expect(await isAccepted(one)).toBe(true);
  issuer.answers(false);
  await issuer.rotateKeys();
  const other = await token();
  pass(50);
  expect(await isAccepted(one)).toBe(true);
  await expect(tokens.verify(other)).rejects.toThrow(IssuerUnavailable);
  pass(11);
  await expect(tokens.verify(one)).rejects.toThrow(IssuerUnavailable);
  expect(logged.map((line) => JSON.parse(line).problem)).toContain(
    `${issuer.url}/.well-known/openid-configuration answers with status 503`,
  );
  issuer.answers(true);
  pass(1);
  expect(await isAccepted(other)).toBe(true);
  expect(await isAccepted(one)).toBe(false);
});

it('while it is away it is not asked with each token', async () => {
  issuer.answers(false);
  for (let place = 0; place < 20; place += 1) {
    await expect(tokens.verify(await token())).rejects.toThrow(IssuerUnavailable);
  }
  expect(issuer.looks()).toBe(1);
  pass(1);
  issuer.answers(true);
  expect(await isAccepted(await token())).toBe(true);
});

it('an issuer that lets everybody wait is given up after five seconds', async () => {
  issuer.answers('never');
  const started = performance.now();
  await expect(tokens.verify(await token())).rejects.toThrow(IssuerUnavailable);
  expect(performance.now() - started).toBeLessThan(8_000);
});

it.each([
  [
    'names itself otherwise',
    { issuer: 'https://other.example' },
    'OIDC_ISSUER must be https://other.example',
  ],
  ['says nothing of its keys', { jwks_uri: undefined }, null],
  ['has nobody where its keys should be', { jwks_uri: 'http://127.0.0.1:4/keys' }, 'ECONNREFUSED'],
])('an issuer that %s lets nobody in, and the log says so', async (_what, document, problem) => {
  issuer.publish(document);
  await tokens.prepare();
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain(problem ?? 'the keys of the OIDC issuer cannot be had');
  await expect(tokens.verify(await token())).rejects.toThrow(IssuerUnavailable);
});

import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessTokens } from '../../src/platform/access-tokens.ts';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { oidcTokens } from '../../src/platform/oidc-tokens.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;
const tolerance = 10;

let issuer: Issuer;
let tokens: AccessTokens;
const logged: string[] = [];
beforeAll(async () => {
  issuer = await startIssuer();
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  tokens = oidcTokens({ issuer: issuer.url, audience: 'handoff', clockTolerance: tolerance, log });
});
afterAll(async () => await issuer.stop());

describe('tokens of an OIDC issuer', () => {
  it('speak for their subject when signed with its published key, until they expire', async () => {
    const exp = seconds(60);
    expect(await tokens.verify(await issuer.token({ exp }))).toEqual({
      by: { subject: 'north.manager' },
      goodUntil: new Date((exp + tolerance) * 1_000),
      ofProgram: false,
      scopes: [],
      session: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await tokens.verify(await issuer.token({ aud: ['else', 'handoff'] }))).not.toBeNull();
  });

  it.each([
    ['another audience', { aud: 'payroll' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://somebody.example' }],
    ['no issuer', { iss: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject that is no text', { sub: 7 }],
    ['a subject that no database can hold', { sub: 'north\0manager' }],
    ['a past expiry', { exp: seconds(-60) }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is no number', { exp: 'tomorrow' }],
    ['a beginning in the future', { nbf: seconds(60) }],
    ['scopes that cannot be read', { scope: 7 }],
    ['a key that its holder would have to prove', { cnf: { jkt: 'x' } }],
    ['more text than a token needs', { groups: 'x'.repeat(10_000) }],
  ])('are worth nothing with %s', async (_what, claims) => {
    expect(await tokens.verify(await issuer.token(claims))).toBeNull();
  });

  it('are forgiven a clock that differs by some seconds, and not more', async () => {
    const inTime = { exp: seconds(2 - tolerance), nbf: seconds(tolerance - 2) };
    expect(await tokens.verify(await issuer.token(inTime))).not.toBeNull();
    expect(await tokens.verify(await issuer.token({ exp: seconds(-2 - tolerance) }))).toBeNull();
    expect(await tokens.verify(await issuer.token({ nbf: seconds(tolerance + 2) }))).toBeNull();
  });

  it('may be good for longer than any date', async () => {
    const token = await tokens.verify(await issuer.token({ exp: 1e20 }));
    expect(token?.goodUntil.getTime()).toBe(8.64e15);
  });

  it('are worth nothing when signed with a key that is not published, under whatever name', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await tokens.verify(await issuer.token({}, privateKey))).toBeNull();
    expect(await tokens.verify(await issuer.token({}, privateKey, { jwk: { kty: 'RSA' } }))).toBeNull();
  });

  it('are worth nothing without a signature, or signed with the public key as if it were a secret', async () => {
    const claims = { iss: issuer.url, aud: 'handoff', sub: 'north.manager', exp: seconds(60) };
    const unsigned = new UnsecuredJWT(claims).encode();
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'current' })
      .sign(new TextEncoder().encode(await exportSPKI(issuer.publicKey)));
    const development = await developmentTokens('x'.repeat(32)).issue('north.manager');
    for (const token of [unsigned, confused, development, '', 'a.b.c', '.'.repeat(8_000)]) {
      expect(await tokens.verify(token)).toBeNull();
    }
  });

  it('are worth nothing where they are no access tokens', async () => {
    for (const claims of [
      { nonce: 'n' },
      { at_hash: 'a' },
      { typ: 'ID' },
      { typ: 'Refresh' },
      { token_use: 'id' },
    ]) {
      expect(await tokens.verify(await issuer.token(claims))).toBeNull();
    }
    for (const typ of ['logout+jwt', 'dpop+jwt', 'secevent+jwt', 'oauth-id-jag+jwt']) {
      expect(await tokens.verify(await issuer.token({}, undefined, { typ }))).toBeNull();
    }
    for (const typ of ['JWT', 'at+jwt', 'AT+JWT', 'application/at+jwt']) {
      expect(await tokens.verify(await issuer.token({}, undefined, { typ }))).not.toBeNull();
    }
    expect(await tokens.verify(await issuer.token({ typ: 'Bearer', token_use: 'access' }))).not.toBeNull();
  });

  it('of programs are told from those of people, and say what the program may do', async () => {
    const read = async (claims: object) => await tokens.verify(await issuer.token({ ...claims }));
    expect(await read({ sub: 'register', client_id: 'register', scope: 'a:b  c' })).toMatchObject({
      ofProgram: true,
      scopes: ['a:b', 'c'],
    });
    expect(await read({ sub: 'register', azp: 'register', scp: ['a:b'] })).toMatchObject({
      ofProgram: true,
      scopes: ['a:b'],
    });
    expect(await read({ client_id: 'portal', scope: '' })).toMatchObject({ ofProgram: false, scopes: [] });
  });

  it('[D14] of one sign-in are known to be so where the issuer says it', async () => {
    const session = async (claims: object) =>
      (await tokens.verify(await issuer.token({ ...claims })))?.session;
    const sid = await session({ sid: 's1', jti: 'a' });
    expect(await session({ sid: 's1', jti: 'b' })).toBe(sid);
    expect(await session({ sid: 's2' })).not.toBe(sid);
    expect(await session({ sid: 's1', sub: 'south.manager' })).not.toBe(sid);
    expect(await session({ auth_time: 1, jti: 'a' })).toBe(await session({ auth_time: 1, jti: 'b' }));
    expect(await session({ sid: 7, auth_time: 'noon' })).toMatch(/^[\w-]{43}$/);
    expect(await session({ jti: 'a' })).not.toBe(await session({ jti: 'b' }));
  });

  it('that are refused are logged with the reason and without themselves, for whoever sets it up', async () => {
    logged.length = 0;
    const token = await issuer.token({ aud: 'payroll' });
    await tokens.verify(token);
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { reason: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud', msg: 'token refused' },
    ]);
    expect(logged.join()).not.toMatch(/payroll|north\.manager|eyJ/);
  });
});

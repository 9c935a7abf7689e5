import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSignedLinks } from '../../src/graphql/signed-links.ts';
import { type AccessTokens, developmentTokens, oidcTokens } from '../../src/platform/access-tokens.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';

const secret = 'a secret of more than thirty-two characters';
const encoded = new TextEncoder().encode(secret);
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

describe('development tokens', () => {
  const tokens = developmentTokens(secret);
  const signed = (claims: object, key = encoded) =>
    new SignJWT({ iss: 'handoff-development', sub: 'north.manager', exp: seconds(60), ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(key);

  it('speak for the user they were issued to', async () => {
    expect(await tokens.verify(await tokens.issue('north.manager'))).toEqual({ username: 'north.manager' });
    expect(await tokens.verify(await signed({}))).toEqual({ username: 'north.manager' });
  });

  it('are worth nothing when expired, of another issuer, for nobody, or signed with another secret', async () => {
    const other = new TextEncoder().encode('another secret of more than thirty-two characters');
    for (const token of [
      await signed({ exp: seconds(-1) }),
      await signed({ iss: 'somebody' }),
      await signed({ sub: undefined }),
      await signed({}, other),
      new UnsecuredJWT({ iss: 'handoff-development', sub: 'north.manager' }).encode(),
      'junk',
    ]) {
      expect(await tokens.verify(token)).toBeNull();
    }
  });

  it('[R14] are not to be confused with links to files, which the same secret signs', async () => {
    const links = createSignedLinks(secret, () => 'http://handoff');
    const { url } = await links.sign('letters', { staffId: 'a', id: 'b' });
    const link = url.slice(url.lastIndexOf('/') + 1);
    expect(await links.read('letters', link)).toEqual({ staffId: 'a', id: 'b' });
    expect(await links.read('documents', link)).toBeNull();
    expect(await tokens.verify(link)).toBeNull();
    expect(await links.read('letters', await tokens.issue('north.manager'))).toBeNull();
  });
});

describe('tokens of an OIDC issuer', () => {
  let issuer: Issuer;
  let tokens: AccessTokens;
  beforeAll(async () => {
    issuer = await startIssuer();
  });
  beforeEach(() => {
    tokens = oidcTokens({ issuer: issuer.url, audience: 'handoff' });
  });
  afterAll(async () => await issuer.stop());

  it('speak for their subject when signed with its published key', async () => {
    expect(await tokens.verify(await issuer.token())).toEqual({ subject: 'north.manager' });
    expect(await tokens.verify(await issuer.token({ aud: ['else', 'handoff'] }))).not.toBeNull();
  });

  it.each([
    ['another audience', { aud: 'payroll' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://somebody.example' }],
    ['no subject', { sub: undefined }],
    ['a past expiry', { exp: seconds(-60) }],
    ['a beginning in the future', { nbf: seconds(60) }],
  ])('are worth nothing with %s', async (_what, claims) => {
    expect(await tokens.verify(await issuer.token(claims))).toBeNull();
  });

  it('are worth nothing when signed with a key that is not published, under whatever name', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await tokens.verify(await issuer.token({}, privateKey))).toBeNull();
  });

  it('are worth nothing without a signature, or signed with the public key as if it were a secret', async () => {
    const claims = { iss: issuer.url, aud: 'handoff', sub: 'north.manager', exp: seconds(60) };
    const unsigned = new UnsecuredJWT(claims).encode();
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'current' })
      .sign(new TextEncoder().encode(await exportSPKI(issuer.publicKey)));
    for (const token of [
      unsigned,
      confused,
      '',
      'a.b.c',
      await developmentTokens(secret).issue('north.manager'),
    ]) {
      expect(await tokens.verify(token)).toBeNull();
    }
  });

  it('are told apart from an issuer that does not answer, and count again once it does', async () => {
    issuer.answers(false);
    await expect(tokens.verify(await issuer.token())).rejects.toThrow();
    issuer.answers(true);
    expect(await tokens.verify(await issuer.token())).toEqual({ subject: 'north.manager' });
  });
});

import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSignedLinks } from '../../src/graphql/signed-links.ts';
import { developmentTokens } from '../../src/platform/development-tokens.ts';

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
    const by = { username: 'north.manager' };
    expect(await tokens.verify(await tokens.issue('north.manager'))).toMatchObject({ by });
    const exp = seconds(60);
    expect(await tokens.verify(await signed({ exp }))).toMatchObject({
      by,
      goodUntil: new Date(exp * 1_000),
    });
  });

  it('are worth nothing when expired, of another issuer, for nobody, or signed with another secret', async () => {
    const other = new TextEncoder().encode('another secret of more than thirty-two characters');
    for (const token of [
      await signed({ exp: seconds(-1) }),
      await signed({ iss: 'somebody' }),
      await signed({ sub: undefined }),
      await signed({}, other),
      await signed({ long: 'x'.repeat(10_000) }),
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

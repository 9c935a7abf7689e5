import { describe, expect, it } from 'vitest';
import { signInProblems } from '../../src/platform/sign-in-problems.ts';

describe('development sign-in, which lets in anybody as anybody', () => {
  it.each([
    {},
    { HOST: '127.0.0.1' },
    { HOST: 'localhost', PUBLIC_URL: 'http://localhost:4000' },
    { HOST: '::1', PUBLIC_URL: 'http://[::1]:4000' },
  ])('is there for this machine alone: %j', (settings) => {
    expect(signInProblems(settings)).toEqual([]);
    expect(signInProblems({ NODE_ENV: 'test', ...settings })).toEqual([]);
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '10.0.0.7'],
    ['HOST', '127.0.0.1.nip.io'],
    ['PUBLIC_URL', 'https://handoff.example'],
  ])('is refused where %s is %s, unless an issuer vouches for who comes', (name, value) => {
    expect(signInProblems({ [name]: value })).toEqual([
      `OIDC_ISSUER must be set where ${name} is not of this machine alone: without it anybody can sign in as anybody`,
    ]);
    expect(signInProblems({ [name]: value, OIDC_ISSUER: 'https://issuer.example' })).toEqual([]);
  });
});

describe('an issuer in production', () => {
  const problems = (OIDC_ISSUER: string) => signInProblems({ NODE_ENV: 'production', OIDC_ISSUER });

  it('must be reached over TLS, or on this machine', () => {
    const wrong =
      'OIDC_ISSUER must begin with https:// when NODE_ENV is production, unless it is on this machine';
    expect(problems('http://issuer.example')).toEqual([wrong]);
    expect(problems('http://127.0.0.1.example')).toEqual([wrong]);
    expect(problems('https://issuer.example/realms/handoff')).toEqual([]);
    expect(problems('http://127.0.0.1:9000')).toEqual([]);
  });
});

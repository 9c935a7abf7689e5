import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignIn, type SignIn } from '../../src/graphql/sign-in.ts';
import { oidcTokens } from '../../src/platform/oidc-tokens.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Provider, serviceClient, startProvider } from '../support/provider.ts';

let house: House;
let issuer: Provider;
let signIn: SignIn;
beforeAll(async () => {
  house = await buildHouse();
  issuer = await startProvider();
  const { url, audience } = issuer;
  const log = pino({ level: 'silent' });
  signIn = createSignIn(oidcTokens({ issuer: url, audience, clockTolerance: 0, log }), house.database, log);
  const { id: organizationId } = await house.organizationOf('north.admin');
  await house.database.staff.create({
    data: {
      username: 'county.register',
      subject: serviceClient,
      roles: ['INTEGRATION'],
      scopes: ['READ_CASES', 'SUBSCRIBE'],
      organizationId,
      givenName: 'County',
      familyName: 'Register',
      email: 'register@county.example',
    },
  });
});
afterAll(async () => {
  await issuer.stop();
  await house.stop();
});

/** Who comes in with a token that the issuer gave for these scopes. */
async function comesIn(scope?: string) {
  const { actor, refusal } = await signIn(`Bearer ${await issuer.tokenOfService(scope)}`);
  return actor === null ? refusal : { username: actor.username, scopes: actor.scopes };
}

it('a service account may do what its scopes say, by a token that it got in its own name', async () => {
  expect(await comesIn()).toEqual({ username: 'county.register', scopes: ['READ_CASES', 'SUBSCRIBE'] });
});

it('a token for fewer scopes lets it do less, and one for more no more', async () => {
  const username = 'county.register';
  expect(await comesIn('handoff:subscribe')).toEqual({ username, scopes: ['SUBSCRIBE'] });
  expect(await comesIn('handoff:cases.read handoff:referrals.create')).toEqual({
    username,
    scopes: ['READ_CASES'],
  });
});

it('what a program is called is nobody’s subject but a service account’s', async () => {
  await house.database.staff.update({
    where: { username: 'county.register' },
    data: { roles: ['CASE_MANAGER'], scopes: [] },
  });
  expect(await comesIn()).toBe('UNKNOWN_STAFF_MEMBER');
});

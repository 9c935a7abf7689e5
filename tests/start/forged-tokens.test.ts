import { type CryptoKey, exportSPKI, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insides } from '../proof/hostile/insides.ts';
import { type ProductionService, startProductionService } from '../support/production-service.ts';
import { openRawSocket } from '../support/raw-socket.ts';

let service: ProductionService;
let token: string;
let key: JWK;
beforeAll(async () => {
  service = await startProductionService({ env: { LOG_LEVEL: 'debug' } });
  token = await service.tokenFor('north.manager');
  const { keys } = (await (await fetch(`${service.issuer.url}/jwks`)).json()) as { keys: JWK[] };
  key = keys[0] ?? {};
});
afterAll(async () => await service.stop());

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const claims = () => ({
  iss: service.issuer.url,
  aud: service.issuer.audience,
  sub: 'ens.admin',
  exp: Math.floor(Date.now() / 1000) + 600,
});

/** With what is public of the issuer taken for a secret that both sides share. */
async function signedWith(secret: string): Promise<string> {
  const header = { alg: 'HS256', kid: key.kid ?? '', typ: 'at+jwt' };
  return await new SignJWT(claims()).setProtectedHeader(header).sign(Buffer.from(secret.padEnd(32)));
}

it.each<[string, () => string | Promise<string>]>([
  ['without a signature', () => new UnsecuredJWT(claims()).encode()],
  ['without one, in other letters', () => `${encoded({ alg: 'NoNe', typ: 'at+jwt' })}.${encoded(claims())}.`],
  [
    'signed with the public key as a secret',
    async () => await signedWith(await exportSPKI((await importJWK(key, 'RS256')) as CryptoKey)),
  ],
  ['signed with the published key as a secret', async () => await signedWith(JSON.stringify(key))],
  [
    'changed to be somebody else’s',
    () => {
      const [header = '', payload = '', signature = ''] = token.split('.');
      const theirs = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      return `${header}.${encoded({ ...theirs, sub: 'ens.admin' })}.${signature}`;
    },
  ],
  ['cut short', () => token.slice(0, -10)],
  ['of a name that no database holds', async () => await service.tokenFor('ens.admin\0')],
  ['of 12,000 characters', () => 'a'.repeat(12_000)],
])('a token %s lets nobody in, over HTTP, server-sent events or a socket', async (_what, forge) => {
  const authorization = `Bearer ${await forge()}`;
  for (const accept of ['application/json', 'text/event-stream']) {
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { authorization, accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { username } }' }),
    });
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/);
    expect(text).toContain('"code":"UNAUTHENTICATED"');
    expect(text).not.toMatch(insides);
  }
  const socket = await openRawSocket(service.url, { authorization });
  expect(socket.acknowledged).toMatchObject({ refusal: { code: 'UNAUTHENTICATED' } });
});

it('what they were forged from lets its owner in, and the log tells of each refusal and of no token', async () => {
  const socket = await openRawSocket(service.url, { authorization: `Bearer ${token}` });
  expect(socket.acknowledged).toEqual({ tokenExpiresAt: expect.any(String) });
  expect(service.output()).toContain('"msg":"token refused"');
  expect(service.output()).not.toMatch(/eyJ|ens\.admin|aaaa|unexpected error/);
});

it('no token is anywhere in the database, so who has a copy of it cannot sign in by it', async () => {
  const { database } = service;
  // How each JWT begins, and how this one ends.
  const [head, signature] = ['eyJ', token.slice(-40)];
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'pgboss')`;
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const [found] = await database.$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${name} AS one_row WHERE strpos(one_row::text, $1) > 0 OR strpos(one_row::text, $2) > 0`,
      head,
      signature,
    );
    expect.soft(found?.rows, name).toBe(0);
  }
});

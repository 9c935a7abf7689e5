import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/api.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    worker: false,
    env: {
      RATE_LIMIT_USER: '40',
      RATE_LIMIT_ADDRESS: '100',
      RATE_LIMIT_FAILED_SIGN_INS: '5',
      TRUST_PROXY: '127.0.0.1',
    },
  });
});
afterAll(async () => await api.stop());

const viewer = '{ viewer { username } }';

/** The headers of a request that a trusted proxy says to come from there. */
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a staff member', () => {
  it('who has taken all of a minute is told when to come again, in their language, also on sockets; nobody else is', async () => {
    const north = await api.as('north.manager', { language: 'fr' });
    const address = from('192.0.2.1');
    const first = await north.ask(viewer, {}, address);
    expect(first.headers.get('ratelimit-policy')).toContain('"user";q=40;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/"user";r=39;t=(60|59)/);
    for (let taken = 1; taken < 40; taken += 1)
      expect((await north.ask(viewer, {}, address)).status).toBe(200);

    const refused = await north.ask(viewer, {}, address);
    expect(refused.status).toBe(429);
    expect(refused.data).toBeUndefined();
    expect(refused.errors).toMatchObject([
      { message: expect.stringMatching(/^Trop de requêtes/), extensions: { code: 'RATE_LIMITED' } },
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);

    const socket = await openRawSocket(api.url, { authorization: north.authorization });
    socket.send({ id: '1', type: 'subscribe', payload: { query: viewer } });
    expect(await nextOf(socket, 'next')).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });

    const south = await api.as('south.manager');
    expect((await south.ask(viewer, {}, address)).status).toBe(200);
  });

  it('takes more by what writes or is dear than by what reads', async () => {
    const valley = await api.as('valley.manager');
    const mutation = 'mutation { cancelReferral(input: { referralId: "x" }) { __typename } }';
    const left = async (document: string) => {
      const { headers } = await valley.ask(document, {}, from('192.0.2.2'));
      return Number(/"user";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    expect([await left(viewer), await left(mutation)]).toEqual([39, 34]);
  });
});

describe('an address', () => {
  const ask = async (address: string, authorization?: string) =>
    await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...from(address),
        ...(authorization && { authorization }),
      },
      body: JSON.stringify({ query: viewer }),
    });

  it('that has taken all of a minute is refused before anything is read, and health is still told', async () => {
    for (let taken = 0; taken < 100; taken += 1) expect((await ask('192.0.2.9')).status).toBe(401);
    const refused = await ask('192.0.2.9');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    const elsewhere = await fetch(`${api.url}/letters/x`, { headers: from('192.0.2.9') });
    expect(elsewhere.status).toBe(429);
    expect((await fetch(`${api.url}/healthz`, { headers: from('192.0.2.9') })).status).toBe(200);
    expect((await ask('192.0.2.10')).status).toBe(401);
  });

  it('of IPv6 is the network that one subscriber has all of', async () => {
    for (let taken = 0; taken < 100; taken += 1) await ask(`2001:db8:1:2::${taken.toString(16)}`);
    expect((await ask('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await ask('2001:db8:1:3::1')).status).toBe(401);
  });

  it('from which tokens fail again and again is told to wait; a token that works still does', async () => {
    const address = '192.0.2.30';
    for (let failed = 0; failed < 5; failed += 1)
      expect((await ask(address, `Bearer junk${failed}`)).status).toBe(401);
    expect((await ask(address, 'Bearer junk')).status).toBe(429);
    const admin = await api.as('south.admin');
    expect((await ask(address, admin.authorization)).status).toBe(200);
  });
});

it('all processes count together, in a table that a crash may empty', async () => {
  const rows = await api.database.rateCount.findMany();
  const kinds = new Set(rows.map(({ key }) => key.split(':').slice(0, 2).join(':')));
  expect(kinds).toEqual(new Set(['rate:user', 'rate:address', 'rate:failed']));
  const [{ relpersistence } = {}] = await api.database.$queryRaw<{ relpersistence: string }[]>`
    SELECT relpersistence::text FROM pg_class WHERE relname = 'RateCount'`;
  expect(relpersistence).toBe('u');
});

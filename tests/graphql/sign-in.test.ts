import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { signingSecret, startTestApi, type TestApi } from '../support/api.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';

const viewer = '{ viewer { username organization { name } roles } }';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A development token whose claims and key can be other than they should. */
async function forged(claims: object, secret = signingSecret): Promise<string> {
  const expires = Math.floor(Date.now() / 1000) + 60;
  return await new SignJWT({ iss: 'handoff-development', sub: 'north.manager', exp: expires, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

describe('signing in with a development token', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
  });
  afterAll(async () => await api.stop());

  it('lets a sample user in, and says who it is', async () => {
    const north = await api.as('north.manager');
    expect(await north.ask(viewer)).toMatchObject({
      status: 200,
      data: {
        viewer: {
          username: 'north.manager',
          organization: { name: 'North Shore Employment Services' },
          roles: ['CASE_MANAGER'],
        },
      },
    });
    expect((await api.ask(viewer, {}, bearer(await forged({})))).status).toBe(200);
  });

  it.each([
    ['no token', async () => ({})],
    ['a token in another scheme', async () => ({ authorization: `Basic ${await forged({})}` })],
    ['junk', async () => bearer('junk')],
    ['an expired token', async () => bearer(await forged({ exp: 1 }))],
    ['a forged token', async () => bearer(await forged({}, 'another secret of thirty-two letters'))],
    ['a token of another issuer', async () => bearer(await forged({ iss: 'somebody' }))],
    ['an unsigned token', async () => bearer(new UnsecuredJWT({ sub: 'north.manager' }).encode())],
    ['two tokens', async () => bearer(`${await forged({})} ${await forged({})}`)],
  ])('with %s answers UNAUTHENTICATED with 401, to reads and changes alike', async (what, headers) => {
    const sent = what !== 'no token' && what !== 'a token in another scheme';
    for (const document of [
      viewer,
      '{ cases { nodes { id } } }',
      '{ node(id: "x") { id } }',
      'mutation { cancelReferral(input: { referralId: "x" }) { __typename } }',
    ]) {
      const answer = await api.ask(document, {}, await headers());
      expect(answer.status).toBe(401);
      const challenge = answer.headers.get('www-authenticate');
      if (sent) expect(challenge).toMatch(/^Bearer error="invalid_token", error_description="/);
      else expect(challenge).toBe('Bearer');
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    }
  });

  it('ends at once for whoever is disabled, token or not', async () => {
    const valley = await api.as('valley.manager2');
    const disabledAt = new Date();
    await api.database.staff.update({ where: { username: 'valley.manager2' }, data: { disabledAt } });
    expect(await valley.ask(viewer)).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'STAFF_MEMBER_DISABLED' } }],
    });
  });

  it('is needed for subscriptions, too', async () => {
    const document = 'subscription { homepageTaskChanged { homepageTask { id } } }';
    const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
    const body = JSON.stringify({ query: document });
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.text()).toContain('UNAUTHENTICATED');
    expect(await firstSocketMessage(`${api.url}/graphql`, document)).toMatchObject({
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });
});

/** What the server sends first to whoever connects without a token and subscribes. */
async function firstSocketMessage(url: string, query: string): Promise<unknown> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws');
  const messages: { type: string }[] = [];
  const answer = Promise.withResolvers<unknown>();
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { type: string };
    messages.push(message);
    if (message.type === 'connection_ack') {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    } else answer.resolve(message);
  });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
  socket.on('error', answer.reject);
  try {
    return await answer.promise;
  } finally {
    socket.close();
  }
}

describe('signing in with an OIDC issuer', () => {
  let issuer: Issuer;
  let api: TestApi;
  beforeAll(async () => {
    issuer = await startIssuer();
    api = await startTestApi({
      worker: false,
      env: { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'handoff' },
    });
  });
  afterAll(async () => {
    await api.stop();
    await issuer.stop();
  });

  it('lets in whom the token’s subject stands for, and nobody else', async () => {
    await api.database.staff.update({ where: { username: 'south.admin' }, data: { subject: 'a1b2' } });
    const answer = await api.ask(viewer, {}, bearer(await issuer.token({ sub: 'a1b2' })));
    expect(answer).toMatchObject({ status: 200, data: { viewer: { username: 'south.admin' } } });
    expect((await api.ask(viewer, {}, bearer(await issuer.token({ aud: 'payroll' })))).status).toBe(401);
  });

  it.each([
    ['UNKNOWN_STAFF_MEMBER', 'nobody.here', 'Your account is not set up here.'],
    ['STAFF_MEMBER_DISABLED', 'north.manager2', 'Your account here has been disabled.'],
    ['STAFF_ORGANIZATION_CLOSED', 'valley.manager', 'Your organization’s access has ended.'],
  ])('tells %s to the holder of a true token, and to nobody else', async (code, sub, beginning) => {
    const now = new Date();
    await api.database.staff.update({ where: { username: 'north.manager2' }, data: { disabledAt: now } });
    const { organizationId: id } = await api.database.staff.findUniqueOrThrow({
      where: { username: 'valley.manager' },
    });
    await api.database.organization.update({ where: { id }, data: { closedAt: now } });

    const headers = bearer(await issuer.token({ sub }));
    const answer = await api.ask(viewer, {}, headers);
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code } }] });
    expect(answer.headers.get('www-authenticate')).toBeNull();
    expect(answer.errors?.[0]?.message).toContain(beginning);
    const french = await api.ask(viewer, {}, { ...headers, 'accept-language': 'fr-CA' });
    expect(french.errors?.[0]?.message).toMatch(/^(Votre compte|L’accès)/);

    const stranger = await api.ask(viewer, {}, bearer(await issuer.token({ sub, aud: 'payroll' })));
    const unknown = await api.ask(viewer, {}, bearer(await issuer.token({ sub: 'x', aud: 'payroll' })));
    expect(stranger).toEqual({ ...unknown, headers: expect.anything() });
    expect(stranger.status).toBe(401);
  });

  it('lets no program speak for a person whose name it has', async () => {
    const token = await issuer.token({ sub: 'north.manager', client_id: 'north.manager' });
    expect(await api.ask(viewer, {}, bearer(token))).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'UNKNOWN_STAFF_MEMBER' } }],
    });
  });

  it('says so, and lets nobody in, while the issuer does not answer', async () => {
    const down = await startIssuer();
    down.answers(false);
    const env = { OIDC_ISSUER: down.url, OIDC_AUDIENCE: 'handoff' };
    const other = await startTestApi({ worker: false, env });
    const headers = { ...bearer(await down.token({ sub: 'south.admin' })), 'accept-language': 'fr' };
    const answer = await other.ask(viewer, {}, headers);
    expect(answer).toMatchObject({
      status: 503,
      errors: [
        {
          extensions: { code: 'SIGN_IN_UNAVAILABLE' },
          message: expect.stringMatching(/^La connexion ne peut pas être vérifiée/),
        },
      ],
    });
    expect(answer.headers.get('retry-after')).toBe('5');
    down.answers(true);
    await vi.waitFor(async () => expect((await other.ask(viewer, {}, headers)).status).toBe(200), 5_000);
    await other.stop();
    await down.stop();
  });

  it('leaves nothing of development sign-in', async () => {
    const token = await developmentTokens(signingSecret).issue('north.manager');
    expect((await api.ask(viewer, {}, bearer(token))).status).toBe(401);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username: 'north.manager' });
    expect((await fetch(`${api.url}/dev/token`, { method: 'POST', headers, body })).status).toBe(404);
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('Bearer');
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { makeTasks, tellOfTask } from '../support/own-tasks.ts';
import {
  type ProductionService,
  productionSecret,
  startProductionService,
} from '../support/production-service.ts';
import { serviceClient } from '../support/provider.ts';
import { nextOf, openRawSocket, pongOf } from '../support/raw-socket.ts';

const subscription = 'subscription { homepageTaskChanged { homepageTask { id } } }';
const viewer = '{ viewer { username } }';

let service: ProductionService;
beforeAll(async () => {
  service = await startProductionService({ env: { OIDC_CLOCK_TOLERANCE: '1', LOG_LEVEL: 'debug' } });
});
afterAll(async () => await service.stop());

async function post(query: string, token: string, headers: Record<string, string> = {}) {
  return await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

async function ask(token: string) {
  const answer = await post(viewer, token);
  const { data, errors } = (await answer.json()) as {
    data?: { viewer: { username: string } | null };
    errors?: { extensions: { code: string } }[];
  };
  return data?.viewer?.username ?? `${answer.status} ${errors?.[0]?.extensions.code}`;
}

it('people who have signed in at the issuer are let in, over HTTP, server-sent events and WebSocket', async () => {
  const token = await service.tokenFor('north.manager', 3);
  expect(await ask(token)).toBe('north.manager');

  const stream = post(subscription, token, { accept: 'text/event-stream' }).then((answer) => answer.text());
  const socket = await openRawSocket(service.url, { authorization: `Bearer ${token}` });
  socket.send({ id: 's', type: 'subscribe', payload: { query: subscription } });
  const later = `Bearer ${await service.tokenFor('north.manager', 6)}`;
  expect(await pongOf(socket, { authorization: later })).toEqual({ tokenExpiresAt: expect.any(String) });
  await sleep(500);
  const [taskId = ''] = await makeTasks(service.database, 'north.manager', 1);
  await tellOfTask(service.database, taskId);
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { homepageTaskChanged: {} } });
  const streamed = await stream;
  expect(streamed).toContain('{"data":{"homepageTaskChanged":');
  expect(streamed).toContain('"code":"TOKEN_EXPIRED"');
  expect(await ask(token)).toBe('401 UNAUTHENTICATED');

  await tellOfTask(service.database, taskId);
  expect(await nextOf(socket, 'next')).toMatchObject({ data: { homepageTaskChanged: {} } });
  expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
});

it('a service account is let in with the token that its program got by its secret', async () => {
  const token = await service.issuer.tokenOfService();
  expect(await ask(token)).toBe('403 UNKNOWN_STAFF_MEMBER');
  const { organizationId } = await service.database.staff.findUniqueOrThrow({
    where: { username: 'north.admin' },
  });
  const name = { givenName: 'County', familyName: 'Register', email: 'register@county.example' };
  await service.database.staff.create({
    data: {
      username: 'county.register',
      subject: serviceClient,
      roles: ['INTEGRATION'],
      organizationId,
      ...name,
    },
  });
  expect(await ask(token)).toBe('county.register');
});

it('ID tokens, and what has been signed with keys that the issuer has taken back, let nobody in', async () => {
  const { accessToken, idToken } = await service.issuer.signIn('north.manager');
  expect(await ask(idToken)).toBe('401 UNAUTHENTICATED');
  expect(await ask(accessToken)).toBe('north.manager');
  await service.issuer.stop();
  expect(await ask(accessToken)).toBe('north.manager');
  await service.issuer.rotateKeys();
  // Unknown keys are looked for every ten seconds.
  for (const token = await service.tokenFor('north.manager'); ; await sleep(1_000)) {
    const answer = await ask(token);
    if (answer === 'north.manager') break;
    expect(answer).toBe('401 UNAUTHENTICATED');
  }
  expect(await ask(accessToken)).toBe('401 UNAUTHENTICATED');
}, 60_000);

it('nothing of development sign-in is there', async () => {
  expect(await ask(await developmentTokens(productionSecret).issue('north.manager'))).toBe(
    '401 UNAUTHENTICATED',
  );
  const body = JSON.stringify({ username: 'north.manager' });
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.url}/dev/token`, { method: 'POST', headers, body })).status).toBe(404);
  const page = await fetch(`${service.url}/graphql?as=north.manager`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toMatch(/Bearer|eyJ/);
});

it('[D14] sign-ins are in the audit trail, and no token is there or in the log', async () => {
  const member = await service.database.staff.findUniqueOrThrow({ where: { username: 'county.register' } });
  const events = await service.database.auditEvent.findMany({ where: { action: 'signIn' } });
  expect(events.filter(({ actorId }) => actorId === member.id)).toHaveLength(1);
  expect(JSON.stringify(events)).not.toMatch(/eyJ|county-register/);
  expect(service.output()).toContain('token refused');
  expect(service.output()).not.toMatch(/eyJ|county-register|north\.manager/);
});

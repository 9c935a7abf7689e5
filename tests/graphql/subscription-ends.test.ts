import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { referralStatusSubscription } from '../../demo/operations.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { refer } from '../support/refer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

const asBefore = { disabledAt: null, roles: ['CASE_MANAGER' as const] };
const ended = 'The subscription has ended';
const refused: [string, { disabledAt: Date } | { roles: ['AUDITOR'] }][] = [
  ['has been disabled', { disabledAt: new Date() }],
  ['has other roles', { roles: ['AUDITOR'] }],
];

it.each(refused)('[B5] ends at the next event once the staff member %s', async (_what, change) => {
  const north = await api.as('north.manager');
  const colleague = await api.as('north.manager2');
  const { caseId } = await refer(colleague, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  const subscription = await north.watch(referralStatusSubscription, { caseId });
  await api.database.staff.update({ where: { username: 'north.manager' }, data: change });
  await refer(colleague, { number: '50244764', type: 'INFORMATIONAL_OUTSIDE' });
  await expect(subscription.next(() => true)).rejects.toThrow(ended);
  await api.database.staff.update({ where: { username: 'north.manager' }, data: asBefore });
});

it('stopping waits neither for a request that never ends nor for a socket that does not read', async () => {
  const closing = await startTestApi({ worker: false });
  const { port, hostname } = new URL(closing.url);
  const slow = connect(Number(port), hostname).on('error', () => undefined);
  slow.write(
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
  );
  const deaf = new WebSocket(`ws://${hostname}:${port}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => deaf.once('open', resolve));
  deaf.on('error', () => undefined).pause();
  await closing.stop();
  await expect(fetch(closing.url)).rejects.toThrow();
  deaf.terminate();
  slow.destroy();
}, 20_000);

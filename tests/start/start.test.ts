import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signIn } from '../../demo/client.ts';
import { caseQuery, casesQuery } from '../../demo/operations.ts';
import { draft } from '../support/refer.ts';
import { newDataDirectory, run } from './run.ts';

const number = '50244764';

it('a start with nothing set tells where to go, and what it tells works', async () => {
  const DATA_DIR = await newDataDirectory();
  const handoff = run('main', { DATA_DIR });
  const url = await handoff.ready();
  expect(handoff.stderr()).toBe('');
  expect(handoff.stdout()).toMatch(/^Handoff is ready\.$/m);
  for (const line of [
    `API          ${url}/graphql`,
    `GraphiQL     ${url}/graphql?as=north.manager`,
    `Caught mail  ${url}/dev/inbox`,
    'north.admin north.manager north.manager2',
  ]) {
    expect(handoff.stdout()).toContain(line);
  }
  const page = async (path: string) =>
    await (await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).text();
  expect(await page('/graphql?as=north.manager')).toContain('Handoff as north.manager');
  expect(await page('/dev/inbox')).toContain('<html');
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
  const { cases } = await (await signIn(url, 'north.manager')).request(casesQuery, {});
  expect(cases.totalCount).toBeGreaterThan(5);

  const second = run('main', { DATA_DIR });
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toBe(
    'Handoff cannot start.\n' +
      `Handoff already runs on the data directory ${DATA_DIR} (process ${handoff.pid}, ${url}): ` +
      'stop it first, or set DATA_DIR to another directory.\n',
  );
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  const port = new URL(url).port;
  const elsewhere = await newDataDirectory();
  const third = run('main', { DATA_DIR: elsewhere, PORT: port });
  expect(await third.ended).toBe(1);
  expect(third.stderr()).toBe(
    `Handoff cannot start.\nPort ${port} is taken by another program. Stop it, or set PORT to another port.\n`,
  );
  expect(existsSync(join(elsewhere, 'postgres/data/PG_VERSION'))).toBe(true);
  expect(existsSync(join(elsewhere, 'postgres/data/postmaster.pid'))).toBe(false);

  handoff.signal('SIGINT');
  expect(await handoff.ended).toBe(0);
  expect(handoff.stderr()).toBe('');
  expect(existsSync(join(DATA_DIR, 'postgres/data/postmaster.pid'))).toBe(false);
}, 60_000);

it('a start after kill -9 finds the data again, and so does a start after Ctrl-C', async () => {
  const DATA_DIR = await newDataDirectory();
  const first = run('main', { DATA_DIR });
  const north = await signIn(await first.ready(), 'north.manager');
  const { referralId } = await draft(north, { number, type: 'CASE_TRANSFER' });
  first.signal('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const next = run('main', { DATA_DIR });
    const client = await signIn(await next.ready(), 'north.manager');
    const { case: found } = await client.request(caseQuery, { number });
    expect(found?.referrals?.nodes).toMatchObject([{ id: referralId, statusLabel: 'Draft' }]);
    next.signal(signal);
    expect(await next.ended).toBe(0);
  }
}, 60_000);

import { afterAll, beforeAll, expect, it } from 'vitest';
import { developmentTokens } from '../../src/platform/development-tokens.ts';
import { freePort, type RedisServer, startRedis } from '../platform/live/redis-server.ts';
import { signingSecret } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { run } from './run.ts';

let redis: RedisServer;
let mailbox: Mailbox;
let test: TestDatabase;
beforeAll(async () => {
  redis = await startRedis(await freePort());
  mailbox = await startMailbox();
  test = await createTestDatabase();
});
afterAll(async () => {
  await test.drop();
  await mailbox.stop();
  await redis.stop();
});

it('two processes of the API share one count in Redis: what a user has taken at one is gone at the other', async () => {
  const settings = {
    DATABASE_URL: test.url,
    SMTP_URL: mailbox.smtpUrl,
    SIGNING_SECRET: signingSecret,
    REDIS_URL: redis.url,
    WORKER: 'false',
    RATE_LIMIT_USER: '60',
  };
  const apis = [run('main', settings), run('main', settings)];
  const [one = '', other = ''] = await Promise.all(apis.map((api) => api.ready()));
  const tokens = developmentTokens(signingSecret);
  const ask = async (url: string, username: string) =>
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.issue(username)}`,
      },
      body: JSON.stringify({ query: '{ viewer { username } }' }),
    });

  expect((await ask(other, 'north.manager')).status).toBe(200);
  let taken = 0;
  while ((await ask(one, 'north.manager')).status === 200) taken += 1;
  expect(taken).toBeLessThanOrEqual(60);
  // The other learns of it when it settles what it has let through itself: three points, a twentieth.
  const statuses = [];
  for (let asked = 0; asked < 5; asked += 1) statuses.push((await ask(other, 'north.manager')).status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(3);
  expect(statuses.at(-1)).toBe(429);
  expect((await ask(other, 'south.manager')).status).toBe(200);
  expect(await test.database.rateCount.count()).toBe(0);
}, 90_000);

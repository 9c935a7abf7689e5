import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealWaitingEvents } from '../../src/domain/audit/seal-audit-trail.ts';
import { startTestApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

/** The lines of a scrape about the audit trail, without those that explain. */
async function scrape(): Promise<string[]> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith('handoff_audit'));
}

async function oldest(): Promise<number> {
  const [line = '', ...others] = await scrape();
  expect(others).toEqual([]);
  // Without labels: a name and a number.
  return Number(/^handoff_audit_oldest_unsealed_seconds (\S+)$/.exec(line)?.[1] ?? 'none');
}

it('[D14] metrics tell the age of the oldest audit event that has no place in the chain yet, and 0 where all have', async () => {
  await sealWaitingEvents(api.database);
  expect(await oldest()).toBe(0);

  const north = await api.as('north.manager');
  await north.ask('{ viewer { username } }');
  expect(await oldest()).toBeGreaterThan(0);
  expect(await oldest()).toBeLessThan(60);

  await api.database
    .$executeRaw`UPDATE "UnsealedAuditEvent" SET "recordedAt" = "recordedAt" - interval '1 hour'`;
  await (await api.as('south.manager')).ask('{ viewer { username } }');
  expect(await api.database.unsealedAuditEvent.count()).toBeGreaterThan(1);
  expect(await oldest()).toBeGreaterThan(3_600);
  expect(await oldest()).toBeLessThan(3_660);

  await sealWaitingEvents(api.database);
  expect(await oldest()).toBe(0);
});

it('[D14] it is unknown, not 0, while the database cannot tell, and the other metrics are there', async () => {
  await api.database.$executeRaw`ALTER TABLE "UnsealedAuditEvent" RENAME TO "Away"`;
  expect(await scrape()).toEqual(['handoff_audit_oldest_unsealed_seconds Nan']);
  expect(await (await fetch(`${api.url}/metrics`)).text()).toMatch(/^handoff_referrals_late 0$/m);
  await api.database.$executeRaw`ALTER TABLE "Away" RENAME TO "UnsealedAuditEvent"`;
});

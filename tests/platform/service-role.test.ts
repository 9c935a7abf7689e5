import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { sealWaitingEvents } from '../../src/domain/audit/seal-audit-trail.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { grantServiceRole } from '../../src/platform/migrations/grant-service-role.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { onServer } from '../support/on-server.ts';
import { draft, refer, submit, transfer } from '../support/refer.ts';

const number = '50244764';
const role = `service_${randomBytes(4).toString('hex')}`;
const serverUrl = inject('serverUrl');

/** A URL with the service's role in the place of the owner's. */
function asService(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = 'only for tests';
  return url.href;
}

let api: TestApi;
let owner: string;
let service: pg.Client;
beforeAll(async () => {
  await onServer(serverUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'only for tests'`);
  api = await startTestApi({
    env: (databaseUrl) => {
      owner = databaseUrl;
      return { DATABASE_URL: asService(databaseUrl), MIGRATIONS_DATABASE_URL: databaseUrl };
    },
  });
  service = new pg.Client({ connectionString: asService(owner) });
  await service.connect();
});
afterAll(async () => {
  await service.end();
  await api.stop();
  await onServer(serverUrl, `DROP ROLE ${role}`);
});

describe('the service runs as a role that owns nothing', () => {
  it('[R19] [R28] [D14] a referral is written, mailed and transferred, with its events', async () => {
    const { rows } = await service.query('SELECT current_user AS role');
    expect(rows).toEqual([{ role }]);
    const north = await api.as('north.manager');
    const { caseId } = await refer(north, { number, type: 'CASE_TRANSFER' });
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_WITHIN', to: 'valley' });
    await submit(north, referralId);
    await vi.waitFor(
      async () => expect(await api.database.referral.count({ where: { status: 'EMAILED' } })).toBe(2),
      { timeout: 20_000 },
    );
    await transfer(await api.as('south.manager'), caseId);
    const found = await api.database.case.findUniqueOrThrow({ where: { number } });
    const actions = await api.database.auditEvent.findMany({ where: { caseId: found.id } });
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['referral.submit', 'case.transfer']),
    );
  });

  it('[B10] what an account could do is kept as it changes, and not otherwise', async () => {
    const { id } = await api.database.staff.findUniqueOrThrow({ where: { username: 'valley.manager' } });
    await service.query(`UPDATE "Staff" SET roles = '{AUDITOR}' WHERE id = $1`, [id]);
    const versions = await api.database.staffVersion.findMany({
      where: { staffId: id },
      orderBy: { validFrom: 'asc' },
    });
    expect(versions.map(({ roles }) => roles)).toEqual([['CASE_MANAGER'], ['AUDITOR']]);
    const byHand = service.query(`UPDATE "StaffVersion" SET "validUntil" = now() WHERE "staffId" = $1`, [id]);
    await expect(byHand).rejects.toThrow('StaffVersion follows from what it is a version of');
  });

  it('[D14] it seals the audit trail', async () => {
    const database = openDatabase({ url: asService(owner), poolSize: 1 });
    try {
      await sealWaitingEvents(database);
      expect(await database.auditSeal.count()).toBeGreaterThan(0);
    } finally {
      await database.$disconnect();
    }
  });
});

describe('the service’s role cannot touch what is on record', () => {
  const ofTable = (table: string, change: string) => [
    `UPDATE "${table}" SET ${change}`,
    `DELETE FROM "${table}"`,
    `TRUNCATE "${table}"`,
    `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
    `ALTER TABLE "${table}" ADD COLUMN more text`,
    `CREATE TRIGGER mine BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION append_only()`,
    `DROP TABLE "${table}"`,
  ];

  it.each([
    ...ofTable('AuditEvent', `action = 'other'`),
    ...ofTable('AuditSeal', '"chainHash" = "eventHash"'),
    'DROP TRIGGER audit_event_to_seal ON "AuditEvent"',
    'DROP FUNCTION append_only() CASCADE',
    'SET session_replication_role = replica',
    'CREATE TABLE public.mine (id int)',
    'DELETE FROM _prisma_migrations',
    'CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
  ])('[D14] %s', async (statement) => {
    // 42501: insufficient privilege.
    await expect(service.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('giving the role its rights', () => {
  it('can be done again, and by several at once', async () => {
    const urls = { owner, service: asService(owner) };
    await Promise.all([grantServiceRole(urls), grantServiceRole(urls), grantServiceRole(urls)]);
  });

  it('[D14] is refused for a role that could change the audit trail all the same', async () => {
    await expect(grantServiceRole({ owner, service: owner })).rejects.toThrow(
      /DATABASE_URL can change "AuditEvent" and "AuditSeal".*Give DATABASE_URL a role of its own\./,
    );
  });
});

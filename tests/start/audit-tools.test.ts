import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '../../src/domain/audit/record-audit.ts';
import { sealWaitingEvents } from '../../src/domain/audit/seal-audit-trail.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const project = join(import.meta.dirname, '../..');
/** More than are read with one statement. */
const count = 2_300;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
  const entries = Array.from({ length: count }, () => ({
    action: 'organization.update',
    entityType: 'Organization' as const,
    entityId: randomUUID(),
    details: ['name', 'phone'],
  }));
  await recordAudit(test.database, null, ...entries);
  await sealWaitingEvents(test.database);
});
afterAll(async () => await test.drop());

/** Runs a command of tools/ as `npm run` does. */
async function tool(name: string, ...options: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: test.url };
  const maxBuffer = 64 * 1024 * 1024;
  const run = promisify(execFile)(process.execPath, [`tools/${name}.ts`, ...options], {
    ...{ cwd: project, env, maxBuffer },
  });
  return await run.then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      ...{ status: code, stdout, stderr },
    }),
  );
}

describe('npm run audit:verify', () => {
  it('[D14] says that all is well, and the head of the chain, which can be given to it another time', async () => {
    const { status, stdout } = await tool('audit-verify');
    expect(stdout).toMatch(
      new RegExp(
        `^${count} events in the chain, 0 waiting for their place\\.\nHead: ${count}:[0-9a-f]{64}\nThe audit trail is whole\\.\n$`,
      ),
    );
    expect(status).toBe(0);
    const head = /Head: (\S+)/.exec(stdout)?.[1] ?? '';
    expect(await tool('audit-verify', '--expect', head)).toMatchObject({ status: 0 });
    const later = head.replace(/^\d+/, String(count + 1));
    expect(await tool('audit-verify', '--expect', later)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(
        `HEAD_MISSING at position ${count + 1}: the chain ends before the head that was kept`,
      ),
    });
  });

  it('[D14] names what was tampered with and ends with status 1', async () => {
    const [event] = await test.database.auditEvent.findMany({ take: 1, skip: 1_000 });
    const details = async (value: string) =>
      await test.database.$transaction(async (transaction) => {
        await transaction.$executeRaw`SET LOCAL session_replication_role = replica`;
        await transaction.auditEvent.update({
          where: { id: event?.id ?? '' },
          data: { details: ['name', value] },
        });
      });
    await details('email');
    const { status, stdout } = await tool('audit-verify');
    expect(stdout).toMatch(
      new RegExp(
        `^CHANGED at position \\d+, event ${event?.id}: the event was changed after it had been sealed\n`,
      ),
    );
    expect(stdout).toContain('The audit trail has 1 faults.');
    expect(status).toBe(1);
    await details('phone');
  });

  it.each([
    [['--expect', 'junk'], '--expect must be a head'],
    [['--sealed-within', 'soon'], '--sealed-within must be a number of minutes'],
  ])('refuses %j', async (options, message) => {
    expect(await tool('audit-verify', ...options)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(message),
    });
  });
});

describe('npm run audit:export', () => {
  const events = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('[D14] writes each event once as a line of JSON, oldest first, with its place in the chain', async () => {
    const { status, stdout, stderr } = await tool('audit-export');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const exported = events(stdout);
    // That it is exported is an event, too, and the newest.
    expect(exported).toHaveLength(count + 1);
    expect(new Set(exported.map(({ id }) => id)).size).toBe(count + 1);
    expect(exported.at(-1)).toMatchObject({ action: 'auditTrail.export', outcome: 'VIEWED', position: null });
    const places = exported.slice(0, -1).map(({ position }) => Number(position));
    expect(places.toSorted((one, other) => one - other)).toEqual(places.map((_, index) => index + 1));
    expect(exported[0]).toMatchObject({
      ...{ at: expect.stringMatching(/Z$/), details: ['name', 'phone'], entityType: 'Organization' },
      ...{ eventHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ chainHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('[D14] only of a time, an organization, a case or a client', async () => {
    const entityId = randomUUID();
    const staff = { staffId: randomUUID(), organizationId: randomUUID() };
    const caseId = randomUUID();
    await recordAudit(test.database, staff, { action: 'case.view', entityType: 'Case', entityId, caseId });
    for (const options of [
      ['--organization', staff.organizationId],
      ['--case', caseId],
    ]) {
      const { stdout } = await tool('audit-export', ...options);
      expect(events(stdout)).toMatchObject([{ action: 'case.view', entityId }]);
    }
    expect((await tool('audit-export', '--until', '2020-01-01')).stdout).toBe('');
    const [, from = ''] = /"at":"([^"]+)"/.exec((await tool('audit-export', '--case', caseId)).stdout) ?? [];
    const { stdout } = await tool('audit-export', '--from', from);
    expect(events(stdout)[0]).toMatchObject({ entityId });
  });

  it.each([
    [['--from', 'yesterday'], '--from must be a day or an instant'],
    [['--case', "'; DROP TABLE"], '--case must be an id'],
  ])('refuses %j', async (options, message) => {
    expect(await tool('audit-export', ...options)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(message),
    });
  });
});

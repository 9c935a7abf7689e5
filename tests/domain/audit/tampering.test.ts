import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Head, readHead, writeHead } from '../../../src/domain/audit/head.ts';
import { recordAudit } from '../../../src/domain/audit/record-audit.ts';
import { sealWaitingEvents } from '../../../src/domain/audit/seal-audit-trail.ts';
import { verifyAuditTrail } from '../../../src/domain/audit/verify-audit-trail.ts';
import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let test: TestDatabase;
/** The events in the order of the chain: position 1 first. */
let ids: string[];
let head: Head | null;

beforeEach(async () => {
  test = await createTestDatabase('empty');
  const entries = Array.from({ length: 10 }, () => ({
    action: 'organization.update',
    entityType: 'Organization' as const,
    entityId: randomUUID(),
    details: ['name'],
  }));
  await recordAudit(test.database, null, ...entries);
  await sealWaitingEvents(test.database);
  const seals = await test.database.auditSeal.findMany({ orderBy: { position: 'asc' } });
  ids = seals.map(({ eventId }) => eventId);
  ({ head } = await verify());
  return async () => await test.drop();
});

/** Does what only a superuser can: no trigger sees it. */
async function tamper(act: (transaction: Prisma.TransactionClient) => Promise<unknown>): Promise<void> {
  await test.database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL session_replication_role = replica`;
    await act(transaction);
  });
}

/** What verifying finds, each as `KIND position/place of the event among those sealed first`. */
async function verify(options: { kept?: Head | null; waitingSince?: Date } = {}) {
  const faults: string[] = [];
  const verified = await verifyAuditTrail(
    test.database,
    { kept: null, waitingSince: new Date(0), ...options },
    ({ kind, position, eventId }) => {
      const place = eventId === null ? 'none' : ids.indexOf(eventId) + 1 || 'new';
      faults.push(`${kind} ${position ?? 'nowhere'}/${place}`);
    },
  );
  return { ...verified, faults };
}

const changes: [field: string, set: string][] = [
  ['when', `"at" = "at" + interval '1 ms'`],
  ['who', `"actorId" = gen_random_uuid()`],
  ['of which organization', `"actorOrganizationId" = gen_random_uuid()`],
  ['what', `"action" = 'organization.add'`],
  ['with what outcome', `"outcome" = 'REFUSED'`],
  ['to what', `"entityId" = gen_random_uuid()`],
  ['to what kind of thing', `"entityType" = 'Office'`],
  ['of which case', `"caseId" = gen_random_uuid()`],
  ['of whom', `"personId" = gen_random_uuid()`],
  ['who may read of it', `"managingOrganizationId" = gen_random_uuid()`],
  ['the details', `"details" = '{phone}'`],
];

describe('what a superuser does behind the triggers is found, with its position and event', () => {
  it('[D14] nothing is found where nothing was done', async () => {
    expect(await verify({ kept: head })).toMatchObject({ faults: [], sealed: 10, waiting: 0 });
  });

  it.each(changes)('[D14] another %s', async (_field, set) => {
    await tamper((database) =>
      database.$executeRawUnsafe(`UPDATE "AuditEvent" SET ${set} WHERE id = '${ids[3]}'`),
    );
    expect((await verify()).faults).toEqual(['CHANGED 4/4']);
  });

  it('[D14] an event that was deleted', async () => {
    await tamper((database) => database.auditEvent.delete({ where: { id: ids[6] ?? '' } }));
    expect((await verify()).faults).toEqual(['MISSING 7/7']);
  });

  it('[D14] an event that was deleted with its seal', async () => {
    await tamper(async (database) => {
      await database.auditEvent.delete({ where: { id: ids[6] ?? '' } });
      await database.auditSeal.delete({ where: { position: 7n } });
    });
    expect((await verify()).faults).toEqual(['MISSING_SEAL 7/none']);
  });

  it('[D14] an event that was deleted before it was sealed', async () => {
    const entityId = randomUUID();
    await recordAudit(test.database, null, { action: 'office.update', entityType: 'Office', entityId });
    await tamper((database) => database.auditEvent.deleteMany({ where: { entityId } }));
    expect((await verify()).faults).toEqual(['MISSING nowhere/new']);
    await sealWaitingEvents(test.database);
    expect((await verify()).faults).toEqual(['MISSING 11/new']);
  });

  it('[D14] an event that was added past the chain', async () => {
    await tamper((database) =>
      database.auditEvent.create({ data: { action: 'case.view', outcome: 'VIEWED', at: new Date(0) } }),
    );
    expect((await verify()).faults).toEqual(['NOT_IN_CHAIN nowhere/new']);
  });

  it('[D14] an event that was added afterwards for an earlier time', async () => {
    const at = new Date(Date.now() - 2 * 60 * 60 * 1_000);
    await test.database.auditEvent.create({ data: { action: 'case.view', outcome: 'VIEWED', at } });
    await sealWaitingEvents(test.database);
    expect((await verify()).faults).toEqual(['BACKDATED 11/new']);
  });

  it('[D14] two events whose places were exchanged', async () => {
    await tamper(async (database) => {
      await database.$executeRaw`UPDATE "AuditSeal" SET position = position + 100 WHERE position IN (3, 5)`;
      await database.$executeRaw`UPDATE "AuditSeal" SET position = 108 - position WHERE position > 100`;
    });
    expect((await verify()).faults).toEqual([
      'BROKEN_CHAIN 3/5',
      'BROKEN_CHAIN 4/4',
      'BROKEN_CHAIN 5/3',
      'BROKEN_CHAIN 6/6',
    ]);
  });

  it('[D14] an event that was changed with its seal', async () => {
    await tamper(async (database) => {
      await database.$executeRaw`UPDATE "AuditSeal" SET "eventHash" = sha256('other') WHERE position = 5`;
    });
    expect((await verify()).faults).toEqual(['BROKEN_CHAIN 5/5', 'CHANGED 5/5']);
  });

  it('[D14] the end of the trail cut off, or all of the chain written anew, for who kept its head', async () => {
    await tamper(async (database) => {
      await database.auditEvent.deleteMany({ where: { id: { in: ids.slice(8) } } });
      await database.auditSeal.deleteMany({ where: { position: { gt: 8n } } });
    });
    expect((await verify()).faults).toEqual([]);
    expect((await verify({ kept: head })).faults).toEqual(['HEAD_MISSING 10/none']);

    await tamper(async (database) => {
      await database.auditSeal.deleteMany({});
      await database.auditEvent.update({ where: { id: ids[1] ?? '' }, data: { details: ['phone'] } });
      await database.$executeRaw`INSERT INTO "UnsealedAuditEvent" ("eventId") SELECT id FROM "AuditEvent"`;
    });
    for (let more = 0; more < 4; more += 1) {
      await recordAudit(test.database, null, { action: 'auditTrail.export' });
    }
    await sealWaitingEvents(test.database);
    expect((await verify()).faults).toEqual([]);
    expect((await verify({ kept: head })).faults).toEqual(['HEAD_CHANGED 10/new']);
  });

  it('[D14] events that should have been sealed by now', async () => {
    await recordAudit(test.database, null, { action: 'auditTrail.export' });
    expect((await verify({ waitingSince: new Date(Date.now() - 60_000) })).faults).toEqual([]);
    expect(await verify({ waitingSince: new Date(Date.now() + 60_000) })).toMatchObject({
      faults: ['WAITING_TOO_LONG nowhere/new'],
      waiting: 1,
    });
  });
});

it('[D14] a head that was printed is read again as it was', () => {
  if (head === null) throw new Error('the chain has no head');
  expect(readHead(` ${writeHead(head)}\n`)).toEqual({ position: 10n, hash: new Uint8Array(head.hash) });
  for (const text of ['', '10', `10:${'g'.repeat(64)}`, `10:${'a'.repeat(63)}`])
    expect(readHead(text)).toBeNull();
});

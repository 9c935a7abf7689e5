import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordAudit } from '../../../src/domain/audit/record-audit.ts';
import { sealWaitingEvents } from '../../../src/domain/audit/seal-audit-trail.ts';
import type { Fault } from '../../../src/domain/audit/trail-fault.ts';
import { verifyAuditTrail } from '../../../src/domain/audit/verify-audit-trail.ts';
import type { Reader } from '../../../src/platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('empty');
});
afterAll(async () => await test.drop());

/** Writes an event about an organization that nothing else is about. */
async function write(to: Reader): Promise<string> {
  const entityId = randomUUID();
  await recordAudit(to, null, { action: 'organization.update', entityType: 'Organization', entityId });
  return entityId;
}

const eventOf = (entityId: string) => test.database.auditEvent.findFirstOrThrow({ where: { entityId } });
const sealOf = async (entityId: string) => {
  const { id: eventId } = await eventOf(entityId);
  return await test.database.auditSeal.findUnique({ where: { eventId } });
};
async function faults(): Promise<Fault[]> {
  const found: Fault[] = [];
  await verifyAuditTrail(test.database, { kept: null, waitingSince: new Date(0) }, (fault) =>
    found.push(fault),
  );
  return found;
}

it('[D14] each event gets the next position of the chain, and keeps it', async () => {
  const [first, second] = [await write(test.database), await write(test.database)];
  expect(await sealWaitingEvents(test.database)).toBe(2);
  const third = await write(test.database);
  expect(await sealWaitingEvents(test.database)).toBe(1);
  expect(await sealWaitingEvents(test.database)).toBe(0);
  const positions = await Promise.all(
    [first, second, third].map(async (one) => (await sealOf(one))?.position),
  );
  expect(positions).toEqual([1n, 2n, 3n]);
  expect(await faults()).toEqual([]);
});

it('[D14] who writes waits neither for others who write nor for the sealing; what commits late comes next', async () => {
  let late = '';
  await test.database.$transaction(async (transaction) => {
    late = await write(transaction);
    // This transaction is still open: had any of the following to wait for it, none would come to its end.
    const early = await write(test.database);
    await test.database.$transaction(async (other) => await write(other));
    expect(await sealWaitingEvents(test.database)).toBe(2);
    expect(await sealOf(early)).not.toBeNull();
    await test.database.$transaction(async (sealing) => {
      await sealing.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('handoff: seal the audit trail', 0))::text`;
      await write(test.database);
      expect(await sealWaitingEvents(test.database)).toBe(0);
    });
  });
  expect(await sealOf(late)).toBeNull();
  expect(await sealWaitingEvents(test.database)).toBe(2);
  expect(await sealOf(late)).not.toBeNull();
  expect(await faults()).toEqual([]);
});

it('[D14] sealing loses nothing while many write and several seal, and what is undone leaves nothing', async () => {
  const written: string[] = [];
  let isOver = false;
  const writer = async (seed: number) => {
    for (let round = 0; round < 12; round += 1) {
      const pause = (seed * 7 + round * 13) % 17;
      await test.database
        .$transaction(async (transaction) => {
          const ids = [await write(transaction), await write(transaction)];
          await sleep(pause);
          if (pause % 5 === 0) throw new Error('undone');
          return ids;
        })
        .then((ids) => written.push(...ids))
        .catch((error: Error) => expect(error.message).toBe('undone'));
    }
  };
  const sealer = async () => {
    while (!isOver) await sealWaitingEvents(test.database);
  };
  const sealing = [sealer(), sealer()];
  await Promise.all([1, 2, 3].map(writer));
  isOver = true;
  await Promise.all(sealing);
  await sealWaitingEvents(test.database);
  const events = await test.database.auditEvent.findMany({ where: { entityId: { in: written } } });
  expect(events).toHaveLength(written.length);
  const seals = await test.database.auditSeal.count({
    where: { eventId: { in: events.map(({ id }) => id) } },
  });
  expect(seals).toBe(written.length);
  expect(await test.database.auditEvent.count()).toBe(await test.database.auditSeal.count());
  expect(await test.database.unsealedAuditEvent.count()).toBe(0);
  expect(await faults()).toEqual([]);
});

it('[D14] an event that is put back among those that wait keeps its place, and holds no other up', async () => {
  const [sealed] = await test.database.auditSeal.findMany({ take: 1 });
  await test.database.unsealedAuditEvent.create({ data: { eventId: sealed?.eventId ?? '' } });
  const next = await write(test.database);
  await sealWaitingEvents(test.database);
  expect(await sealOf(next)).not.toBeNull();
  expect(await faults()).toEqual([]);
});

it('[D14] more events than are sealed at once are sealed in one go', async () => {
  const entries = Array.from({ length: 2_500 }, () => ({
    action: 'organization.update',
    entityType: 'Organization' as const,
    entityId: randomUUID(),
  }));
  await recordAudit(test.database, null, ...entries);
  expect(await sealWaitingEvents(test.database)).toBe(2_500);
  expect(await faults()).toEqual([]);
});

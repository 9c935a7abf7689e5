import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { addDays } from '../../src/domain/program-day.ts';
import { withdrawReferral } from '../../src/domain/referrals/withdraw-referral.ts';
import type { ReferralType } from '../../src/generated/prisma/enums.ts';
import { expireAccess } from '../../src/jobs/expire-access.ts';
import { type OpenedCase, openCase } from '../support/cases.ts';
import { buildHouse, type House } from '../support/house.ts';
import { submitted } from '../support/referrals.ts';
import { manages, seesPerson, seesSummary, whoSees } from '../support/who-sees.ts';

const noon = new Date('2026-09-06T15:00:00Z');

let house: House;
let north: Actor;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
});
afterEach(() => house.setNow(null));
afterAll(async () => await house.stop());

/** A referral of a case of its own, submitted at noon. */
async function referAtNoon(type: ReferralType): Promise<OpenedCase & { referralId: string }> {
  house.setNow(noon);
  const referred = await openCase(house, 'north.manager');
  return { ...referred, referralId: await submitted(house, north, { caseId: referred.id, type }) };
}
const access = (referralId: string) =>
  house.database.referralAccess.findUniqueOrThrow({ where: { referralId } });
const tasks = (referralId: string, type: 'REFERRAL_RECEIVED' | 'REFERRAL_EXPIRED') =>
  house.database.homepageTask.findMany({ where: { referralId, type } });
async function runAt(now: Date): Promise<void> {
  house.setNow(now);
  await expireAccess(house.platform);
}
const sender = { 'north.manager': manages, 'ens.admin': manages };

describe('access by a referral that nobody acts on', () => {
  it.each([
    ['CASE_TRANSFER', 90, seesSummary],
    ['INFORMATIONAL_WITHIN', 365, seesPerson],
  ] as const)(
    '[D8] stops by itself: %s after %i days, to the millisecond, whether or not a job has run',
    async (type, days, sight) => {
      const referred = await referAtNoon(type);
      const expiry = addDays(noon, days);
      house.setNow(new Date(expiry.getTime() - 1));
      expect(await whoSees(house, referred)).toEqual({ ...sender, 'south.manager': sight });
      house.setNow(expiry);
      expect(await whoSees(house, referred)).toEqual(sender);
      expect(await access(referred.referralId)).toMatchObject({ expiresAt: expiry, endedAt: null });
    },
  );

  it('[D8] is put on record as ended when it ran out, by nobody, however late', async () => {
    const { referralId } = await referAtNoon('CASE_TRANSFER');
    await runAt(addDays(noon, 89));
    expect(await access(referralId)).toMatchObject({ endedAt: null });
    await runAt(addDays(noon, 93));
    expect(await access(referralId)).toMatchObject({
      endedAt: addDays(noon, 90),
      endCause: 'EXPIRED',
      endReason: null,
      endedById: null,
    });
    const where = { entityId: referralId, action: 'referralAccess.end' };
    expect(await house.database.auditEvent.findMany({ where })).toMatchObject([
      { actorId: null, actorOrganizationId: null, details: ['EXPIRED'] },
    ]);
  });

  it('[D8] is told to the sender once, and leaves the receiver nothing to do', async () => {
    const { referralId } = await referAtNoon('CASE_TRANSFER');
    await runAt(addDays(noon, 90));
    await runAt(addDays(noon, 91));
    expect(await tasks(referralId, 'REFERRAL_EXPIRED')).toMatchObject([
      { assigneeId: north.staffId, createdById: north.staffId, dueOn: new Date('2026-12-05') },
    ]);
    expect(await tasks(referralId, 'REFERRAL_RECEIVED')).toMatchObject([{ completedAt: addDays(noon, 90) }]);
  });

  it('[D8] of a referral for information is told to nobody: there was nothing to act on', async () => {
    const { referralId } = await referAtNoon('INFORMATIONAL_WITHIN');
    await runAt(addDays(noon, 365));
    expect(await access(referralId)).toMatchObject({ endCause: 'EXPIRED' });
    expect(await tasks(referralId, 'REFERRAL_EXPIRED')).toEqual([]);
  });

  it('[D8] reaches open screens of the sender', async () => {
    const { referralId, id: caseId } = await referAtNoon('CASE_TRANSFER');
    const where = { key: caseId, topic: { in: ['referralStatus', 'caseAccess'] } };
    await house.database.liveEvent.deleteMany({ where });
    await runAt(addDays(noon, 90));
    const events = await house.database.liveEvent.findMany({ where, orderBy: { topic: 'asc' } });
    expect(events).toMatchObject([
      { topic: 'caseAccess', subjectId: caseId },
      { topic: 'referralStatus', subjectId: referralId },
    ]);
  });

  it('[D3] [D8] leaves a referral that ended before as it was', async () => {
    const { referralId } = await referAtNoon('CASE_TRANSFER');
    const input = { referralId, reason: 'The client stays', confirm: true };
    await withdrawReferral(north, house.platform, input);
    await runAt(addDays(noon, 90));
    expect(await access(referralId)).toMatchObject({ endCause: 'WITHDRAWN', endedAt: noon });
  });
});

it('[D8] more than fit into one look are all written down, and one that cannot be holds no other up', async () => {
  const { referralId } = await referAtNoon('CASE_TRANSFER');
  const like = await access(referralId);
  const { database } = house;
  await database.$executeRaw`
    CREATE TABLE copies AS SELECT gen_random_uuid() AS id FROM generate_series(1, 250)`;
  await database.$executeRaw`
    INSERT INTO "Referral" SELECT (jsonb_populate_record(r, jsonb_build_object('id', copies.id, 'status', 'DRAFT',
      'submittedAt', NULL, 'submittedById', NULL, 'referralDate', NULL, 'emailedAt', NULL))).*
      FROM "Referral" r, copies WHERE r.id = ${referralId}::uuid`;
  await database.$executeRaw`
    UPDATE "Referral" SET "status" = 'SUBMITTED', "submittedAt" = now(), "submittedById" = "createdById", "referralDate" = now()
     WHERE id IN (SELECT id FROM copies)`;
  await database.$executeRaw`
    INSERT INTO "ReferralAccess" SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'referralId', copies.id))).*
      FROM "ReferralAccess" a, copies WHERE a.id = ${like.id}::uuid`;
  const [broken] = await database.referralAccess.findMany({
    where: { endedAt: null },
    orderBy: { id: 'asc' },
    take: 1,
  });
  await database.$executeRawUnsafe(
    `ALTER TABLE "ReferralAccess" ADD CONSTRAINT broken CHECK (id <> '${broken?.id}' OR "endedAt" IS NULL)`,
  );
  await expect(runAt(addDays(noon, 90))).rejects.toThrow();
  const open = await database.referralAccess.findMany({ where: { endedAt: null }, select: { id: true } });
  expect(open).toEqual([{ id: broken?.id }]);
  await database.$executeRaw`ALTER TABLE "ReferralAccess" DROP CONSTRAINT broken`;
  await runAt(addDays(noon, 90));
  expect(await database.referralAccess.count({ where: { endedAt: null } })).toBe(0);
}, 60_000);

import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recordAudit } from '../../src/domain/audit/record-audit.ts';
import { createSignIn, type SignIn } from '../../src/graphql/sign-in.ts';
import { purgeRecordedSignIns } from '../../src/jobs/purge-recorded-sign-ins.ts';
import { oidcTokens } from '../../src/platform/oidc-tokens.ts';
import { buildHouse, type House } from '../support/house.ts';
import { type Issuer, startIssuer } from '../support/issuer.ts';

let house: House;
let issuer: Issuer;
let since: Date;
beforeAll(async () => {
  house = await buildHouse();
  issuer = await startIssuer();
});
beforeEach(() => {
  since = new Date();
});
afterAll(async () => {
  await issuer.stop();
  await house.stop();
});

const silent = pino({ level: 'silent' });
/** Signing in as one process of the API does it. */
function oneProcess(): SignIn {
  const tokens = oidcTokens({ issuer: issuer.url, audience: 'handoff', clockTolerance: 0, log: silent });
  return createSignIn(tokens, house.database, silent);
}

/** What the audit trail tells of signing in during this test. */
async function signIns() {
  const where = { action: 'signIn', at: { gte: since } };
  const select = {
    actorId: true,
    actorOrganizationId: true,
    outcome: true,
    entityType: true,
    entityId: true,
  };
  return await house.database.auditEvent.findMany({ where, select: { ...select, details: true } });
}

const member = (username: string) => house.database.staff.findUniqueOrThrow({ where: { username } });

it('[D14] the first use of a token is on record, once for all processes and requests', async () => {
  const [one, other] = [oneProcess(), oneProcess()];
  const authorization = `Bearer ${await issuer.token()}`;
  const requests = Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? one : other)(authorization));
  const outcomes = await Promise.all(requests);
  expect(outcomes.map(({ actor }) => actor?.username)).toEqual(outcomes.map(() => 'north.manager'));

  const { id, organizationId } = await member('north.manager');
  expect(await signIns()).toEqual([
    {
      actorId: id,
      actorOrganizationId: organizationId,
      outcome: 'DONE',
      entityType: 'Staff',
      entityId: id,
      details: [],
    },
  ]);
});

it('[D14] another token is another sign-in, unless the issuer says that it is of the same', async () => {
  const signIn = oneProcess();
  const visit = async (claims: object) => await signIn(`Bearer ${await issuer.token({ ...claims })}`);
  await visit({ jti: '1' });
  await visit({ jti: '2' });
  expect(await signIns()).toHaveLength(2);
  await visit({ jti: '3', sid: 'morning' });
  await visit({ jti: '4', sid: 'morning' });
  expect(await signIns()).toHaveLength(3);
  await visit({ jti: '5', sid: 'afternoon' });
  expect(await signIns()).toHaveLength(4);
});

it('[D14] members who are shut out are on record too, once for each token; whoever is unknown is not', async () => {
  const signIn = oneProcess();
  const { id } = await member('south.manager');
  const authorization = `Bearer ${await issuer.token({ sub: 'south.manager' })}`;
  await signIn(authorization);
  await house.database.staff.update({ where: { id }, data: { disabledAt: new Date() } });
  for (let times = 0; times < 3; times += 1) {
    expect((await signIn(authorization)).refusal).toBe('STAFF_MEMBER_DISABLED');
  }
  expect((await signIn(`Bearer ${await issuer.token({ sub: 'nobody' })}`)).refusal).toBe(
    'UNKNOWN_STAFF_MEMBER',
  );
  expect((await signIn('Bearer junk')).refusal).toBe('BAD_TOKEN');
  expect(await signIns()).toMatchObject([
    { entityId: id, outcome: 'DONE', details: [] },
    { entityId: id, outcome: 'REFUSED', details: ['STAFF_MEMBER_DISABLED'] },
  ]);
});

it('[D14] a sign-in that goes on comes on record again after a day, and what is remembered of it is thrown away', async () => {
  const [signIn, authorization] = [oneProcess(), `Bearer ${await issuer.token({ sub: 'valley.manager' })}`];
  await signIn(authorization);
  house.setNow(new Date(Date.now() + 23 * 3_600_000));
  await purgeRecordedSignIns(house.platform);
  await oneProcess()(authorization);
  expect(await signIns()).toHaveLength(1);

  house.setNow(new Date(Date.now() + 25 * 3_600_000));
  await purgeRecordedSignIns(house.platform);
  expect(await house.database.recordedSignIn.count()).toBe(0);
  // This process remembers it for an hour, another one not at all.
  await signIn(authorization);
  expect(await signIns()).toHaveLength(1);
  await oneProcess()(authorization);
  expect(await signIns()).toHaveLength(2);
  house.setNow(null);
});

it('[D14] nobody comes in whose sign-in cannot be put on record', async () => {
  const [signIn, authorization] = [oneProcess(), `Bearer ${await issuer.token({ jti: 'unrecorded' })}`];
  await house.database.$executeRaw`ALTER TABLE "AuditEvent" RENAME TO "AuditEvents"`;
  expect((await signIn(authorization)).refusal).toBe('SIGN_IN_UNAVAILABLE');
  await house.database.$executeRaw`ALTER TABLE "AuditEvents" RENAME TO "AuditEvent"`;
  expect((await signIn(authorization)).actor?.username).toBe('north.manager');
  expect(await signIns()).toHaveLength(1);
});

it('[D14] writers do not wait for each other: a sign-in that is being recorded holds nobody else up', async () => {
  const signIn = oneProcess();
  const { id, organizationId } = await member('north.admin');
  const held = house.database.$transaction(async (transaction) => {
    await transaction.recordedSignIn.create({ data: { fingerprint: Buffer.from('somebody else') } });
    const entry = { action: 'signIn', entityType: 'Staff', entityId: id } as const;
    await recordAudit(transaction, { staffId: id, organizationId }, entry);
    await sleep(1_000);
  });
  await sleep(100);
  const started = performance.now();
  expect((await signIn(`Bearer ${await issuer.token({ jti: 'x' })}`)).refusal).toBeNull();
  expect(performance.now() - started).toBeLessThan(700);
  await held;
});

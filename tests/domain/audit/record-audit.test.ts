import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { completeHomepageTasks } from '../../../src/domain/homepage/complete-homepage-tasks.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import type { AuditEvent } from '../../../src/generated/prisma/client.ts';
import { type OpenedCase, openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft } from '../../support/referrals.ts';
import { snapshot } from '../../support/snapshot.ts';
import { transfer } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let referred: OpenedCase;

beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
  referred = await openCase(house, 'north.manager', { givenName: 'Xanthippe', familyName: 'Quillfeather' });
  await house.database.person.update({
    where: { id: referred.personId },
    data: {
      middleNames: 'Yolandine',
      email: 'xq@mail.example',
      phone: '902-555-0188',
      addressLine1: '77 Zephyr Crescent',
      city: 'Whycocomagh',
      postalCode: 'B0E 3M0',
      sin: '046454286',
      healthCardNumber: '0000099999',
    },
  });
});
afterAll(async () => await house.stop());

/** The audit events that something leaves. */
async function trailOf(act: () => Promise<unknown>): Promise<AuditEvent[]> {
  const seen = await house.database.auditEvent.findMany({ select: { id: true } });
  await act();
  return await house.database.auditEvent.findMany({
    where: { id: { notIn: seen.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
}

const by = ({ staffId, organizationId }: Actor) => ({
  actorId: staffId,
  actorOrganizationId: organizationId,
  outcome: 'DONE',
});

describe('each change leaves its events, with who did what to which case', () => {
  let referralId: string;
  const event = (action: string, details: string[] = []) => ({
    ...by(north),
    action,
    entityType: 'Referral',
    entityId: referralId,
    caseId: referred.id,
    details,
  });

  it('[D14] adding, changing, cancelling', async () => {
    const added = await trailOf(async () => {
      const wanted = { caseId: referred.id, type: 'INFORMATIONAL_OUTSIDE' as const };
      referralId = await addReferral(north, house.platform, wanted);
    });
    expect(added).toMatchObject([{ ...event('referral.add'), personId: referred.personId }]);
    const changed = await trailOf(() =>
      updateReferral(north, house.platform, {
        ...{ referralId, contactName: 'Quillfeather', emailTo: 'intake@harbour.example' },
        // As it was already: nothing changes there.
        emailSubject: null,
      }),
    );
    expect(changed).toMatchObject([event('referral.update', ['contactName', 'emailTo'])]);
    const cancelled = await trailOf(() =>
      cancelReferral(north, house.platform, { referralId, confirm: true }),
    );
    expect(cancelled).toMatchObject([event('referral.cancel')]);
  });

  it('[D14] submitting, transferring, completing a task', async () => {
    referralId = await completeDraft(house, north, { caseId: referred.id, type: 'CASE_TRANSFER' });
    await updateReferral(north, house.platform, {
      referralId,
      emailSubject: 'About Xanthippe',
      emailContent: 'Xanthippe Quillfeather, 77 Zephyr Crescent',
    });
    const asked = { confirm: true, acknowledgePrivacyFindings: true };
    const submit = () => submitReferral(north, house.platform, { referralId, ...asked });
    const acknowledged = ['emailContent.NAME:1', 'emailContent.STREET_ADDRESS:1', 'emailSubject.NAME:1'];
    expect(await trailOf(submit)).toMatchObject([
      {
        ...event('referral.submit', ['acknowledgePrivacyFindings', ...acknowledged]),
        personId: referred.personId,
      },
    ]);
    expect(await trailOf(submit)).toEqual([]);
    expect(await trailOf(() => transfer(house, south, referred.id))).toMatchObject([
      { ...event('referralAccess.end', ['TRANSFERRED']), ...by(south), personId: referred.personId },
      {
        ...by(south),
        action: 'case.transfer',
        entityType: 'Case',
        entityId: referred.id,
        caseId: referred.id,
        personId: referred.personId,
      },
    ]);
    const tasks = await house.database.homepageTask.findMany({ where: { assigneeId: south.staffId } });
    const ids = tasks.map(({ id }) => id);
    expect(await trailOf(() => completeHomepageTasks(south, house.platform, ids))).toMatchObject(
      ids.map((entityId) => ({
        ...by(south),
        action: 'homepageTask.complete',
        entityType: 'HomepageTask',
        entityId,
        caseId: referred.id,
      })),
    );
  });
});

it('[D14] the trail, the queue’s jobs and the tasks hold nothing about the client', async () => {
  const tables = await snapshot(house.database);
  const client = await house.database.person.findUniqueOrThrow({ where: { id: referred.personId } });
  const {
    id: _,
    birthDate,
    createdAt: __,
    updatedAt: ___,
    province: ____,
    version: _____,
    preferredLanguage,
    ...data
  } = client;
  const telling = [...Object.values(data), 'Xanthippe', 'Quillfeather', birthDate.toISOString().slice(0, 10)]
    .filter((value) => value !== null && value.trim() !== '')
    .map((value) => String(value).trim().toLowerCase());
  expect(telling.length).toBeGreaterThan(11);
  expect(preferredLanguage).toBe('EN');
  for (const table of [
    'public."AuditEvent"',
    'pgboss.job',
    'public."HomepageTask"',
    'public."CaseTransfer"',
  ]) {
    const rows = (tables[table] ?? []).join('\n').toLowerCase();
    expect(rows.length, table).toBeGreaterThan(100);
    for (const value of telling) expect(rows, `${table}: ${value}`).not.toContain(value);
  }
  expect((tables['public."Person"'] ?? []).join('\n').toLowerCase()).toContain('quillfeather');
});

it('[D14] what is refused leaves no change on record as done', async () => {
  const refused = await trailOf(async () => {
    const wanted = { caseId: referred.id, type: 'CASE_TRANSFER' as const };
    await addReferral(north, house.platform, wanted).catch(() => {});
    await transfer(house, south, referred.id).catch(() => {});
  });
  expect(refused).toEqual([]);
});

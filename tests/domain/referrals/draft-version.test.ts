import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { StaleDraft } from '../../../src/domain/referrals/draft-version.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { completeDraft } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';

let house: House;
let manager: Actor;
let colleague: Actor;
let caseId: string;
let referralId: string;
let version: number;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  colleague = await house.actor('north.manager2');
});
beforeEach(async () => {
  ({ id: caseId } = await openCase(house, 'north.manager'));
  referralId = await completeDraft(house, manager, { caseId, type: 'INFORMATIONAL_WITHIN' });
  ({ version } = await load());
});
afterAll(async () => await house.stop());

const load = () => house.database.referral.findUniqueOrThrow({ where: { id: referralId } });
const update = (
  actor: Actor,
  change: { contactName?: string; emailSubject?: string },
  based?: number | null,
) => updateReferral(actor, house.platform, { referralId, version: based, ...change });
const changesOnRecord = () =>
  house.database.auditEvent.findMany({
    where: { entityId: referralId, action: 'referral.update' },
    orderBy: { at: 'asc' },
  });

describe('two people at one draft', () => {
  it('[D9] a change based on an older version is refused, says the new one, and changes nothing', async () => {
    await update(colleague, { contactName: 'First' }, version);
    const before = await snapshot(house.database);
    const refusal = await refusalOf(update(manager, { contactName: 'Second' }, version));
    expect(refusal).toBeInstanceOf(StaleDraft);
    expect(refusal).toMatchObject({ version: version + 1 });
    expect(await snapshot(house.database)).toEqual(before);
    await update(manager, { contactName: 'Second' }, version + 1);
    expect(await load()).toMatchObject({ contactName: 'Second', version: version + 2 });
  });

  it('[D9] of four that write at the same moment from one version, one wins and three are told', async () => {
    const writers = [manager, colleague, manager, colleague];
    const results = await race(
      house.url,
      caseId,
      writers.map((actor, index) => () => update(actor, { contactName: `Writer ${index}` }, version)),
    );
    const winners = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    for (const result of results.filter(({ status }) => status === 'rejected')) {
      expect(result).toMatchObject({ reason: { name: 'StaleDraft', version: version + 1 } });
    }
    expect(await load()).toMatchObject({ contactName: `Writer ${winners[0]}`, version: version + 1 });
    expect(await changesOnRecord()).toHaveLength(2);
  });

  it('[D9] without a version both writes are made, one after the other, and each is on record', async () => {
    const results = await race(house.url, caseId, [
      () => update(manager, { contactName: 'Joel' }),
      () => update(colleague, { emailSubject: 'About a client' }, null),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await load()).toMatchObject({
      contactName: 'Joel',
      emailSubject: 'About a client',
      version: version + 2,
    });
    const [, ...records] = await changesOnRecord();
    expect(records.map(({ details }) => details[0]).sort()).toEqual(['contactName', 'emailSubject']);
  });
});

describe('the version', () => {
  it('[D9] [D14] stays, and nothing is put on record, where nothing changes', async () => {
    const { contactName, emailContent } = await load();
    const before = await snapshot(house.database);
    await updateReferral(manager, house.platform, { referralId });
    await updateReferral(manager, house.platform, { referralId, contactName, emailContent, language: 'EN' });
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[D14] only what really changes is put on record by name', async () => {
    const { contactName } = await load();
    await updateReferral(manager, house.platform, { referralId, contactName, emailSubject: 'Another' });
    expect((await changesOnRecord()).at(-1)?.details).toEqual(['emailSubject']);
  });
});

describe('what was seen is what is done', () => {
  const submit = (based: number | null | undefined, confirm = true) =>
    submitReferral(manager, house.platform, { referralId, version: based, confirm });
  const cancel = (based: number | null | undefined) =>
    cancelReferral(manager, house.platform, { referralId, version: based, confirm: true });

  it('[D9] [R15] a draft changed since it was confirmed is not submitted, and the question comes again', async () => {
    await expect(submit(version, false)).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    await update(colleague, { contactName: 'Somebody else' });
    const before = await snapshot(house.database);
    await expect(submit(version)).rejects.toBeInstanceOf(StaleDraft);
    expect(await snapshot(house.database)).toEqual(before);
    await submit(version + 1);
    expect(await load()).toMatchObject({ status: 'SUBMITTED', contactName: 'Somebody else' });
  });

  it('[D9] an update that comes between confirming and submitting is never submitted unseen', async () => {
    const results = await race(house.url, caseId, [
      () => update(colleague, { contactName: 'Somebody else' }),
      () => submit(version),
    ]);
    const { status, contactName } = await load();
    expect([status, contactName, ...results.map((result) => result.status)]).toEqual(
      status === 'SUBMITTED'
        ? ['SUBMITTED', 'Mr. Sample', 'rejected', 'fulfilled']
        : ['DRAFT', 'Somebody else', 'fulfilled', 'rejected'],
    );
  });

  it('[D9] a submitted referral is answered as submitted, whatever version is named', async () => {
    await submit(undefined);
    await submit(version);
    await submit(version + 7);
    expect(await house.database.correspondence.count({ where: { referralId } })).toBe(1);
  });

  it('[R18] a draft changed since is not deleted', async () => {
    await update(colleague, { contactName: 'Somebody else' });
    await expect(cancel(version)).rejects.toBeInstanceOf(StaleDraft);
    expect(await load()).toMatchObject({ contactName: 'Somebody else' });
    await cancel(version + 1);
    await expect(load()).rejects.toThrow();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { deleteDrafts } from '../../../src/domain/referrals/delete-drafts.ts';
import { removeReferralDocument } from '../../../src/domain/referrals/remove-referral-document.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { openCase } from '../../support/cases.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';
import { buildDocumentsHouse, type DocumentsHouse } from './documents-house.ts';

let house: DocumentsHouse;
let north: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildDocumentsHouse();
  north = await house.actor('north.manager');
});
beforeEach(async () => {
  ({ id: caseId } = await openCase(house, 'north.manager'));
});
afterAll(async () => await house.stop());

/** A draft with so many documents, and the keys of their files; the jobs that announced them have run. */
async function draftWith(count: number): Promise<{ referralId: string; ids: string[]; keys: string[] }> {
  const referralId = await completeDraft(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' });
  const ids: string[] = [];
  for (let added = 0; added < count; added += 1) ids.push(await house.add(north, referralId));
  await house.discardAll();
  const rows = await house.database.referralDocument.findMany({ where: { referralId } });
  return { referralId, ids, keys: rows.map(({ storageKey }) => storageKey).toSorted() };
}
const waiting = async () => (await house.discards()).map(({ storageKey }) => storageKey).toSorted();
const stored = async (keys: string[]) =>
  (await house.files()).filter((name) => keys.includes(name)).toSorted();
const remove = async (documentId: string, confirm = true, actor = north) =>
  await removeReferralDocument(actor, house.platform, { documentId, confirm });

describe('cancelling a draft', () => {
  it('[R18] deletes its documents with their files, and no others', async () => {
    const { referralId, keys } = await draftWith(2);
    const other = await draftWith(1);
    await cancelReferral(north, house.platform, { referralId, confirm: true });
    expect(await house.discards()).toEqual(keys.map((storageKey) => ({ storageKey, minutes: 0 })));
    await house.discardAll();
    expect(await stored([...keys, ...other.keys])).toEqual(other.keys);
  });

  it('[R18] that does not come to its end deletes nothing', async () => {
    const { referralId, keys } = await draftWith(1);
    const broken = house.database.$transaction(async (transaction) => {
      expect(await deleteDrafts(transaction, house.platform, { id: referralId })).toEqual([referralId]);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await waiting()).toEqual([]);
    expect(await stored(keys)).toEqual(keys);
    expect(await house.database.referralDocument.count({ where: { referralId } })).toBe(1);
  });
});

describe('the transfer of a case', () => {
  it('[D6] deletes the previous organization’s drafts with their files, and leaves what was submitted', async () => {
    const { keys } = await draftWith(1);
    const other = await draftWith(1);
    await submitReferral(north, house.platform, { referralId: other.referralId, confirm: true });
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    await transfer(house, await house.actor('south.manager'), caseId);
    expect(await waiting()).toEqual(keys);
    await house.discardAll();
    expect(await stored([...keys, ...other.keys])).toEqual(other.keys);
  });
});

describe('removing a document', () => {
  it('[R13] asks first, then deletes it with its file, and is on record', async () => {
    const { referralId, ids, keys } = await draftWith(1);
    const [id = ''] = ids;
    await expect(remove(id, false)).rejects.toThrow(ConfirmationRequired);
    expect([await waiting(), await stored(keys)]).toEqual([[], keys]);
    expect(await remove(id)).toBe(referralId);
    await house.discardAll();
    expect(await stored(keys)).toEqual([]);
    expect(await house.database.referralDocument.count({ where: { referralId } })).toBe(0);
    const events = await house.database.auditEvent.findMany({
      where: { entityId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['referral.document.add', 'referral.document.remove']);
  });

  it('[D11] is refused after submit', async () => {
    const { referralId, ids, keys } = await draftWith(1);
    await submitReferral(north, house.platform, { referralId, confirm: true });
    await expect(remove(ids[0] ?? '')).rejects.toThrow(ReferralLocked);
    expect([await waiting(), await stored(keys)]).toEqual([[], keys]);
  });

  it('[R13] is for those who work on the case', async () => {
    const { ids } = await draftWith(1);
    const [id = ''] = ids;
    await expect(remove(id, true, await house.actor('south.manager'))).rejects.toThrow(NotFound);
    for (const actor of [{ ...north, roles: ['AUDITOR' as const] }, await house.actor('ens.admin')]) {
      await expect(remove(id, true, actor)).rejects.toThrow(NotAllowed);
    }
    expect(await waiting()).toEqual([]);
  });

  it('[R13] by two at once happens once', async () => {
    const { ids } = await draftWith(1);
    const [id = ''] = ids;
    const both = await Promise.allSettled([remove(id), remove(id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await waiting()).toHaveLength(1);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { ConfirmationRequired, NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import { cancelReferral } from '../../../src/domain/referrals/cancel-referral.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import type { Case } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';

let house: House;
let manager: Actor;
let referred: Case;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  referred = await openCase(house, 'north.manager');
});
afterAll(async () => await house.stop());

const cancel = (referralId: string, { actor = manager, confirm = true } = {}) =>
  cancelReferral(actor, house.platform, { referralId, confirm });

/** A draft with a note and a document. */
async function draftWithPapers(): Promise<string> {
  const referralId = await completeDraft(house, manager, {
    caseId: referred.id,
    type: 'INFORMATIONAL_WITHIN',
  });
  await house.database.referralNote.create({
    data: { referralId, authorId: manager.staffId, text: 'A note' },
  });
  await house.database.referralDocument.create({
    data: {
      referralId,
      uploadedById: manager.staffId,
      fileName: 'plan.pdf',
      mediaType: 'application/pdf',
      byteSize: 3,
      sha256: '0'.repeat(64),
      storageKey: referralId,
    },
  });
  return referralId;
}

it('[R18] asks whether to delete the draft version, and without the confirmation nothing changes', async () => {
  const id = await draftWithPapers();
  const before = await snapshot(house.database);
  const refusal = await refusalOf(cancel(id, { confirm: false }));
  expect(refusal).toBeInstanceOf(ConfirmationRequired);
  expect((refusal as ConfirmationRequired).text).toEqual({
    EN: 'Cancelling the referral will delete the draft version.\n\nDo you wish to proceed?',
    FR: 'L’annulation de l’aiguillage supprimera l’ébauche.\n\nVoulez-vous continuer?',
  });
  expect(await snapshot(house.database)).toEqual(before);
});

it('[R18] deletes the draft with its notes and documents, and no other', async () => {
  const other = await draftWithPapers();
  const id = await draftWithPapers();
  const before = await snapshot(house.database);
  await cancel(id);
  const after = await snapshot(house.database);
  const gone = Object.entries(before).flatMap(([table, rows]) => {
    const left = new Set(after[table]);
    const missing = rows.filter((row) => !left.has(row));
    for (const row of missing) expect(row).toContain(id);
    return missing.map(() => table);
  });
  expect(gone).toEqual(['public."Referral"', 'public."ReferralDocument"', 'public."ReferralNote"']);
  const kept = { referralId: other };
  expect(await house.database.referralNote.count({ where: kept })).toBe(1);
  expect(await house.database.referralDocument.count({ where: kept })).toBe(1);
});

it('[R18] what has been cancelled is not there to be cancelled or submitted', async () => {
  const id = await draftWithPapers();
  await cancel(id);
  await expect(cancel(id)).rejects.toBeInstanceOf(NotFound);
  const submit = submitReferral(manager, house.platform, { referralId: id, confirm: true });
  await expect(submit).rejects.toBeInstanceOf(NotFound);
});

it('[R18] a submitted or emailed referral cannot be cancelled', async () => {
  const id = await submitted(house, manager, { caseId: referred.id, type: 'CASE_TRANSFER' });
  const before = await snapshot(house.database);
  await expect(cancel(id)).rejects.toBeInstanceOf(ReferralLocked);
  await expect(cancel(id, { confirm: false })).rejects.toBeInstanceOf(ReferralLocked);
  expect(await snapshot(house.database)).toEqual(before);
  await house.database.referral.update({
    where: { id },
    data: { status: 'EMAILED', emailedAt: new Date() },
  });
  await expect(cancel(id)).rejects.toBeInstanceOf(ReferralLocked);
});

it('[D9] of a cancel and a submit at the same moment, one wins and the other is refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await draftWithPapers();
    const results = await Promise.allSettled([
      cancel(id),
      submitReferral(manager, house.platform, { referralId: id, acknowledgeDuplicate: true, confirm: true }),
    ]);
    const left = await house.database.referral.findUnique({ where: { id } });
    expect(results.map(({ status }) => status)).toEqual(
      left === null ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'],
    );
    const [refused] = results.filter((result) => result.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(left === null ? NotFound : ReferralLocked);
  }
});

it('[R18] cannot be done by another organization, nor by an auditor', async () => {
  const id = await addReferral(manager, house.platform, { caseId: referred.id, type: 'CASE_TRANSFER' });
  for (const username of ['south.manager', 'valley.admin', 'untracked.manager', 'auditor']) {
    const stranger = await house.actor(username);
    await expect(cancel(id, { actor: stranger }), username).rejects.toBeInstanceOf(NotFound);
  }
  const auditor: Actor = { ...manager, roles: ['AUDITOR'] };
  for (const actor of [auditor, await house.actor('ens.admin')]) {
    await expect(cancel(id, { actor })).rejects.toBeInstanceOf(NotAllowed);
  }
});

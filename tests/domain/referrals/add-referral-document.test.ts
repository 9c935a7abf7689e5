import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { NotAllowed, NotFound } from '../../../src/domain/errors.ts';
import {
  DocumentTooLarge,
  largestDocument,
  TooManyDocuments,
} from '../../../src/domain/referrals/add-referral-document.ts';
import { DocumentKindNotAllowed } from '../../../src/domain/referrals/document-kind.ts';
import { ReferralLocked } from '../../../src/domain/referrals/status.ts';
import { openCase } from '../../support/cases.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { fieldsRefused } from '../../support/refusal.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { buildDocumentsHouse, type DocumentsHouse } from './documents-house.ts';

let house: DocumentsHouse;
let north: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildDocumentsHouse();
  north = await house.actor('north.manager');
  ({ id: caseId } = await openCase(house, 'north.manager'));
});
beforeEach(async () => {
  await house.database.referralDocument.deleteMany();
  await house.discardAll();
  for (const name of await house.files()) await house.platform.storage.remove(name);
});
afterAll(async () => await house.stop());

const aDraft = async () => await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER' });
const documents = async () => await house.database.referralDocument.findMany({ orderBy: { id: 'asc' } });

describe('a document', () => {
  it('[R13] is stored, with its name, kind, length and SHA-256', async () => {
    const referralId = await aDraft();
    const id = await house.add(north, referralId, file('Letter of Wynn.PDF', pdf('one')));
    const [row] = await documents();
    expect(row).toMatchObject({
      id,
      referralId,
      uploadedById: north.staffId,
      fileName: 'Letter of Wynn.pdf',
      mediaType: 'application/pdf',
      byteSize: pdf('one').byteLength,
      sha256: createHash('sha256').update(pdf('one')).digest('hex'),
    });
    expect(await house.files()).toEqual([row?.storageKey]);
  });

  it('[D14] is on record by its id, without its name', async () => {
    const id = await house.add(north, await aDraft(), file('Letter of Wynn.pdf', pdf()));
    const [event] = await house.database.auditEvent.findMany({ where: { entityId: id } });
    expect(event).toMatchObject({ action: 'referral.document.add', actorId: north.staffId, caseId });
    expect(JSON.stringify(event)).not.toContain('Wynn');
  });

  it('[D11] is refused after submit, and nothing is stored', async () => {
    const referralId = await submitted(house, north, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
    await expect(house.add(north, referralId)).rejects.toThrow(ReferralLocked);
    expect([await house.files(), await house.discards()]).toEqual([[], []]);
  });

  it('[R13] is for those who work on the case; for nobody else anything is stored, or even looked at', async () => {
    const referralId = await aDraft();
    const html = file('a.pdf', '<html>');
    for (const username of ['south.manager', 'auditor']) {
      await expect(house.add(await house.actor(username), referralId, html)).rejects.toThrow(NotFound);
    }
    for (const actor of [{ ...north, roles: ['AUDITOR' as const] }, await house.actor('ens.admin')]) {
      await expect(house.add(actor, referralId, html)).rejects.toThrow(NotAllowed);
    }
    expect([await house.files(), await house.discards()]).toEqual([[], []]);
  });

  it('[R13] that is empty, larger than 10 MB or of another kind is refused, and nothing is stored', async () => {
    const referralId = await aDraft();
    const full = Buffer.concat([pdf(), Buffer.alloc(largestDocument - pdf().byteLength)]);
    expect(await fieldsRefused(house.add(north, referralId, file('a.pdf', '')))).toEqual(['file']);
    const tooLarge = file('a.pdf', Buffer.concat([full, Buffer.alloc(1)]));
    await expect(house.add(north, referralId, tooLarge)).rejects.toThrow(DocumentTooLarge);
    const html = file('a.pdf', '<html>');
    await expect(house.add(north, referralId, html)).rejects.toThrow(DocumentKindNotAllowed);
    expect([await documents(), await house.files(), await house.discards()]).toEqual([[], [], []]);
    await house.add(north, referralId, file('a.pdf', full));
    expect(await documents()).toMatchObject([{ byteSize: largestDocument }]);
  });

  it('[R13] is one of at most twenty, also when two are added at once', async () => {
    const referralId = await aDraft();
    for (let count = 0; count < 19; count += 1) await house.add(north, referralId);
    const [first, second] = await Promise.allSettled([
      house.add(north, referralId),
      house.add(north, referralId),
    ]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(house.add(north, referralId)).rejects.toThrow(TooManyDocuments);
    expect(await documents()).toHaveLength(20);
  });
});

describe('a file that has been stored', () => {
  it('[R13] was announced before, by its key alone, to be discarded an hour later unless a document has it', async () => {
    await house.add(north, await aDraft());
    const [{ storageKey } = { storageKey: '' }] = await documents();
    expect(await house.discards()).toEqual([{ storageKey, minutes: 60 }]);
    await house.discardAll();
    expect(await house.files()).toEqual([storageKey]);
  });

  it('[R13] [R17] is discarded where the referral was submitted meanwhile', async () => {
    const referralId = await aDraft();
    const adding = house.whileCaseIsLocked(
      caseId,
      async () => await house.add(north, referralId),
      async () => {
        await house.database.$executeRaw`
          UPDATE "Referral" SET status = 'SUBMITTED', "submittedAt" = now(), "referralDate" = now(),
                 "submittedById" = ${north.staffId}::uuid WHERE id = ${referralId}::uuid`;
      },
    );
    await expect(adding).rejects.toThrow(ReferralLocked);
    expect(await documents()).toEqual([]);
    expect(await house.files()).toHaveLength(1);
    await house.discardAll();
    expect(await house.files()).toEqual([]);
  });

  it('[R13] never becomes a document so late that it may be discarded', async () => {
    const referralId = await aDraft();
    house.setNow(new Date());
    const adding = house.whileCaseIsLocked(
      caseId,
      async () => await house.add(north, referralId),
      async () => house.setNow(new Date(Date.now() + 31 * 60_000)),
    );
    await expect(adding).rejects.toThrow('took too long');
    expect(await documents()).toEqual([]);
  });
});

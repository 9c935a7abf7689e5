import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { addDocument, attachedQuery } from '../support/notes-and-documents.ts';
import { draft, submit } from '../support/refer.ts';
import { file, pdf } from '../support/sample-files.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi();
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

const number = '50244764';
const aDraft = async (type: 'INFORMATIONAL_OUTSIDE' | 'CASE_TRANSFER' = 'INFORMATIONAL_OUTSIDE') =>
  (await draft(north, { number, type })).referralId;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a document', () => {
  it('[R13] is added to a draft by a multipart request, and comes back by its link, byte for byte', async () => {
    const referralId = await aDraft();
    const bytes = pdf('résumé');
    const added = await addDocument(north, referralId, file('Résumé de Rosa.PDF', bytes));
    expect(added).toMatchObject({
      fileName: 'Résumé de Rosa.pdf',
      mediaType: 'application/pdf',
      byteSize: bytes.byteLength,
      sha256: sha256(bytes),
      uploadedBy: { username: 'north.manager' },
    });
    const answer = await fetch(added.link.url);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.bytes())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="R?sum? de Rosa.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20de%20Rosa.pdf`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'referrer-policy': 'no-referrer',
    });
    const { node } = await north.request(attachedQuery, { referralId });
    expect(node).toMatchObject({
      documents: { totalCount: 1, nodes: [{ id: added.id, sha256: sha256(bytes) }] },
    });
  });

  it('[D11] is not emailed: the mail has the letter, and nothing else', async () => {
    const referralId = await aDraft();
    await addDocument(north, referralId, file('enclosure.txt', 'Only for those who see the referral.'));
    await submit(north, referralId);
    const mail = await api.mailbox.waitForMail(({ envelope }) => envelope.to[0] === 'intake@harbour.example');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['referral-letter.pdf']);
    expect(`${mail.html}${mail.text}`).not.toContain('enclosure');
  });

  it('[R13] is on the disk under a name that tells nothing, for the service alone to read', async () => {
    await addDocument(north, await aDraft(), file('Diaz.pdf', pdf()));
    for (const name of await readdir(api.documentsDirectory)) {
      expect(name).toMatch(/^[0-9a-f-]{36}$/);
      expect((await stat(join(api.documentsDirectory, name))).mode & 0o777).toBe(0o600);
    }
  });
});

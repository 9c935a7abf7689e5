import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { cancelReferralMutation } from '../../demo/operations.ts';
import {
  addDocument,
  addDocumentMutation,
  addNote,
  addNoteMutation,
  attachedQuery,
  removeDocumentMutation,
} from '../support/notes-and-documents.ts';
import { draft } from '../support/refer.ts';
import { docm, file, pdf, png } from '../support/sample-files.ts';
import { type Branches, trySubmit } from './branches.ts';
import { sha256 } from './story.ts';

const number = '50244764';

/** Notes and documents of a referral. */
export function branchesOfDocuments(branches: () => Branches): void {
  describe('Notes and documents', () => {
    let referralId = '';
    beforeAll(async () => {
      ({ referralId } = await draft(branches().north, { number, type: 'INFORMATIONAL_OUTSIDE' }));
    });

    async function add(sent: File) {
      const { data } = await branches().north.ask(addDocumentMutation, { input: { referralId, file: sent } });
      return (data as { addReferralDocument: { __typename: string } }).addReferralDocument.__typename;
    }
    const attached = async (visitor = branches().north) => {
      const { node } = await visitor.request(attachedQuery, { referralId });
      return node !== null && 'documents' in node ? node : null;
    };

    it('[R13] a file is added to a draft, and downloaded as it was from a link that needs no token', async () => {
      const bytes = pdf('A résumé');
      const added = await addDocument(branches().north, referralId, file('Résumé.pdf', bytes));
      expect(added).toMatchObject({ mediaType: 'application/pdf', sha256: sha256(bytes) });
      const download = await fetch(added.link.url);
      expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(sha256(await download.bytes())).toBe(sha256(bytes));
    });

    it('[R13] what a file holds decides, not its name; too large ones and empty ones are refused', async () => {
      expect(await add(file('harmless.pdf', docm()))).toBe('DocumentKindNotAllowed');
      expect(await add(file('large.txt', 'x'.repeat(10 * 1024 * 1024 + 1)))).toBe('DocumentTooLarge');
      expect(await add(file('empty.txt', ''))).toBe('InvalidInput');
    });

    it('[R13] a document is removed again, once confirmed', async () => {
      const { north } = branches();
      const { id, link } = await addDocument(north, referralId, file('wrong.png', png));
      const remove = async (confirm: boolean) =>
        (await north.request(removeDocumentMutation, { input: { documentId: id, confirm } }))
          .removeReferralDocument;
      expect((await remove(false)).__typename).toBe('ConfirmationRequired');
      accepted(await remove(true));
      expect((await fetch(link.url)).status).toBe(404);
    });

    it('[R13] [D11] notes are added before submit and after it, documents only before', async () => {
      const { north, south, story } = branches();
      await addNote(north, referralId, 'Called first.');
      accepted(await trySubmit(north, { referralId, confirm: true }));
      await addNote(north, referralId, 'They called back.');
      expect(await add(file('late.txt', 'Too late'))).toBe('ReferralLocked');
      const seen = await attached();
      expect(seen?.notes.nodes.map(({ text }) => text)).toEqual(['They called back.', 'Called first.']);
      const [document] = seen?.documents.nodes ?? [];
      const input = { documentId: document?.id ?? '', confirm: true };
      const { removeReferralDocument } = await north.request(removeDocumentMutation, { input });
      expect(removeReferralDocument.__typename).toBe('ReferralLocked');
      expect(await attached(south)).toBeNull();
      const mail = await story.mailbox.waitForMail(({ envelope }) =>
        envelope.to.includes('intake@harbour.example'),
      );
      expect(mail.attachments.map(({ filename }) => filename)).toEqual(['referral-letter.pdf']);
    });

    it('[D11] a note cannot be empty, and is for those alone who manage the case', async () => {
      const { north, south } = branches();
      const note = async (visitor: typeof north, text: string) =>
        (await visitor.request(addNoteMutation, { input: { referralId, text } })).addReferralNote.__typename;
      expect(await note(north, '  \n ')).toBe('InvalidInput');
      expect(await note(south, 'Not ours')).toBe('NotFound');
    });

    it('[R18] cancelling a draft takes its documents along, file and all', async () => {
      const { north, story } = branches();
      const directory = join(story.service.dataDirectory, 'documents');
      const files = async () =>
        (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
          .length;
      const before = await files();
      const other = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
      const { link } = await addDocument(north, other.referralId, file('note.txt', 'For the draft'));
      expect(await files()).toBe(before + 1);
      const input = { referralId: other.referralId, confirm: true };
      accepted((await north.request(cancelReferralMutation, { input })).cancelReferral);
      expect((await fetch(link.url)).status).toBe(404);
      await expect.poll(files, { timeout: 15_000 }).toBe(before);
    });
  });
}

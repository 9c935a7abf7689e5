import { randomUUID } from 'node:crypto';
import { globalId } from '../../support/global-id.ts';
import {
  addDocumentMutation as add,
  addDocument,
  addNoteMutation as note,
  removeDocumentMutation as remove,
} from '../../support/notes-and-documents.ts';
import { draft, submit } from '../../support/refer.ts';
import { file, pdf } from '../../support/sample-files.ts';
import { nobody, type Provocations, type Provoker, within } from './provoker.ts';

const small = () => file('a.pdf', pdf());

/** How to get each refusal of addReferralNote, addReferralDocument and removeReferralDocument. */
export function notesAndDocumentsProvocations({ aDraft, api, by, north, submitted }: Provoker): Provocations {
  const aDocument = async (referralId: string) => (await addDocument(await north(), referralId, small())).id;
  return {
    'addReferralNote.NotFound': async () =>
      by('south.manager', note, { referralId: await submitted(), text: 'x' }),
    'addReferralNote.NotAllowed': async () =>
      by('north.reader', note, { referralId: await aDraft(), text: 'x' }),
    'addReferralNote.InvalidInput': async () =>
      by('north.manager', note, { referralId: await aDraft(), text: ' \n' }),

    'addReferralDocument.NotFound': async () =>
      by('south.manager', add, { referralId: await aDraft(), file: small() }),
    'addReferralDocument.NotAllowed': async () =>
      by('north.reader', add, { referralId: await aDraft(), file: small() }),
    'addReferralDocument.ReferralLocked': async () =>
      by('north.manager', add, { referralId: await submitted(), file: small() }),
    'addReferralDocument.InvalidInput': async () =>
      by('north.manager', add, { referralId: await aDraft(), file: file('a.pdf', '') }),
    'addReferralDocument.DocumentTooLarge': async () => {
      const large = Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]);
      return by('north.manager', add, { referralId: await aDraft(), file: file('a.pdf', large) });
    },
    'addReferralDocument.DocumentKindNotAllowed': async () =>
      by('north.manager', add, { referralId: await aDraft(), file: file('a.pdf', '<html></html>') }),
    'addReferralDocument.TooManyDocuments': async () => {
      const referralId = await aDraft();
      await aDocument(referralId);
      const { id: _, ...row } = await api.database.referralDocument.findFirstOrThrow({
        orderBy: { id: 'desc' },
      });
      await api.database.referralDocument.createMany({
        data: Array.from({ length: 19 }, () => ({ ...row, storageKey: randomUUID() })),
      });
      return by('north.manager', add, { referralId, file: small() });
    },

    'removeReferralDocument.NotFound': async () =>
      by('north.manager', remove, { documentId: globalId('ReferralDocument', nobody), confirm: true }),
    'removeReferralDocument.NotAllowed': async () =>
      by('north.reader', remove, { documentId: await aDocument(await aDraft()), confirm: true }),
    'removeReferralDocument.ReferralLocked': async () => {
      const { referralId } = await draft(await north(), { ...within, number: '79778074' });
      const documentId = await aDocument(referralId);
      await submit(await north(), referralId);
      return by('north.manager', remove, { documentId, confirm: true });
    },
    'removeReferralDocument.ConfirmationRequired': async () =>
      by('north.manager', remove, { documentId: await aDocument(await aDraft()) }),
  };
}

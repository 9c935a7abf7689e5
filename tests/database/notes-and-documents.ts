import type { Guard } from './guard.ts';
import { type Records, submitting } from './records.ts';

/** The statement that adds a document to a referral, with whatever columns it changes. */
const document = (
  referralId: string,
  { north }: Records,
  changes: Partial<Record<'fileName' | 'byteSize' | 'sha256', string>> = {},
) => {
  const { fileName = `'a.pdf'`, byteSize = '1', sha256 = `repeat('0', 64)` } = changes;
  return `INSERT INTO "ReferralDocument" (id, "referralId", "uploadedById", "fileName", "mediaType", "byteSize", sha256, "storageKey")
   VALUES (gen_random_uuid(), '${referralId}', '${north.staffId}', ${fileName}, 'application/pdf', ${byteSize}, ${sha256}, gen_random_uuid())`;
};

const note = (referralId: string, { north }: Records, text = `'noted'`) =>
  `INSERT INTO "ReferralNote" (id, "referralId", "authorId", text)
   VALUES (gen_random_uuid(), '${referralId}', '${north.staffId}', ${text})`;
const change = (set: string, referralId: string) =>
  `UPDATE "ReferralNote" SET ${set} WHERE "referralId" = '${referralId}'`;
const remove = (referralId: string) => `DELETE FROM "ReferralNote" WHERE "referralId" = '${referralId}'`;

/** What the database forbids of notes and documents. */
export const notesAndDocuments: Guard[] = [
  {
    table: 'ReferralNote',
    name: 'ReferralNote_text_form',
    kind: 'check',
    rule: '[R13] a note says something, in at most 5,000 characters, with line breaks but no control characters',
    wrong: (records) =>
      [`''`, `E' \\n\\t '`, `repeat('a', 5001)`, `E'a\\x1bb'`, `E'a\\rb'`].map((text) =>
        note(records.draft, records, text),
      ),
    right: (records) =>
      [`repeat('é', 5000)`, `E'two\\n\\tlines'`].map((text) => note(records.submitted, records, text)),
  },
  {
    table: 'ReferralNote',
    name: 'referral_note_append_only',
    kind: 'trigger',
    rule: '[R13] a note stays as it was written, and on its referral',
    message: 'ReferralNote is append-only',
    wrong: (records) => {
      const { draft, submitted } = records;
      return [
        `${note(submitted, records)}; ${change(`text = 'other'`, submitted)}`,
        `${note(draft, records)}; ${change(`"createdAt" = now() - interval '1 day'`, draft)}`,
        `${note(draft, records)}; ${change(`"referralId" = '${submitted}'`, draft)}`,
      ];
    },
  },
  {
    table: 'ReferralNote',
    name: 'referral_note_goes_with_draft',
    kind: 'trigger',
    rule: '[R18] a note goes only along with its draft',
    message: 'notes are kept as long as their referral',
    wrong: (records) => {
      const { draft, submitted } = records;
      return [
        `${note(draft, records)}; ${remove(draft)}`,
        `${note(submitted, records)}; ${remove(submitted)}`,
      ];
    },
    right: (records) => [
      `${note(records.draft, records)}; DELETE FROM "Referral" WHERE id = '${records.draft}'`,
    ],
  },
  {
    table: 'ReferralDocument',
    name: 'ReferralDocument_not_empty',
    kind: 'check',
    rule: '[R13] a document has bytes',
    wrong: (records) => ['0', '-1'].map((byteSize) => document(records.draft, records, { byteSize })),
  },
  {
    table: 'ReferralDocument',
    name: 'ReferralDocument_sha256_form',
    kind: 'check',
    rule: '[R13] its SHA-256 is in lower-case hexadecimal',
    wrong: (records) =>
      [`repeat('0', 63)`, `repeat('A', 64)`, `repeat('g', 64)`].map((sha256) =>
        document(records.draft, records, { sha256 }),
      ),
  },
  {
    table: 'ReferralDocument',
    name: 'ReferralDocument_file_name_form',
    kind: 'check',
    rule: '[R13] its name is one that file systems take, and no path',
    wrong: (records) =>
      [`''`, `repeat('a', 256)`, `E'a\\nb.pdf'`, `'../a.pdf'`, `E'a\\\\b.pdf'`].map((fileName) =>
        document(records.draft, records, { fileName }),
      ),
    right: (records) => [document(records.draft, records, { fileName: `'Résumé 履歴書.pdf'` })],
  },
  {
    table: 'ReferralDocument',
    name: 'referral_document_only_in_draft',
    kind: 'trigger',
    rule: '[D11] documents come, change and go only while the referral is a draft',
    message: 'documents of a submitted referral are locked',
    wrong: (records) => {
      const { draft, outsideDraft, submitted } = records;
      const attached = `${document(draft, records)}; ${submitting(records, draft)}`;
      const set = (column: string, value: string) =>
        `UPDATE "ReferralDocument" SET "${column}" = '${value}' WHERE "referralId" = '${draft}'`;
      return [
        document(submitted, records),
        `${attached}; ${set('fileName', 'b.pdf')}`,
        `${attached}; DELETE FROM "ReferralDocument" WHERE "referralId" = '${draft}'`,
        `${document(draft, records)}; ${set('referralId', submitted)}`,
        `${attached}; ${set('referralId', outsideDraft)}`,
      ];
    },
    right: (records) => [
      `${document(records.draft, records)}; UPDATE "ReferralDocument" SET "fileName" = 'b.pdf'`,
      `${document(records.draft, records)}; DELETE FROM "Referral" WHERE id = '${records.draft}'`,
    ],
  },
];

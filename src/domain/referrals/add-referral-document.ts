import { createHash, randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput, NotFound, Refusal } from '../errors.ts';
import { visibleReferrals } from './access.ts';
import { announceFile, isFresh } from './discard-file.ts';
import { documentFileName } from './document-file-name.ts';
import { documentKind } from './document-kind.ts';
import { findReferralToChange, requireReferralWork } from './find-referral-to-change.ts';
import { requireDraft } from './status.ts';

/** In bytes: 10 MB. */
export const largestDocument = 10 * 1024 * 1024;

const mostDocuments = 20;

/** The file has more bytes than a document may have (R13). */
export class DocumentTooLarge extends Refusal {
  override readonly name = 'DocumentTooLarge';
  readonly code = 'DOCUMENT_TOO_LARGE';

  constructor() {
    super({
      EN: 'The file is larger than 10 MB. Make it smaller, for example with a lower resolution, or add it in parts.',
      FR: 'Le fichier dépasse 10 Mo. Réduisez-le, par exemple avec une résolution plus basse, ou ajoutez-le en parties.',
    });
  }
}

/** The referral has as many documents as it can have (R13). */
export class TooManyDocuments extends Refusal {
  override readonly name = 'TooManyDocuments';
  readonly code = 'TOO_MANY_DOCUMENTS';

  constructor() {
    super({
      EN: `A referral has at most ${mostDocuments} documents. Remove one that is not needed, or put several into one file.`,
      FR: `Un aiguillage compte au plus ${mostDocuments} documents. Retirez-en un qui n’est pas nécessaire ou réunissez-en plusieurs en un seul fichier.`,
    });
  }
}

/** A file as a client sent it. */
export type SentFile = { name: string; size: number; bytes(): Promise<Uint8Array> };

/**
 * Adds a file to a draft (R13, D11). It is never emailed.
 *
 * Bytes and row cannot be written at once, so the file is announced first, then stored, then made a document: whatever
 * breaks off in between, what was stored is discarded (see announceFile).
 * @returns the new document's id.
 * @throws NotFound, NotAllowed, ReferralLocked after submit, InvalidInput for an empty file, DocumentTooLarge,
 * DocumentKindNotAllowed, TooManyDocuments.
 */
export async function addReferralDocument(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; file: SentFile },
): Promise<string> {
  await requireOpenDraft(actor, platform, input.referralId);
  const { bytes, ...described } = await inspect(input.file);

  const storageKey = randomUUID();
  const announcedAt = platform.now();
  await announceFile(platform, storageKey);
  await platform.storage.put(storageKey, bytes);

  return await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, ['documents', 'add']);
    const documents = await transaction.referralDocument.count({ where: { referralId: referral.id } });
    requireRoomForDocument({ ...referral, _count: { documents } });
    if (!isFresh(announcedAt, platform.now())) throw new Error('storing the file took too long');
    const { id } = await transaction.referralDocument.create({
      data: {
        ...described,
        storageKey,
        referralId: referral.id,
        uploadedById: actor.staffId,
        createdAt: platform.now(),
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'referral.document.add',
      entityType: 'ReferralDocument',
      entityId: id,
      caseId: referral.caseId,
      details: [`Referral:${referral.id}`],
    });
    return id;
  });
}

/** Refuses beforehand whoever would be refused afterwards, so that nothing is stored for them. */
async function requireOpenDraft(actor: Actor, { database }: Platform, referralId: string): Promise<void> {
  const referral = await database.referral.findFirst({
    where: { id: referralId, ...visibleReferrals(actor) },
    select: { ...roomForDocumentFacts, case: { select: { organizationId: true } } },
  });
  if (referral === null) throw new NotFound();
  requireReferralWork(actor, referral, ['documents', 'add']);
  requireRoomForDocument(referral);
}

/** What {@link requireRoomForDocument} needs to know of a referral. */
export const roomForDocumentFacts = {
  status: true,
  _count: { select: { documents: true } },
} satisfies Prisma.ReferralSelect;

/** @throws ReferralLocked after submit, TooManyDocuments. */
export function requireRoomForDocument(
  referral: Prisma.ReferralGetPayload<{ select: typeof roomForDocumentFacts }>,
): void {
  requireDraft(referral.status);
  if (referral._count.documents >= mostDocuments) throw new TooManyDocuments();
}

async function inspect(file: SentFile) {
  if (file.size > largestDocument) throw new DocumentTooLarge();
  if (file.size === 0) throw new InvalidInput([{ field: 'file', text: empty }]);
  const bytes = await file.bytes();
  const kind = await documentKind(bytes);
  return {
    bytes,
    fileName: documentFileName(file.name, kind),
    mediaType: kind.mediaType,
    byteSize: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const empty = {
  EN: 'The file is empty. Choose another one.',
  FR: 'Le fichier est vide. Choisissez-en un autre.',
};

import type { Readable } from 'node:stream';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { visibleDocuments } from './access.ts';

/** A document with its bytes, to be read or destroyed. */
export type OpenDocument = { fileName: string; mediaType: string; byteSize: number; content: Readable };

/**
 * Opens a document for somebody who sees its referral, and puts that on record (R13, D14).
 * @returns null where there is no such document for them.
 */
export async function openReferralDocument(
  actor: Actor,
  { database, storage }: Platform,
  documentId: string,
): Promise<OpenDocument | null> {
  const document = await database.referralDocument.findFirst({
    where: { id: documentId, ...visibleDocuments(actor) },
    include: { referral: { select: { caseId: true } } },
  });
  if (document === null) return null;
  const { fileName, mediaType, byteSize } = document;
  const content = await storage.open(document.storageKey);
  try {
    await recordAudit(database, actor, {
      action: 'referral.document.open',
      outcome: 'VIEWED',
      entityType: 'ReferralDocument',
      entityId: document.id,
      caseId: document.referral.caseId,
      details: [`Referral:${document.referralId}`],
    });
  } catch (error) {
    content.destroy();
    throw error;
  }
  return { fileName, mediaType, byteSize, content };
}

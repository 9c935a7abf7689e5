import { createHash } from 'node:crypto';
import type { LetterContent } from '../../documents/letter/letter-content.ts';
import { renderLetter } from '../../documents/letter/render-letter.ts';
import type { Database } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { letterContent } from './letter-content.ts';

/** A letter's bytes, and their SHA-256 in hexadecimal. */
export type LetterPdf = { pdf: Uint8Array; sha256: string };

/**
 * The letter of a submitted referral. What it says was fixed at submit; the first to render it stores the bytes, and from
 * then on preview and attachment are those bytes (B2).
 */
export async function submittedLetter(
  { database, now }: Pick<Platform, 'database' | 'now'>,
  referralId: string,
): Promise<LetterPdf> {
  const letter = await database.letter.findUniqueOrThrow({ where: { referralId } });
  if (letter.pdf !== null && letter.sha256 !== null) return { pdf: letter.pdf, sha256: letter.sha256 };

  const rendered = await renderPdf(letter.content as LetterContent);
  await database.letter.updateMany({
    where: { referralId, pdf: null },
    data: { pdf: Buffer.from(rendered.pdf), sha256: rendered.sha256, renderedAt: now() },
  });
  const stored = await database.letter.findUniqueOrThrow({ where: { referralId } });
  return { pdf: stored.pdf ?? rendered.pdf, sha256: stored.sha256 ?? rendered.sha256 };
}

/**
 * The letter of a draft as it would be attached if it were submitted today (R14).
 * @returns null while no template is chosen (R8).
 */
export async function draftLetter(
  database: Database,
  referralId: string,
  today: Date,
): Promise<LetterPdf | null> {
  const content = await letterContent(database, referralId, today);
  return content === null ? null : await renderPdf(content);
}

/** Renders a letter. */
export async function renderPdf(content: LetterContent): Promise<LetterPdf> {
  const pdf = await renderLetter(content);
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') };
}

import { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { isVisible } from '../visible-text.ts';
import { findReferralToChange } from './find-referral-to-change.ts';

const longest = 5_000;

const noteText = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .max(longest)
      .refine(isVisible)
      // Half of a surrogate pair would be kept as another character.
      .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\n\t]/g, ''))),
  );

/**
 * Adds a note to a referral, be it a draft or submitted: notes are no fields of it, so its lock stands (R13, R17, D11).
 * A note is never changed; it is there for whoever sees the referral.
 * @returns the new note's id.
 * @throws NotFound, NotAllowed, InvalidInput for a text that is empty, too long or holds control characters.
 */
export async function addReferralNote(
  actor: Actor,
  platform: Platform,
  input: { referralId: string; text: string },
): Promise<string> {
  return await platform.database.$transaction(async (transaction) => {
    const referral = await findReferralToChange(transaction, actor, input.referralId, ['notes', 'add']);
    const { id } = await transaction.referralNote.create({
      data: {
        referralId: referral.id,
        authorId: actor.staffId,
        text: readText(input.text),
        createdAt: platform.now(),
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'referral.note.add',
      entityType: 'ReferralNote',
      entityId: id,
      caseId: referral.caseId,
      details: [`Referral:${referral.id}`],
    });
    return id;
  });
}

/** Trims the text and writes line breaks in one way. */
function readText(text: string): string {
  const parsed = noteText.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidInput([
    {
      field: 'text',
      text: {
        EN: `Enter from 1 to ${longest} characters, without control characters.`,
        FR: `Entrez de 1 à ${longest} caractères, sans caractères de commande.`,
      },
    },
  ]);
}

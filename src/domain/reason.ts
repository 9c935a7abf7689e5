import { z } from 'zod';
import type { FieldProblem } from './errors.ts';
import { isVisible } from './visible-text.ts';

/** The longest reason that can be given, in UTF-16 units. */
const longest = 1_000;

const reasonText = z
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

const problem: FieldProblem = {
  field: 'reason',
  text: {
    EN: `Give a reason of 1 to ${longest} characters, without control characters.`,
    FR: `Donnez une raison de 1 à ${longest} caractères, sans caractères de commande.`,
  },
};

/**
 * Reads the reason that somebody gives for what they do (D3 to D5), without spaces at its ends and with line breaks written in
 * one way.
 * @returns the problem with one that is missing, too long, shows nothing or holds control characters, and then no text.
 */
export function readReason(reason: string | null | undefined): { text: string; problems: FieldProblem[] } {
  const parsed = reasonText.safeParse(reason ?? '');
  return parsed.success ? { text: parsed.data, problems: [] } : { text: '', problems: [problem] };
}

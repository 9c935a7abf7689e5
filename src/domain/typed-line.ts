import { z } from 'zod';
import type { Bilingual } from './language.ts';
import { isVisible } from './visible-text.ts';

/** What would break a line, or half of a surrogate pair, which would be kept as another character. */
const notInALine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One line as it is kept: trimmed, its letters composed (NFC), with something in it to see. A blank one is read as none.
 * @param longest in UTF-16 units.
 */
export function typedLine(longest: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length <= longest && !notInALine.test(text) && (text === '' || isVisible(text)))
    .transform((text) => (text === '' ? null : text));
}

/** What to enter instead of what is no such line. */
export function lineProblem(longest: number): Bilingual {
  return {
    EN: `One line of at most ${longest} characters, without control characters.`,
    FR: `Une seule ligne d’au plus ${longest} caractères, sans caractères de commande.`,
  };
}

/** Letters whose stroke, hook or tie is part of them, so that Unicode does not take it off; as PostgreSQL's unaccent has them. */
const base = new Map(
  Object.entries({
    æ: 'ae',
    œ: 'oe',
    ß: 'ss',
    þ: 'th',
    ð: 'd',
    đ: 'd',
    ɖ: 'd',
    ø: 'o',
    ł: 'l',
    ƚ: 'l',
    ħ: 'h',
    ı: 'i',
    ɨ: 'i',
    ɩ: 'i',
    ŋ: 'n',
    ŧ: 't',
    ƀ: 'b',
    ɓ: 'b',
    ƙ: 'k',
    ʉ: 'u',
    ɛ: 'e',
    ɇ: 'e',
    ɉ: 'j',
    ɍ: 'r',
    ɏ: 'y',
    ȼ: 'c',
    ǥ: 'g',
    ƶ: 'z',
  }),
);

const plain = /^[a-z]*$/;
const marks = /[\p{M}\p{Cf}]/gu;

/**
 * Letters as names are compared: lower case, without accents and invisible characters, full-width and other forms as usual
 * ones. The search for people folds names alike (R28).
 * @returns it may be longer or shorter than what was typed.
 */
export function foldLetters(typed: string): string {
  if (plain.test(typed)) return typed;
  const bare = typed.normalize('NFKD').replace(marks, '').toLowerCase().replace(marks, '');
  return plain.test(bare) ? bare : Array.from(bare, (letter) => base.get(letter) ?? letter).join('');
}

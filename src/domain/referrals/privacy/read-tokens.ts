import { foldLetters } from './fold-letters.ts';

/** A word, a number or a mark of a text; spaces are kept as the gap before the next token. */
export type Token = {
  kind: 'word' | 'number' | 'mark';
  /** In UTF-16 units, the end exclusive. */
  start: number;
  end: number;
  typed: string;
  /** A word without case and accents, a number in ASCII digits, apostrophes and dashes of every shape as ' and -. */
  folded: string;
  /** What white space stands between the token before and this one. */
  gap: 'none' | 'space' | 'line' | 'paragraph';
};

/**
 * One character class repeated, or one character, in each alternative: the time it takes grows with the text alone. Scripts
 * that put no spaces between words give a token for each letter. The letters that stand for apostrophes are no letters here.
 */
const pattern =
  /(?<syllable>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)|(?<word>[\p{L}--[ʹʻʼʽˈ]](?:\p{Cf}?[[\p{L}\p{M}]--[ʹʻʼʽˈ]])*)|(?<number>\p{Nd}(?:\p{Cf}?\p{Nd})*)|(?<space>[\s\p{Zs}]+)|(?<invisible>\p{Cf}+)|./gsv;

const apostrophes = /^['’‘‛ʹʻʼʽˈ`´′＇]$/u;
const dashes = /^[\p{Pd}−]$/u;
const paragraph = /\n\s*\n/;

/** Reads a text in one pass. Every token begins and ends between code points. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'none';
  for (const { 0: typed, index: start, groups = {} } of text.matchAll(pattern)) {
    if (groups.invisible !== undefined) continue;
    if (groups.space !== undefined) {
      gap = wider(gap, gapOf(typed));
      continue;
    }
    tokens.push({ ...read(typed, groups), start, end: start + typed.length, typed, gap });
    gap = 'none';
  }
  return tokens;
}

const gaps: Token['gap'][] = ['none', 'space', 'line', 'paragraph'];

function wider(one: Token['gap'], other: Token['gap']): Token['gap'] {
  return gaps.indexOf(one) > gaps.indexOf(other) ? one : other;
}

function gapOf(space: string): Token['gap'] {
  if (!space.includes('\n')) return 'space';
  return paragraph.test(space) ? 'paragraph' : 'line';
}

function read(typed: string, groups: Record<string, string | undefined>): Pick<Token, 'kind' | 'folded'> {
  if (groups.word !== undefined || groups.syllable !== undefined) {
    return { kind: 'word', folded: foldLetters(typed) };
  }
  if (groups.number !== undefined) return { kind: 'number', folded: asciiDigits(typed) };
  if (apostrophes.test(typed)) return { kind: 'mark', folded: "'" };
  if (dashes.test(typed)) return { kind: 'mark', folded: '-' };
  return { kind: 'mark', folded: typed.normalize('NFKC') };
}

/** The zeros of the digits in use beside those of ASCII and its full-width forms: Arabic, Persian, Devanagari, Bengali. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6];

function asciiDigits(typed: string): string {
  return Array.from(typed.normalize('NFKC'), (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point <= start + 9);
    return zero === undefined ? digit.replace(/\D/u, '') : String(point - zero);
  }).join('');
}

/** Whether a word begins with a capital. */
export function isCapitalized({ typed }: Token): boolean {
  return /^\p{Lu}/u.test(typed);
}

/** Whether a word of two letters or more is in capitals throughout. */
export function isAllCapitals({ typed }: Token): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}]+$/u.test(typed);
}

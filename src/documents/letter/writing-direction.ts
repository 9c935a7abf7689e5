import { createRequire } from 'node:module';

// The package is CommonJS and describes itself as an ES module, so an import of it would have the wrong type.
const bidiFactory: typeof import('bidi-js').default = createRequire(import.meta.url)('bidi-js');
const bidi = bidiFactory();

/** Blocks of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Isolates, and marks that count as a letter of a direction. They are obeyed and not drawn. */
const directionControls = /[\u061c\u200e\u200f\u2066-\u2069]/g;
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** Whether any of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Text without the characters that steer its direction. */
export function withoutDirectionControls(text: string): string {
  return text.replace(directionControls, '');
}

/**
 * `text` as it is put into a sentence: where it is written from right to left, neither draws punctuation and numbers
 * beside it to its wrong side. Other text comes back as it is.
 */
export function isolated(text: string): string {
  if (!hasRightToLeft(text)) return text;
  return `${firstStrongIsolate}${text.replace(/[\u2066-\u2069]/g, '')}${popIsolate}`;
}

/**
 * The levels of the Unicode Bidirectional Algorithm for lines that begin on the left: one for each UTF-16 unit, odd
 * where text runs from right to left. Null where all of it runs from left to right.
 */
export function directionLevels(text: string): Uint8Array | null {
  return hasRightToLeft(text) ? bidi.getEmbeddingLevels(text, 'ltr').levels : null;
}

/** The pieces of a line in the order in which they are drawn from left to right, given their levels. */
export function inVisualOrder<Piece extends { level: number }>(pieces: readonly Piece[]): Piece[] {
  const ordered = [...pieces];
  const highest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let first = 0; first < ordered.length; first += 1) {
      let end = first;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      if (end === first) continue;
      ordered.splice(first, end - first, ...ordered.slice(first, end).reverse());
      first = end;
    }
  }
  return ordered;
}

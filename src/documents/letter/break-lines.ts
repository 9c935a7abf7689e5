import type { LetterFonts } from './letter-font.ts';
import { graphemesOf } from './printable-text.ts';
import type { StyledText } from './styled-text.ts';

/** One line of text as it is drawn. */
export type Line = StyledText[];

/**
 * Breaks styled, printable text into lines of at most `width` points: at line breaks and spaces, and within a
 * word only when the word alone is wider than a line. Returns at least one line. Where a break parts two
 * words the line above ends in a space, so that the text reads on when it is copied or read aloud.
 */
export function breakLines(parts: readonly StyledText[], width: number, fonts: LetterFonts): Line[] {
  let line: Line = [];
  const lines = [line];
  let used = 0;
  const startLine = (): void => {
    line = [];
    lines.push(line);
    used = 0;
  };
  const add = (piece: StyledText): void => {
    line.push(piece);
    used += lineWidth([piece], fonts);
  };

  for (const { text, style } of parts) {
    const fits = (piece: string): boolean => lineWidth([{ text: piece, style }], fonts) <= width;
    for (const piece of text.split(/(\n| +)/).filter(Boolean)) {
      if (piece === '\n') {
        add({ text: ' ', style });
        startLine();
      } else if (piece.startsWith(' ')) {
        add({ text: piece, style });
      } else {
        for (const unit of fits(piece) ? [piece] : unitsOf(piece, fits)) {
          if (used > 0 && used + lineWidth([{ text: unit, style }], fonts) > width) startLine();
          add({ text: unit, style });
        }
      }
    }
  }
  return lines;
}

/** Width of a line in points. */
export function lineWidth(line: Line, fonts: LetterFonts): number {
  return line.reduce(
    (sum, { text, style }) => sum + (fonts[style.weight].shape(text).width * style.size) / 1000,
    0,
  );
}

/**
 * What a word that is too wide may be parted into: after punctuation first, between characters where that
 * is not enough.
 */
function unitsOf(word: string, fits: (text: string) => boolean): string[] {
  return word.split(/(?<=[^\p{L}\p{M}\p{N}])/u).flatMap((unit) => (fits(unit) ? [unit] : graphemesOf(unit)));
}

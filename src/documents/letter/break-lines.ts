import { graphemesOf } from './fonts/graphemes.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import type { StyledText } from './styled-text.ts';
import { directionLevels, withoutDirectionControls } from './writing-direction.ts';

/** Text of one style and one direction: from right to left where the level is odd. */
export type Piece = StyledText & { level: number };

/** One line of text, its pieces in reading order. */
export type Line = Piece[];

/**
 * Breaks styled, printable text into lines of at most `width` points: at line breaks and spaces, and within a
 * word only when the word alone is wider than a line. Returns at least one line. Where a break parts two
 * words the line above ends in a space, so that the text reads on when it is copied or read aloud.
 */
export function breakLines(parts: readonly StyledText[], width: number, fonts: LetterFonts): Line[] {
  const levels = directionLevels(parts.map(({ text }) => text).join(''));
  let line: Line = [];
  const lines = [line];
  let used = 0;
  const startLine = (): void => {
    line = [];
    lines.push(line);
    used = 0;
  };

  let offset = 0;
  for (const { text, style } of parts) {
    const measure = (piece: string): number => lineWidth([{ text: piece, style, level: 0 }], fonts);
    for (const token of text.split(/(\n| +)/).filter(Boolean)) {
      const isSpace = /^[\n ]/.test(token);
      const units =
        isSpace || measure(token) <= width ? [token] : unitsOf(token, (unit) => measure(unit) <= width);
      for (const [index, unit] of units.entries()) {
        const pieces = piecesOf({ text: isSpace ? unit.replace('\n', ' ') : unit, style }, levels, offset);
        const unitWidth = lineWidth(pieces, fonts);
        if (!isSpace && used > 0 && used + unitWidth > width) startLine();
        append(line, pieces, index > 0);
        used += unitWidth;
        offset += unit.length;
      }
      if (token === '\n') startLine();
    }
  }
  return lines;
}

/** Width of a line in points. */
export function lineWidth(line: Line, fonts: LetterFonts): number {
  return line.reduce(
    (sum, { text, style, level }) =>
      sum +
      fonts.shape(text, style.weight, level % 2 === 1).reduce((total, run) => total + run.width, 0) *
        (style.size / 1000),
    0,
  );
}

/** Parts text, whose levels begin at `offset`, where its direction changes. */
function piecesOf({ text, style }: StyledText, levels: Uint8Array | null, offset: number): Piece[] {
  if (!levels) return [{ text, style, level: 0 }];
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = withoutDirectionControls(text.charAt(at));
    const level = levels[offset + at] ?? 0;
    const last = pieces.at(-1);
    if (last?.level === level) last.text += character;
    else if (character) pieces.push({ text: character, style, level });
  }
  return pieces;
}

/** Adds pieces to a line. The parts of a word that had to be parted are one again where they share a line. */
function append(line: Line, pieces: Piece[], continues: boolean): void {
  const [first, ...rest] = pieces;
  const last = line.at(-1);
  if (continues && first && last && last.level === first.level) {
    line.splice(-1, 1, { ...last, text: last.text + first.text }, ...rest);
  } else line.push(...pieces);
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * What a word that is too wide may be parted into: after punctuation first; then where a script that has no spaces
 * begins a word; between characters where that is not enough.
 */
function unitsOf(word: string, fits: (text: string) => boolean): string[] {
  const segmentsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);
  const parted = (text: string, [part, ...further]: ((text: string) => string[])[]): string[] =>
    fits(text) || !part ? [text] : part(text).flatMap((unit) => parted(unit, further));
  return parted(word, [(text) => text.split(/(?<=[^\p{L}\p{M}\p{N}])/u), segmentsOf, graphemesOf]);
}

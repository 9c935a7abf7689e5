import {
  beginText,
  endText,
  type PDFContext,
  type PDFOperator,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
} from 'pdf-lib';
import type { Line, Piece } from './break-lines.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import type { GlyphRun } from './fonts/shape-text.ts';
import { showGlyphs } from './show-glyphs.ts';
import { inVisualOrder } from './writing-direction.ts';

/**
 * What a reader is told of a part of the text beside its characters: the language it is in, and how it reads where
 * glyphs from left to right are not its characters in order. Null is what the document and the characters say.
 */
export type Span = { language: string | null; text: string | null };

/** What is drawn in one go, and what to take it for. */
export type DrawnPart = {
  operators: PDFOperator[];
  span: Span | null;
  /** The characters that stand for these very glyphs when they are copied; null where the fonts tell. */
  characters: string | null;
};

/** A run of glyphs of a line, from left to right. */
type PlacedRun = { piece: Piece; run: GlyphRun; span: Span | null };

/**
 * Draws a line of text with its first glyph at `x`, `baseline` (points), kerned and with marks in place. The parts are
 * in the order in which they stand on the line, from left to right.
 */
export function drawLine(
  line: Line,
  x: number,
  baseline: number,
  fonts: LetterFonts,
  context: PDFContext,
): DrawnPart[] {
  const parts: DrawnPart[] = [];
  let at = x;
  let last: PlacedRun | undefined;
  for (const placed of placedRuns(line, fonts)) {
    const { piece, run, span } = placed;
    const operators = [
      setFontAndSize(fonts.resourceName(run.cut), piece.style.size),
      setFillingColor(piece.style.color),
      ...showGlyphs(run, piece.style.size, fonts, context),
    ];
    const part = parts.at(-1);
    if (part && last?.span === span && last.run.text === null && run.text === null)
      part.operators.push(...operators);
    else {
      const start = setTextMatrix(1, 0, 0, 1, at, baseline);
      parts.push({ operators: [start, ...operators], span, characters: run.text });
    }
    at += (run.width * piece.style.size) / 1000;
    last = placed;
  }
  return parts.map((part) => ({ ...part, operators: [beginText(), ...part.operators, endText()] }));
}

function placedRuns(line: Line, fonts: LetterFonts): PlacedRun[] {
  const runsOf = (piece: Piece): Omit<PlacedRun, 'span'>[] =>
    fonts.shape(piece.text, piece.style.weight, piece.level % 2 === 1).map((run) => ({ piece, run }));
  return stretches(line).flatMap((pieces) => {
    const runs = inVisualOrder(pieces).flatMap(runsOf);
    if (pieces.every(({ level }) => level === 0)) return withSpans(runs);
    const language = runs.find(({ run }) => run.language)?.run.language ?? null;
    const span: Span = { language, text: pieces.map(({ text }) => text).join('') };
    return runs.map((placed) => ({ ...placed, span }));
  });
}

/** Runs from left to right with a span where they are in another language or need characters beside them. */
function withSpans(runs: readonly Omit<PlacedRun, 'span'>[]): PlacedRun[] {
  const languageOf = (index: number): string | null => runs[index]?.run.language ?? null;
  const spanned: PlacedRun[] = [];
  for (const [index, placed] of runs.entries()) {
    const isSpace = placed.piece.text.trim() === '';
    // A space within a name of two words is part of the name.
    const between = isSpace && languageOf(index - 1) === languageOf(index + 1) ? languageOf(index - 1) : null;
    const language = languageOf(index) ?? between;
    const last = spanned.at(-1)?.span;
    const needed = language !== null || placed.run.text !== null;
    const span = last && last.language === language ? last : { language, text: null };
    spanned.push({ ...placed, span: needed ? span : null });
  }
  return spanned;
}

/**
 * Parts a line into what runs from left to right and what, numbers within it included, runs from right to left; the
 * space at the end of a line always counts as the former.
 */
function stretches(line: Line): Piece[][] {
  const end = line.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const parted: Piece[][] = [];
  for (const [index, piece] of line.entries()) {
    const levelled = index < end ? piece : { ...piece, level: 0 };
    const last = parted.at(-1);
    if (last?.[0] && last[0].level > 0 === levelled.level > 0) last.push(levelled);
    else parted.push([levelled]);
  }
  return parted;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as a reader sees them: a letter together with its combining marks is one. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

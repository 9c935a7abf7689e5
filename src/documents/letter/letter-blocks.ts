import { breakLines, type Line } from './break-lines.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import { formatLetterDate } from './format-letter-date.ts';
import type { LetterContent } from './letter-content.ts';
import { letterLabels } from './letter-labels.ts';
import { textWidth } from './page-geometry.ts';
import { rows, type StyledText, styled } from './styled-text.ts';
import { styles } from './text-style.ts';

/** How a block stands among the others. Distances in points. */
export type BlockLayout = {
  tag: 'H1' | 'P';
  /** From one baseline to the next. */
  leading: number;
  spaceBefore: number;
  /** Its last line stays on the page of the next block's first. */
  keepWithNext: boolean;
  /** All its lines stay on one page. */
  keepTogether: boolean;
  /** Set in from the margin, with a bar in the accent colour. */
  bar: boolean;
};

/** A part of the letter that flows down the pages. */
export type Block = BlockLayout & { lines: Line[] };

/** Set in of a block with a bar, in points. */
export const barIndent = 12;

/** A part of the letter that flows, broken into lines; a paragraph where `layout` says nothing else. */
export function flowingBlock(parts: StyledText[], layout: Partial<BlockLayout>, fonts: LetterFonts): Block {
  return {
    ...{ tag: 'P', leading: 15.5, spaceBefore: 9, keepWithNext: false, keepTogether: false, bar: false },
    ...layout,
    lines: breakLines(parts, layout.bar ? textWidth - barIndent : textWidth, fonts),
  };
}

/** Everything of a letter below the letterhead, broken into lines, in reading order (R22). */
export function letterBlocks(content: LetterContent, fonts: LetterFonts): Block[] {
  const labels = letterLabels(content.language);
  const { addressee, reference, signature } = content;

  const block = (parts: StyledText[], layout: Partial<BlockLayout> = {}): Block =>
    flowingBlock(parts, layout, fonts);
  const labelled = (label: string, value: string | null): StyledText[][] =>
    value === null ? [] : [[...styled(`${label} `, styles.label), ...styled(value, styles.strong)]];

  const addressed = rows(
    styled(addressee.contactName, styles.strong),
    styled(addressee.organizationName, styles.body),
  );
  const references = [
    ...labelled(labels.caseNumber, reference.caseNumber),
    ...labelled(labels.client, reference.clientName),
  ];
  const paragraphs = content.paragraphs.filter((paragraph) => paragraph.trim() !== '');
  const signed = rows(
    styled(signature.name, styles.strong),
    styled(signature.jobTitle, styles.body),
    styled(signature.officeName, styles.body),
    styled(signature.phone && `${labels.phone} ${signature.phone}`, styles.body),
    styled(signature.email && `${labels.email} ${signature.email}`, styles.body),
  );

  return [
    block(styled(labels.written(formatLetterDate(content.date, content.language)), styles.body), {
      spaceBefore: 18,
    }),
    ...(addressed.length > 0 ? [block(addressed, { spaceBefore: 18 })] : []),
    ...references.map((parts, index) => block(parts, { spaceBefore: index ? 0 : 18, bar: true })),
    block(styled(labels.spaced(content.title), styles.title), {
      tag: 'H1',
      leading: 19,
      spaceBefore: 24,
      keepWithNext: true,
    }),
    ...paragraphs.map((text, index) =>
      block(styled(labels.spaced(text), styles.body), { keepWithNext: index === paragraphs.length - 1 }),
    ),
    block(styled(labels.closing, styles.body), { spaceBefore: 18, keepWithNext: true }),
    block(signed, { spaceBefore: 26, keepTogether: true }),
  ];
}

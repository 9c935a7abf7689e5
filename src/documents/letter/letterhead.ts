import { breakLines } from './break-lines.ts';
import type { LetterContent } from './letter-content.ts';
import type { LetterFonts } from './letter-font.ts';
import { letterLabels } from './letter-labels.ts';
import { page } from './page-geometry.ts';
import type { PlacedBlock } from './paginate.ts';
import { rows, type StyledText, styled } from './styled-text.ts';
import { styles } from './text-style.ts';

/** Both columns, in points; their first baselines differ so that the tops of their capitals meet. */
const name = { left: page.left, top: 722, width: 254, leading: 19 };
const contact = { left: 340, top: 726.5, width: page.right - 340, leading: 12 };

/**
 * The letterhead at the top of the first page: the sending organization's name on the left, its contact
 * information on the right (R22). `bottom` is where its closing rule goes, in points.
 */
export function letterhead(
  { sender, language }: LetterContent,
  fonts: LetterFonts,
): { blocks: PlacedBlock[]; bottom: number } {
  const labels = letterLabels(language);
  const place = (
    parts: StyledText[],
    { left, top, width, leading }: typeof name | typeof contact,
  ): PlacedBlock => ({
    tag: 'P',
    bar: false,
    leading,
    lines: breakLines(parts, width, fonts).map((line, index) => ({
      line,
      page: 0,
      x: left,
      baseline: top - index * leading,
    })),
  });

  const contactRows = rows(
    ...sender.addressLines.map((line) => styled(line, styles.contact)),
    styled(sender.phone && `${labels.phone} ${sender.phone}`, styles.contact),
    styled(`${labels.email} ${sender.email}`, styles.contact),
  );
  const blocks = [place(styled(sender.name, styles.senderName), name), place(contactRows, contact)];
  const lowest = Math.min(...blocks.flatMap((block) => block.lines.map((line) => line.baseline)));
  return { blocks, bottom: lowest - 16 };
}

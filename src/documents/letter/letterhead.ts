import { breakLines } from './break-lines.ts';
import type { LetterFonts } from './fonts/letter-fonts.ts';
import { type Block, flowingBlock } from './letter-blocks.ts';
import type { LetterContent } from './letter-content.ts';
import { letterLabels } from './letter-labels.ts';
import { page } from './page-geometry.ts';
import type { PlacedBlock } from './paginate.ts';
import { rows, type StyledText, styled } from './styled-text.ts';
import { styles } from './text-style.ts';

/** Both columns, in points; their first baselines differ so that the tops of their capitals meet. */
const name = { left: page.left, top: 722, width: 254, leading: 19 };
const contact = { left: 340, top: 726.5, width: page.right - 340, leading: 12 };

/** Space between the letterhead's rule and the first line, in points. */
const belowRule = 18;
/** How far down columns may reach; letterheads that are longer flow like the rest of the letter. */
const lowestColumn = 400;

/** A letterhead, and where the rest of the letter begins; distances in points. */
export type Letterhead = {
  /** What has its place. */
  placed: PlacedBlock[];
  /** What comes first of all that flows. */
  flowing: Block[];
  /** Where the rule goes that closes the letterhead; null where there is none. */
  rule: number | null;
  /** The top of what flows. */
  bottom: number;
};

/**
 * The letterhead at the top of the first page: the sending organization's name on the left, its contact
 * information on the right (R22).
 */
export function letterhead({ sender, language }: LetterContent, fonts: LetterFonts): Letterhead {
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

  const nameParts = styled(sender.name, styles.senderName);
  const contactRows = rows(
    ...sender.addressLines.map((line) => styled(line, styles.contact)),
    styled(sender.phone && `${labels.phone} ${sender.phone}`, styles.contact),
    styled(`${labels.email} ${sender.email}`, styles.contact),
  );
  const placed = [place(nameParts, name), place(contactRows, contact)];
  const rule = Math.min(...placed.flatMap((block) => block.lines.map((line) => line.baseline))) - 16;
  if (rule >= lowestColumn) return { placed, flowing: [], rule, bottom: rule - belowRule };
  const flowing = [
    flowingBlock(nameParts, { leading: name.leading, spaceBefore: 0 }, fonts),
    flowingBlock(contactRows, { leading: contact.leading }, fonts),
  ];
  return { placed: [], flowing, rule: null, bottom: name.top + name.leading };
}

import { PDFDocument } from 'pdf-lib';
import { markForArchive, saveWithIdentifier } from './archive-marks.ts';
import { drawPages } from './draw-pages.ts';
import { letterFonts } from './fonts/letter-fonts.ts';
import { letterInstant } from './format-letter-date.ts';
import { letterBlocks } from './letter-blocks.ts';
import type { LetterContent } from './letter-content.ts';
import { letterLabels } from './letter-labels.ts';
import { letterhead } from './letterhead.ts';
import { confidentialityNotice } from './page-furniture.ts';
import { paginate } from './paginate.ts';
import { printable } from './printable-text.ts';

/**
 * Renders a referral letter as a tagged PDF of US Letter pages (R14, R22). The same content gives the same
 * bytes (B2): dates come from the content and nothing is random. What the fonts cannot show becomes U+FFFD
 * (see `unprintableCharacters`). Throws a RangeError when the content's date does not exist.
 */
export async function renderLetter(unchecked: LetterContent): Promise<Uint8Array> {
  const { value: content, choose } = await printable(unchecked);
  const document = await PDFDocument.create({ updateMetadata: false });
  markForArchive(document, {
    title: content.title,
    author: content.sender.name,
    locale: letterLabels(content.language).locale,
    instant: letterInstant(content.date),
  });
  const fonts = letterFonts(document, choose);

  const head = letterhead(content, fonts);
  const { blocks, pageCount } = paginate([...head.flowing, ...letterBlocks(content, fonts)], head.bottom);
  const notice = confidentialityNotice(content, fonts, pageCount - 1);
  drawPages(document, content, fonts, {
    blocks: [...head.placed, ...blocks, notice],
    pageCount,
    letterheadRule: head.rule,
  });
  return await saveWithIdentifier(document);
}

import { PDFDocument } from 'pdf-lib';
import { drawPages } from './draw-pages.ts';
import { letterInstant } from './format-letter-date.ts';
import { letterBlocks } from './letter-blocks.ts';
import type { LetterContent } from './letter-content.ts';
import { embedLetterFonts } from './letter-font.ts';
import { letterLabels } from './letter-labels.ts';
import { letterhead } from './letterhead.ts';
import { confidentialityNotice } from './page-furniture.ts';
import { paginate } from './paginate.ts';
import { printableText } from './printable-text.ts';

/** Space between the letterhead's rule and the first line, in points. */
const belowLetterhead = 18;

/**
 * Renders a referral letter as a tagged PDF of US Letter pages (R14, R22). The same content gives the same
 * bytes (B2): dates come from the content and nothing is random. What the fonts cannot show becomes U+FFFD
 * (see `unprintableCharacters`). Throws a RangeError when the content's date does not exist.
 */
export async function renderLetter(content: LetterContent): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, content);
  const fonts = await embedLetterFonts(document);

  const { blocks: head, bottom: letterheadRule } = letterhead(content, fonts);
  const { blocks: flow, pageCount } = paginate(
    letterBlocks(content, fonts),
    letterheadRule - belowLetterhead,
  );
  const notice = confidentialityNotice(content, fonts, pageCount - 1);
  drawPages(document, content, fonts, { blocks: [...head, ...flow, notice], pageCount, letterheadRule });
  return document.save();
}

function describe(document: PDFDocument, { title, sender, language, date }: LetterContent): void {
  const instant = letterInstant(date);
  document.setTitle(printableText(title), { showInWindowTitleBar: true });
  document.setAuthor(printableText(sender.name));
  document.setLanguage(letterLabels(language).locale);
  document.setCreator('Handoff');
  document.setProducer('Handoff');
  document.setCreationDate(instant);
  document.setModificationDate(instant);
}

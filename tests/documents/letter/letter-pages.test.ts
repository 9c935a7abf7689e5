import { describe, expect, it } from 'vitest';
import { renderLetter } from '../../../src/documents/letter/render-letter.ts';
import { readPdf } from './read-pdf.ts';
import { englishLetter, frenchLetter, manyParagraphs } from './sample-letter.ts';

describe('a letter of several pages', () => {
  it('[R22] numbers its pages in the language of the letter; a letter of one page has no number', async () => {
    const english = await readPdf(await renderLetter(englishLetter({ paragraphs: manyParagraphs() })));
    expect(english.pages).toHaveLength(3);
    for (const [index, page] of english.pages.entries()) expect(page).toContain(`Page ${index + 1} of 3`);
    const french = await readPdf(await renderLetter(frenchLetter({ paragraphs: manyParagraphs() })));
    expect(french.pages[1]).toContain('Page 2 de 3');
    const short = await readPdf(await renderLetter(englishLetter()));
    expect(short.pages[0]).not.toContain('Page');
  });

  it('bears the confidentiality notice on every page, and reads it out once', async () => {
    const { pages, structure } = await readPdf(
      await renderLetter(englishLetter({ paragraphs: manyParagraphs() })),
    );
    for (const page of pages) expect(page).toContain('Confidential. This letter');
    expect(structure.filter(({ text }) => text.startsWith('Confidential.'))).toHaveLength(1);
  });

  it('says on later pages who writes about which case', async () => {
    const { pages } = await readPdf(await renderLetter(englishLetter({ paragraphs: manyParagraphs() })));
    expect(pages[1]).toMatch(/^North Shore Employment Services.*NS-7K3M-Q9TX.*November 22, 2026/);
  });

  it('keeps the whole text, in order', async () => {
    const paragraphs = manyParagraphs();
    const { structure } = await readPdf(await renderLetter(englishLetter({ paragraphs })));
    const text = structure.map((part) => part.text).join(' ');
    expect(text).toContain(paragraphs.join(' '));
  });
});

describe('the text of a letter', () => {
  it('stays within the margins, whatever its words', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3);
    const letter = englishLetter({
      title: long,
      sender: { name: long, addressLines: [long], phone: long, email: `${long}@example.ca` },
      addressee: { contactName: long, organizationName: `${long} ${long}` },
      reference: { caseNumber: long, clientName: long },
      paragraphs: [long, 'word '.repeat(300), `https://example.ca/${'path/'.repeat(60)}`],
      signature: { name: long, jobTitle: long, officeName: long, phone: long, email: long },
    });
    const { pieces } = await readPdf(await renderLetter(letter));
    for (const { text, x, y, width } of pieces.filter((piece) => piece.text.trim() !== '')) {
      expect(x, text).toBeGreaterThanOrEqual(72);
      expect(x + width, text).toBeLessThanOrEqual(540.5);
      expect(y, text).toBeGreaterThan(36);
      expect(y, text).toBeLessThan(760);
    }
  });

  it.each([
    ['without spaces', 'Llanfairpwllgwyngyll'.repeat(15)],
    ['with spaces', 'Maria da Conceição '.repeat(16).trim()],
    ['from right to left', 'محمد عبد الله '.repeat(22).trim()],
    ['in Thai, which has no spaces', 'สมชายน้ำใจดี'.repeat(25)],
    ['in Chinese', '歐陽上官司馬諸葛'.repeat(38)],
  ])(
    '[R22] leaves the foot of the page free and shows names of 300 characters whole, %s',
    async (_, name) => {
      expect(name.length).toBeGreaterThan(290);
      const letter = englishLetter({
        title: name,
        sender: { name, addressLines: [name, name, name], phone: name, email: name },
        addressee: { contactName: name, organizationName: name },
        reference: { caseNumber: 'NS-1', clientName: name },
        paragraphs: [`About ${name}.`],
        signature: { name, jobTitle: name, officeName: name, phone: name, email: name },
      });
      const { pieces, pageCount } = await readPdf(await renderLetter(letter));
      expect(pageCount).toBeGreaterThan(1);
      for (const { text, x, y, width } of pieces.filter((piece) => piece.text.trim() !== '')) {
        expect(x + width, text).toBeLessThanOrEqual(541);
        expect(y <= 63 || y > 88, text).toBe(true);
      }
      const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '').normalize('NFKC');
      const told = letters(pieces.map(({ text }) => text).join(''));
      const drawn = [...told].filter((character) => letters(name).includes(character)).length;
      expect(drawn).toBeGreaterThanOrEqual(14 * letters(name).length);
    },
  );

  it('[R22] goes on for ten pages and more', async () => {
    const paragraphs = [1, 2, 3, 4].flatMap(manyParagraphs);
    const { pages } = await readPdf(await renderLetter(frenchLetter({ paragraphs })));
    expect(pages.length).toBeGreaterThanOrEqual(9);
    expect(pages.at(-1)).toContain(`Page ${pages.length} de ${pages.length}`);
    expect(pages.at(-1)).toContain('Rosa L. Diaz');
    expect(pages.at(-1)).toMatch(/discussed with staff\./);
  });

  it('keeps a word whole where it fits on a line of its own', async () => {
    const name = 'Bartholomew-Featherstonehaugh-de-la-Tour';
    const paragraphs = [`${'filler '.repeat(11)}${name} ${name} ${name}`];
    const { pages } = await readPdf(await renderLetter(englishLetter({ paragraphs })));
    expect(pages[0]?.match(new RegExp(name, 'g'))).toHaveLength(3);
  });

  it('keeps the line breaks of a paragraph', async () => {
    const { pages } = await readPdf(await renderLetter(englishLetter({ paragraphs: ['One\r\ntwo\nthree'] })));
    expect(pages[0]).toContain('One\ntwo\nthree\n');
  });
});

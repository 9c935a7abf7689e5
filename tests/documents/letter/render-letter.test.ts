import { describe, expect, it } from 'vitest';
import { renderLetter } from '../../../src/documents/letter/render-letter.ts';
import { embeddedFonts } from './embedded-glyphs.ts';
import { fontFile } from './font-outlines.ts';
import { difficult } from './names.ts';
import { readPdf } from './read-pdf.ts';
import { englishLetter, frenchLetter } from './sample-letter.ts';

describe('a referral letter', () => {
  it('[R22] bears the contact information of the sending organization', async () => {
    const { pages } = await readPdf(await renderLetter(englishLetter()));
    const letterhead = pages[0]?.split('November')[0];
    for (const line of [
      'North Shore Employment Services',
      '123 Prince Street, Suite 400',
      'Truro, Nova Scotia',
      'Tel.: 902-555-0142',
      'Email: info@north-shore.example.ca',
    ]) {
      expect(letterhead).toContain(line);
    }
  });

  it('[R22] leaves out of the letterhead what the organization has not given', async () => {
    const sender = { name: 'Valley Works', addressLines: [], phone: null, email: 'a@valley.example.ca' };
    const { structure } = await readPdf(await renderLetter(englishLetter({ sender })));
    expect(structure.slice(0, 3).map(({ text }) => text)).toEqual([
      'Valley Works',
      'Email: a@valley.example.ca',
      'November 22, 2026',
    ]);
  });

  it('[R22] is in English throughout when English is chosen', async () => {
    const { pages, language } = await readPdf(await renderLetter(englishLetter()));
    expect(language).toBe('en-CA');
    for (const words of [
      'November 22, 2026',
      'Case ID: NS-7K3M-Q9TX',
      'Client: Zoë',
      'Sincerely,',
      'Confidential.',
    ]) {
      expect(pages[0]).toContain(words);
    }
  });

  it('[R22] is in French throughout when French is chosen', async () => {
    const { pages, language } = await readPdf(await renderLetter(frenchLetter()));
    expect(language).toBe('fr-CA');
    const text = pages[0]?.replaceAll('\u00a0', ' ');
    for (const words of [
      'Le 22 novembre 2026',
      'No de dossier : NS-7K3M-Q9TX',
      'Client(e) : Zoë',
      'Tél. : 902',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Veuillez agréer, Madame, Monsieur, nos salutations distinguées.');
    expect(text).not.toMatch(/Sincerely|Case ID|Email|Confidential\./);
  });

  it('is tagged in reading order, names its title and language, and repeats nothing to a screen reader', async () => {
    const letter = await readPdf(await renderLetter(englishLetter({ paragraphs: ['First.', 'One\ntwo.'] })));
    expect(letter.showsTitle).toBe(true);
    expect(letter.info.Title).toBe('Client Referral – Case Transfer');
    expect(letter.structure.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'P North Shore Employment Services',
      'P 123 Prince Street, Suite 400 Truro, Nova Scotia B2N 1G8 Tel.: 902-555-0142 Email: info@north-shore.example.ca',
      'P November 22, 2026',
      'P Thị Ánh Nguyễn South Shore Career Connections',
      'P Case ID: NS-7K3M-Q9TX',
      "P Client: Zoë O'Brien-Łukasiewicz",
      'H1 Client Referral – Case Transfer',
      'P First.',
      'P One two.',
      'P Sincerely,',
      'P Rosa L. Diaz Case Manager Truro Office Tel.: 902-555-0143 Email: rosa.diaz@north-shore.example.ca',
      expect.stringMatching(/^P Confidential\. .* destroy all copies\.$/),
    ]);
  });

  it('leaves out the lines that have nothing to say', async () => {
    const bare = englishLetter({
      addressee: { contactName: null, organizationName: null },
      reference: { caseNumber: 'NS-1', clientName: null },
      paragraphs: ['Short.', '  '],
      signature: { name: 'A. B.', jobTitle: null, officeName: null, phone: null, email: null },
    });
    const { structure } = await readPdf(await renderLetter(bare));
    expect(structure.slice(2, -1).map(({ text }) => text)).toEqual([
      'November 22, 2026',
      'Case ID: NS-1',
      'Client Referral – Case Transfer',
      'Short.',
      'Sincerely,',
      'A. B.',
    ]);
  });

  it('refuses a date that does not exist', async () => {
    await expect(renderLetter(englishLetter({ date: '2026-02-30' }))).rejects.toThrow(RangeError);
  });
});

describe('the characters of a letter', () => {
  it('come out of the file as they went in: accents, ɨ, apostrophes, combining marks', async () => {
    const { structure } = await readPdf(
      await renderLetter(englishLetter({ paragraphs: [difficult, 'e\u0301 ɨ\u0301'] })),
    );
    const texts = structure.map(({ text }) => text);
    expect(texts).toContain(difficult);
    expect(texts).toContain('é ɨ\u0301');
  });

  it('are drawn with the outlines of the typeface, none damaged by embedding a part of it, none missing', async () => {
    const bytes = await renderLetter(englishLetter({ paragraphs: [difficult] }));
    const [regular] = (await embeddedFonts(bytes)).filter(({ name }) => name.endsWith('NotoSans-Regular'));
    const font = fontFile('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
    const characters = new Set([...difficult.replaceAll(' ', '')]);
    for (const character of characters) {
      const original = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      const embedded = regular?.glyphs.find(({ text }) => text === character);
      expect(original?.id, character).not.toBe(0);
      expect(embedded?.outline, character).toBe(original?.path.toSVG());
      expect(embedded?.widths[0], character).toBe(original?.advanceWidth);
    }
    expect(characters.size).toBeGreaterThan(35);
  });

  it('that no font shows are replaced by a visible sign', async () => {
    const { pages } = await readPdf(await renderLetter(englishLetter({ paragraphs: ['😀🎉 and 👩‍👩‍👧.'] })));
    expect(pages[0]).toContain('\ufffd\ufffd and \ufffd.');
  });
});

import { describe, expect, it } from 'vitest';
import { chooseTypefaces } from '../../../src/documents/letter/fonts/choose-typeface.ts';
import { type GlyphRun, shapeText } from '../../../src/documents/letter/fonts/shape-text.ts';
import { renderLetter } from '../../../src/documents/letter/render-letter.ts';
import { embeddedFonts } from './embedded-glyphs.ts';
import { drawTheSame, fontFile } from './font-outlines.ts';
import { eastAsianNames, names } from './names.ts';
import { readPdf } from './read-pdf.ts';
import { englishLetter } from './sample-letter.ts';

const packageFile = (script: string): string =>
  `@fontsource-variable/noto-sans-${script}/files/noto-sans-${script}-${script}-wght-normal.woff2`;

async function glyphsOf(text: string, rightToLeft = false): Promise<GlyphRun['glyphs']> {
  const choose = await chooseTypefaces(text);
  return shapeText(text, { weight: 'regular', rightToLeft, choose }).flatMap(({ glyphs }) => glyphs);
}

describe('a name in another script', () => {
  it.each(names)(
    '[R22] $name is drawn with the outlines of its font in both weights, none damaged or missing',
    async ({ script, name, family }) => {
      const letter = englishLetter({
        paragraphs: [`For ${name}.`],
        reference: { caseNumber: 'NS-1', clientName: name },
      });
      const fonts = await embeddedFonts(await renderLetter(letter));
      const file = fontFile(packageFile(script));
      const variable = (await chooseTypefaces(name))([...name][0] ?? '');
      const isRegular = file.variationAxes.wght?.default === 400;
      const originals = [
        // Read by another program than the one that made the letter; which does not read the weights between.
        [
          'Regular',
          (id: number) =>
            isRegular ? file.getGlyph(id)?.path.toSVG() : variable?.regular.font.glyphToPath(id),
        ],
        ['SemiBold', (id: number) => variable?.bold.font.glyphToPath(id)],
      ] as const;
      for (const [cut, outlineOf] of originals) {
        const embedded = fonts.find((font) => font.name.endsWith(`+NotoSans${family}-${cut}`));
        expect(embedded?.glyphs.length).toBeGreaterThan(4);
        for (const { id, text, outline, widths } of embedded?.glyphs ?? []) {
          expect(id, text).not.toBe(0);
          expect(drawTheSame(outline, outlineOf(id) ?? ''), text).toBe(true);
          expect(Math.abs(widths[0] - widths[1]), text).toBeLessThanOrEqual(1);
        }
      }
    },
  );

  it('[R22] is told to readers as it was written', async () => {
    for (const { name } of names.filter(({ script }) => script !== 'thaana')) {
      const { pages } = await readPdf(await renderLetter(englishLetter({ paragraphs: [`[${name}]`] })));
      const told = pages[0]?.normalize('NFKC') ?? '';
      for (const character of name.replace(/[\s\u200c\u200d]/g, '').normalize('NFKC'))
        expect(told, name).toContain(character);
    }
  });

  it.each(eastAsianNames)('[R22] %s is drawn, each character with a glyph of its own', async (name) => {
    const bytes = await renderLetter(englishLetter({ reference: { caseNumber: 'NS-1', clientName: name } }));
    const glyphs = (await embeddedFonts(bytes)).flatMap((font) => font.glyphs);
    for (const character of name.replaceAll(' ', '')) {
      const drawn = glyphs.filter(({ text }) => text === character);
      expect(drawn, character).toHaveLength(1);
      expect(drawn[0]?.outline.length, character).toBeGreaterThan(20);
    }
    const { pages } = await readPdf(bytes);
    expect(pages[0]).toContain(`Client: ${name}`);
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('[R22] is drawn with Japanese forms beside kana, with Chinese ones else', async () => {
    const fontsOf = async (clientName: string): Promise<string> =>
      (
        await embeddedFonts(
          await renderLetter(englishLetter({ reference: { caseNumber: 'NS-1', clientName } })),
        )
      )
        .map(({ name }) => name)
        .join(' ');
    expect(await fontsOf('直美')).toMatch(/NotoSansSc/);
    expect(await fontsOf('直美 なおみ')).toMatch(/NotoSansJp/);
    expect(await fontsOf('직 直')).not.toMatch(/NotoSansSc/);
  });
});

describe('the letters of a word', () => {
  it('[R22] join in Arabic, and not across what keeps them apart', async () => {
    const [alone, joined, apart] = await Promise.all(
      ['ب', 'بب', 'ب\u200cب'].map((text) => glyphsOf(text, true)),
    );
    const letters = [alone, joined, apart].map((glyphs) =>
      glyphs?.filter(({ text }) => text === 'ب').map(({ id }) => id),
    );
    const form = letters[0]?.[0];
    expect(letters[2]).toEqual([form, form]);
    expect(new Set([form, ...(letters[1] ?? [])]).size).toBe(3);
  });

  it('[R22] stand from right to left where they are written so', async () => {
    const glyphs = await glyphsOf('שרה', true);
    expect(glyphs.map(({ text }) => text)).toEqual(['ה', 'ר', 'ש']);
    expect(glyphs.map(({ x }) => x)).toEqual(glyphs.map(({ x }) => x).toSorted((one, other) => one - other));
  });

  it('[R22] follow those of the word to the left of them', async () => {
    const letter = englishLetter({ reference: { caseNumber: 'NS-1', clientName: 'שרה כהן' } });
    const fonts = await embeddedFonts(await renderLetter(letter));
    const drawn = fonts.find(({ name }) => name.endsWith('NotoSansHebrew-SemiBold'))?.glyphs;
    expect(drawn?.map(({ text }) => text)).toEqual(['ן', 'ה', 'כ', 'ר', 'ש']);
  });

  it('[R22] change their places and become one in Indian scripts', async () => {
    const [ka, i] = await Promise.all(['क', 'कि'].map((text) => glyphsOf(text)));
    expect(i?.at(-1)?.id).toBe(ka?.[0]?.id);
    expect(i).toHaveLength(2);
    expect(await glyphsOf('क्ष')).toHaveLength(1);
  });

  it('[R22] carry marks of which there is no letter ready made', async () => {
    const [letter, mark] = await glyphsOf('x\u0302');
    expect(letter?.text).toBe('x\u0302');
    expect(mark?.text).toBe('\u200b');
    expect(mark?.x).toBeLessThan(0);
  });
});

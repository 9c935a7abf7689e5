import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/documents/letter/break-lines.ts';
import { type DrawnPart, drawLine } from '../../../src/documents/letter/draw-line.ts';
import { chooseTypefaces } from '../../../src/documents/letter/fonts/choose-typeface.ts';
import { letterFonts } from '../../../src/documents/letter/fonts/letter-fonts.ts';
import { styles } from '../../../src/documents/letter/text-style.ts';
import { isolated } from '../../../src/documents/letter/writing-direction.ts';

async function parts(text: string): Promise<DrawnPart[]> {
  const document = await PDFDocument.create();
  const fonts = letterFonts(document, await chooseTypefaces(text));
  const [line = []] = breakLines([{ text, style: styles.body }], 400, fonts);
  return drawLine(line, 72, 700, fonts, document.context);
}

async function drawn(text: string): Promise<string> {
  return (await parts(text)).flatMap(({ operators }) => operators).join('\n');
}

describe('drawLine', () => {
  it('begins at the place given', async () => {
    expect(await drawn('a')).toContain('1 0 0 1 72 700 Tm');
  });

  it('shows text without pairs to kern in one string', async () => {
    expect(await drawn('minimum')).toMatch(/^\[ <[0-9A-F]{28}> \] TJ$/m);
  });

  it('kerns', async () => {
    expect(await drawn('AV')).toMatch(/<[0-9A-F]{4}> [1-9]\d* <[0-9A-F]{4}> \] TJ/);
  });

  it('puts a mark above a capital, and comes back to the baseline', async () => {
    const operators = await drawn('Ɨ\u0301k');
    const rises = Array.from(operators.matchAll(/^(\S+) Ts$/gm), ([, rise]) => Number(rise));
    expect(rises).toHaveLength(2);
    expect(rises[0]).toBeGreaterThan(1);
    expect(rises[1]).toBe(0);
  });

  it('[R22] puts words from right to left in their order, and says how they read', async () => {
    const [before, name, after, ...more] = await parts(`To ${isolated('שרה כהן')} (12), now`);
    expect(before?.span).toBeNull();
    expect(name?.span).toEqual({ language: 'he', text: 'שרה כהן' });
    expect(after?.span).toBeNull();
    expect(more).toEqual([]);
    const starts = [before, name, after].map((part) =>
      Number(/Tm$/m.test(String(part?.operators[1])) && part?.operators[1]?.toString().split(' ')[4]),
    );
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  });

  it('[R22] says in which language a name is, and keeps its characters where the glyphs change places', async () => {
    const [, name] = await parts('To রবীন্দ্রনাথ');
    expect(name).toMatchObject({ span: { language: 'bn', text: null }, characters: 'রবীন্দ্রনাথ' });
    const [, greek] = await parts('To 김 철수 now');
    expect(greek).toMatchObject({ span: { language: 'ko', text: null }, characters: null });
  });
});

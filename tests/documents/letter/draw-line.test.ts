import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawLine } from '../../../src/documents/letter/draw-line.ts';
import { embedLetterFonts } from '../../../src/documents/letter/letter-font.ts';
import { styles } from '../../../src/documents/letter/text-style.ts';

async function drawn(text: string): Promise<string> {
  const document = await PDFDocument.create();
  const fonts = await embedLetterFonts(document);
  return drawLine([{ text, style: styles.body }], 72, 700, fonts, document.context).join('\n');
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

  it('puts a mark above the dot of ɨ, and comes back to the baseline', async () => {
    const operators = await drawn('ɨ\u0301k');
    const rises = Array.from(operators.matchAll(/^(\S+) Ts$/gm), ([, rise]) => Number(rise));
    expect(rises).toHaveLength(2);
    expect(rises[0]).toBeGreaterThan(1);
    expect(rises[1]).toBe(0);
  });
});

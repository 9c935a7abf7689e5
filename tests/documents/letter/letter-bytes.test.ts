import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from '../../../src/documents/letter/letter-content.ts';
import { renderLetter } from '../../../src/documents/letter/render-letter.ts';
import { difficult, eastAsianNames, names } from './names.ts';
import { readPdf } from './read-pdf.ts';
import { englishLetter, frenchLetter, manyParagraphs } from './sample-letter.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the bytes of a letter', () => {
  it('[B2] are the same in another process, whatever letters it made before', async () => {
    const letter = englishLetter({
      paragraphs: [difficult, ...names.map(({ name }) => name), ...eastAsianNames],
    });
    const here = sha256(await renderLetter(letter));
    const accents = frenchLetter({
      paragraphs: ['Ž alone, whose outline is a Z and a caron. Ǩ ŵ Ḿ q̌ ị 1⁄2'],
    });
    const chinese = englishLetter({ paragraphs: ['直美 王 濵', 'محمد'] });
    const korean = englishLetter({ paragraphs: ['직 直美 王', 'שרה'] });
    expect(await inAnotherProcess(letter, [])).toBe(here);
    expect(await inAnotherProcess(letter, [accents, korean, chinese, korean])).toBe(here);
    expect(await inAnotherProcess(korean, [chinese, letter])).toBe(await inAnotherProcess(korean, []));
  });

  it('[B2] are the same in whatever order the parts of the content come', async () => {
    const letter = englishLetter({ paragraphs: ['直美 なおみ'] });
    const { sender, ...others } = letter;
    const reordered = { ...Object.fromEntries(Object.entries(others).reverse()), sender } as LetterContent;
    expect(sha256(await renderLetter(reordered))).toBe(sha256(await renderLetter(letter)));
  });

  it('[B2] are the same when letters are made at the same time', async () => {
    const contents = [englishLetter(), frenchLetter(), englishLetter({ paragraphs: manyParagraphs() })];
    const together = await Promise.all(contents.map(renderLetter));
    for (const [index, content] of contents.entries()) {
      expect(sha256(await renderLetter(content))).toBe(sha256(together[index] ?? new Uint8Array()));
    }
  });

  it('[B2] take their dates from the letter and hold no random identifier', async () => {
    const bytes = await renderLetter(englishLetter());
    const { info } = await readPdf(bytes);
    expect(info).toMatchObject({
      CreationDate: 'D:20261122120000Z',
      ModDate: 'D:20261122120000Z',
      Producer: 'Handoff',
      Creator: 'Handoff',
    });
    const other = await renderLetter(englishLetter({ date: '2026-11-23' }));
    expect(identifier(bytes)).toMatch(/^[0-9A-F]{32}$/);
    expect(identifier(bytes)).not.toBe(identifier(other));
  });

  it('are fewer than 60 KB, also for three pages with difficult names', async () => {
    const bytes = await renderLetter(englishLetter({ paragraphs: [difficult, ...manyParagraphs()] }));
    expect((await readPdf(bytes)).pageCount).toBe(3);
    expect(bytes.length).toBeLessThan(60_000);
  });
});

/** The SHA-256 of a letter made in another process, after those of `history`. */
async function inAnotherProcess(letter: LetterContent, history: LetterContent[]): Promise<string> {
  const script = `
    import { renderLetter } from './src/documents/letter/render-letter.ts';
    import { createHash } from 'node:crypto';
    const [letter, history] = JSON.parse(process.argv[1]);
    for (const before of history) await renderLetter(before);
    process.stdout.write(createHash('sha256').update(await renderLetter(letter)).digest('hex'));`;
  const node = ['--input-type=module', '-e', script, JSON.stringify([letter, history])];
  return (await promisify(execFile)(process.execPath, node)).stdout;
}

/** The identifier in a file's trailer. */
function identifier(bytes: Uint8Array): string | undefined {
  return /\/ID \[ <(\w+)> <\1> \]/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
}

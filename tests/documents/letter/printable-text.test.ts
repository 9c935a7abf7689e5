import { describe, expect, it } from 'vitest';
import { printable, unprintableCharacters } from '../../../src/documents/letter/printable-text.ts';
import { eastAsianNames, names } from './names.ts';

const printableText = async (text: string): Promise<string> => (await printable(text)).value;

describe('unprintableCharacters', () => {
  it('[R22] names each character that no font shows once, as a reader sees it', async () => {
    expect(await unprintableCharacters('Li 李 👩‍👩‍👧 Wáng 😀 王 😀 𓀀 हि 𐎠')).toEqual([
      '👩‍👩‍👧',
      '😀',
      '𓀀',
      '𐎠',
    ]);
  });

  it('[R22] has nothing to say against names in the scripts of those who live here', async () => {
    for (const name of [...names.map((one) => one.name), ...eastAsianNames, 'हिन्दी कृष्णा']) {
      expect(await unprintableCharacters(name), name).toEqual([]);
    }
  });

  it('has nothing to say against accents, Mi’kmaw letters, combining marks, Greek and Cyrillic', async () => {
    expect(
      await unprintableCharacters('Zoë Mɨ’kmaq Ɨ e\u0301 x\u0301 Nguyễn Łódź Ελένη Олена – « » “ ” … ½ №'),
    ).toEqual([]);
  });

  it('has nothing to say against white space and invisible characters', async () => {
    expect(await unprintableCharacters('a\tb\r\nc\u00a0d\u202fe\u200bf\u00adg\u200eh\ufeff')).toEqual([]);
  });
});

describe('the printable form of a text', () => {
  it('composes, unifies line breaks and spaces, and leaves out what is invisible', async () => {
    expect(await printableText('e\u0301\r\na\rb\u2028c\td\u2003e\u200bf\u00ad\u0007')).toBe(
      'é\na\nb\nc d ef',
    );
  });

  it('keeps the no-break spaces that French typography needs', async () => {
    expect(await printableText('Client\u00a0: «\u202foui\u202f»')).toBe('Client\u00a0: «\u202foui\u202f»');
  });

  it('puts one visible sign for each character that cannot be shown, half a surrogate pair among them', async () => {
    expect(await printableText('a 😀 👩‍👩‍👧 \ud83d b')).toBe('a \ufffd \ufffd \ufffd b');
  });

  it('keeps what joins and parts letters where a script needs it, and drops what turns its direction', async () => {
    expect(await printableText('علی\u200cرضا a\u200db')).toBe('علی\u200cرضا ab');
    expect(await printableText('\u202eשרה\u202c')).toBe('שרה');
    expect(await printableText('\u2068Ann\u2069')).toBe('Ann');
  });
});

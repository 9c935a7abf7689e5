import { describe, expect, it } from 'vitest';
import { printableText, unprintableCharacters } from '../../../src/documents/letter/printable-text.ts';

describe('unprintableCharacters', () => {
  it('names each character that no embedded font shows once, as a reader sees it', () => {
    expect(unprintableCharacters('Li 李 Wáng 王 李 👩‍👩‍👧 ᓄᓇ हि')).toEqual([
      '李',
      '王',
      '👩‍👩‍👧',
      'ᓄ',
      'ᓇ',
      'हि',
    ]);
  });

  it('has nothing to say against accents, Mi’kmaw letters, combining marks, Greek and Cyrillic', () => {
    expect(
      unprintableCharacters('Zoë Mɨ’kmaq Ɨ e\u0301 x\u0301 Nguyễn Łódź Ελένη Олена – « » “ ” … ½ №'),
    ).toEqual([]);
  });

  it('has nothing to say against white space and invisible characters', () => {
    expect(unprintableCharacters('a\tb\r\nc\u00a0d\u202fe\u200bf\u00adg\u200eh\ufeff')).toEqual([]);
  });
});

describe('printableText', () => {
  it('composes, unifies line breaks and spaces, and leaves out what is invisible', () => {
    expect(printableText('e\u0301\r\na\rb\u2028c\td\u2003e\u200bf\u00ad\u0007')).toBe('é\na\nb\nc d ef');
  });

  it('keeps the no-break spaces that French typography needs', () => {
    expect(printableText('Client\u00a0: «\u202foui\u202f»')).toBe('Client\u00a0: «\u202foui\u202f»');
  });

  it('puts one visible sign for each character that cannot be shown, half a surrogate pair among them', () => {
    expect(printableText('a 李 👩‍👩‍👧 \ud83d b')).toBe('a \ufffd \ufffd \ufffd b');
  });
});

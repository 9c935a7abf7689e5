import { describe, expect, it } from 'vitest';
import { formatLetterDate } from '../../../src/documents/letter/format-letter-date.ts';
import { letterFileName } from '../../../src/documents/letter/letter-file-name.ts';
import { letterLabels } from '../../../src/documents/letter/letter-labels.ts';

describe('formatLetterDate', () => {
  it.each([
    ['2026-11-22', 'en', 'November 22, 2026'],
    ['2027-01-01', 'en', 'January 1, 2027'],
    ['2026-11-22', 'fr', '22 novembre 2026'],
    ['2027-01-01', 'fr', '1er janvier 2027'],
    ['2026-08-11', 'fr', '11 août 2026'],
  ] as const)('[R22] prints %s in %s as %s', (date, language, printed) => {
    expect(formatLetterDate(date, language)).toBe(printed);
  });

  it.each(['2026-02-30', '2026-13-01', '22/11/2026', ''])('refuses %j', (date) => {
    expect(() => formatLetterDate(date, 'en')).toThrow(RangeError);
  });
});

describe('letterFileName', () => {
  it('is in the language of the letter', () => {
    expect(letterFileName('en')).toBe('referral-letter.pdf');
    expect(letterFileName('fr')).toBe('lettre-d-aiguillage.pdf');
  });
});

describe('letterLabels', () => {
  it('[R22] keeps French punctuation on the line of its word', () => {
    const text = 'Objet : « oui » ; vraiment ? Oui !';
    expect(letterLabels('fr').spaced(text)).toBe(
      'Objet\u00a0: «\u00a0oui\u00a0»\u00a0; vraiment\u00a0? Oui\u00a0!',
    );
    expect(letterLabels('en').spaced(text)).toBe(text);
  });
});

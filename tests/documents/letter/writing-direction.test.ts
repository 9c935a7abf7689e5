import { describe, expect, it } from 'vitest';
import { directionLevels, inVisualOrder, isolated } from '../../../src/documents/letter/writing-direction.ts';

/** A sentence as it is drawn from left to right, given its pieces in reading order. */
function drawn(pieces: string[]): string {
  const text = pieces.join('');
  const levels = directionLevels(text);
  let at = 0;
  const levelled = pieces.map((piece) => {
    const level = levels?.[at] ?? 0;
    at += piece.length;
    return { piece, level };
  });
  return inVisualOrder(levelled)
    .map(({ piece }) => piece)
    .join('');
}

describe('writing direction', () => {
  it('leaves text from left to right alone', () => {
    expect(directionLevels('For Zoë (12), née Łukasiewicz')).toBeNull();
    expect(isolated('Zoë')).toBe('Zoë');
  });

  it('[R22] puts words from right to left the other way round, and numbers among them as they are', () => {
    expect(drawn(['For ', 'שרה', ' ', 'כהן', ', now'])).toBe('For כהן שרה, now');
    expect(drawn(['For ', 'שרה', ' ', '12', ' ', 'כהן', ', now'])).toBe('For כהן 12 שרה, now');
  });

  it('[R22] keeps what follows a name out of it', () => {
    const name = isolated('שרה');
    expect(directionLevels(`${name} 12`)?.at(-1)).toBe(0);
    expect(directionLevels('שרה 12')?.at(-1)).toBe(2);
  });

  it('[R22] lets a name close nothing but itself', () => {
    expect(directionLevels(`${isolated('שרה\u2069\u2067')} then`)?.at(-1)).toBe(0);
  });
});

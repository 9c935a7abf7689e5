import { describe, expect, it } from 'vitest';
import {
  requirePrintable,
  UnprintableCharacters,
} from '../../../src/domain/correspondence/printable-letter.ts';
import { englishLetter } from '../../documents/letter/sample-letter.ts';

async function refusal(changes: Parameters<typeof englishLetter>[0]): Promise<UnprintableCharacters | null> {
  try {
    await requirePrintable(englishLetter(changes));
    return null;
  } catch (error) {
    if (error instanceof UnprintableCharacters) return error;
    throw error;
  }
}

describe('what the letter cannot print', () => {
  it('[R22] is nothing where fonts have every character, whatever the script', async () => {
    expect(await refusal({ reference: { caseNumber: 'NS-1', clientName: 'Mɨ’kmaq ᓄᓇ 王 محمد' } })).toBeNull();
  });

  it('[R22] is named with its field and its code points, each once', async () => {
    const found = await refusal({
      addressee: { contactName: 'Ms. Smile 😀', organizationName: '👩‍👩‍👧 Centre 😀😀' },
      signature: { name: 'A. 𓀀', jobTitle: null, officeName: null, phone: null, email: null },
      paragraphs: ['Dear Ms. Smile 😀,', 'Thank you 🙏'],
    });
    expect(found?.characters).toEqual([
      { field: 'contactName', character: '😀', codePoints: ['U+1F600'] },
      {
        field: 'organizationName',
        character: '👩‍👩‍👧',
        codePoints: ['U+1F469', 'U+200D', 'U+1F469', 'U+200D', 'U+1F467'],
      },
      { field: 'organizationName', character: '😀', codePoints: ['U+1F600'] },
      { field: 'caseManager', character: '𓀀', codePoints: ['U+13000'] },
      { field: 'template', character: '🙏', codePoints: ['U+1F64F'] },
    ]);
    expect(found?.text.EN).toContain('the contact name (U+1F600)');
    expect(found?.text.FR).toContain('le modèle (U+1F64F)');
  });

  it('[R22] is told without the name that it is a part of', async () => {
    const clientName = '𓂋𓈖𓀀 Wynn';
    const found = await refusal({ reference: { caseNumber: 'NS-1', clientName }, paragraphs: [] });
    expect(found?.message).toContain('the client’s name (U+13000 U+1308B U+13216)');
    expect(found?.message).not.toMatch(/[\u{13000}-\u{1342f}]|Wynn/u);
  });
});

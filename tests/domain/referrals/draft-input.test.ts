import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldProblem, InvalidInput } from '../../../src/domain/errors.ts';
import { type DraftInput, readDraftText } from '../../../src/domain/referrals/draft-input.ts';

const oneLine = { organizationName: 200, contactName: 200, emailTo: 254, emailSubject: 250 } as const;
type Line = keyof typeof oneLine;
const lines = Object.keys(oneLine) as Line[];

function problems(input: DraftInput): FieldProblem[] {
  try {
    readDraftText(input);
  } catch (refusal) {
    if (refusal instanceof InvalidInput) return refusal.problems;
    throw refusal;
  }
  return [];
}

const fieldsRefused = (input: DraftInput) => problems(input).map(({ field }) => field);

describe.each(lines)('%s', (field) => {
  it('[R21] may not hold a line break or another control character, which could forge a mail header', () => {
    for (const character of ['\n', '\r', '\r\n', '\t', '\0', '\u001b', '\u007f', '\u0085', '\u2028']) {
      expect(fieldsRefused({ [field]: `before${character}Bcc: all@all.example` })).toEqual([field]);
    }
  });

  it('[R21] may be as long as its limit and no longer', () => {
    const longest = 'x'.repeat(oneLine[field]);
    expect(fieldsRefused({ [field]: longest })).toEqual([]);
    expect(fieldsRefused({ [field]: ` ${longest} ` })).toEqual([]);
    expect(fieldsRefused({ [field]: `${longest}x` })).toEqual([field]);
  });

  it('[R21] is trimmed, and blank counts as none', () => {
    expect(readDraftText({ [field]: '  two words ' })).toEqual({ [field]: 'two words' });
    expect(readDraftText({ [field]: ' \n ' })).toEqual({ [field]: null });
  });
});

describe('emailContent', () => {
  it('[R21] keeps its paragraphs and tabs; line ends come out alike', () => {
    const content = 'First.\r\n\r\n\tSecond: é, ɨ, 陈.\n';
    expect(readDraftText({ emailContent: content })).toEqual({
      emailContent: 'First.\n\n\tSecond: é, ɨ, 陈.\n',
    });
  });

  it('[R21] may not hold other control characters', () => {
    for (const character of ['\0', '\b', '\u001b', '\u007f', '\r']) {
      expect(fieldsRefused({ emailContent: `a${character}b` })).toEqual(['emailContent']);
    }
  });

  it('[R21] has at most 10,000 characters', () => {
    expect(fieldsRefused({ emailContent: 'x'.repeat(10_000) })).toEqual([]);
    expect(fieldsRefused({ emailContent: 'x'.repeat(10_001) })).toEqual(['emailContent']);
  });
});

it('[D1] names every wrong field once, in one answer, and says the limit in both languages', () => {
  const wrong = { emailTo: 'x\n'.repeat(400), contactName: 'a\tb', emailContent: '\0', emailSubject: 'fine' };
  expect(fieldsRefused(wrong).sort()).toEqual(['contactName', 'emailContent', 'emailTo']);
  const [problem] = problems({ emailSubject: 'x'.repeat(251) });
  expect(problem?.text.EN).toContain('250');
  expect(problem?.text.FR).toContain('250');
});

it('[R4] the language cannot be emptied, and is named beside the others', () => {
  expect(fieldsRefused({ language: null })).toEqual(['language']);
  expect(fieldsRefused({ language: null, contactName: 'a\tb' }).sort()).toEqual(['contactName', 'language']);
  expect(readDraftText({ language: 'FR', contactName: 'Joel' })).toEqual({ contactName: 'Joel' });
});

it('[R5] what is left out stays out', () => {
  expect(readDraftText({ contactName: null })).toEqual({ contactName: null });
  expect(readDraftText({})).toEqual({});
});

it('[R21] lets nothing through that could break a header, whatever is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.string({ unit: 'binary' }), (field, typed) => {
      if (fieldsRefused({ [field]: typed }).length > 0) return;
      const text = readDraftText({ [field]: typed })[field];
      expect(text ?? '').not.toMatch(/\p{Cc}/u);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../src/domain/correspondence/check-template.ts';
import {
  fillPlaceholders,
  type PlaceholderValues,
  placeholders,
} from '../../../src/domain/correspondence/fill-placeholders.ts';
import { problemsWith, sound } from './problems-with.ts';

describe('[R22] the placeholders of a letter', () => {
  it('are all of the fixed set, each by its exact name', async () => {
    const letterBody = placeholders.map((name) => `{{${name}}}`).join(' ');
    const both = { EN: { ...sound.EN, letterBody }, FR: { ...sound.FR, letterBody } };
    expect(await checkTemplate(both)).toEqual([]);
  });

  it.each([
    ['{{clientname}}', 'UNKNOWN_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{client_name}}', 'UNKNOWN_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{birthDate}}', 'UNKNOWN_PLACEHOLDER', '{{caseManagerName}}.'],
    ['{{prénom}}', 'UNKNOWN_PLACEHOLDER', '{{caseManagerName}}.'],
    ['{{constructor}}', 'UNKNOWN_PLACEHOLDER', '{{caseManagerName}}.'],
    ['{{ clientName }}', 'MALFORMED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{client Name}}', 'MALFORMED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{clientName}', 'MALFORMED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{{clientName}}}', 'MALFORMED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{}}', 'MALFORMED_PLACEHOLDER', '{{caseManagerName}}.'],
    ['{{clientName', 'UNBALANCED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{{clientName}', 'UNBALANCED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['{clientName}}', 'UNBALANCED_PLACEHOLDER', 'Did you mean {{clientName}}?'],
    ['}}', 'UNBALANCED_PLACEHOLDER', 'Add the missing braces, or remove these.'],
    ['{', 'UNBALANCED_PLACEHOLDER', 'Add the missing braces, or remove these.'],
  ])('refuse %s, where it stands, and say what to do', async (written, kind, advice) => {
    const [problem, ...others] = await checkTemplate({
      ...sound,
      FR: { ...sound.FR, letterBody: `Madame,\r\nau sujet de ${written} ici` },
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      kind,
      language: 'FR',
      field: 'letterBody',
      place: { start: 21, end: 21 + written.length, line: 2, column: 13, excerpt: written },
    });
    expect(problem?.text.EN.endsWith(advice)).toBe(true);
  });

  it('cannot be nested, nor run over a line', async () => {
    expect(await problemsWith({ letterBody: 'a {{client{{caseId}}Name}} b' })).toEqual([
      'UNBALANCED_PLACEHOLDER letterBody 2-10 {{client',
      'UNBALANCED_PLACEHOLDER letterBody 24-26 }}',
    ]);
    expect(await problemsWith({ letterBody: '{{client\nName}}' })).toEqual([
      'UNBALANCED_PLACEHOLDER letterBody 0-8 {{client',
      'UNBALANCED_PLACEHOLDER letterBody 13-15 }}',
    ]);
  });

  it.each(['name', 'emailSubject', 'emailContent', 'letterTitle'] as const)(
    '[R12] cannot stand in %s, which is sent or shown as it is',
    async (field) => {
      expect(await problemsWith({ [field]: 'For {{clientName}}' })).toEqual([
        `MISPLACED_PLACEHOLDER ${field} 4-18 {{clientName}}`,
      ]);
    },
  );

  it('whatever is written, leave no brace in a letter once it passes, and every place is in the text', async () => {
    const piece = fc.constantFrom('{', '}', '{{', '}}', 'clientName', 'caseId', ' ', '\n', 'x', '{{caseId}}');
    const filled = Object.fromEntries(placeholders.map((name) => [name, 'value'])) as PlaceholderValues;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const letterBody = `Text ${pieces.join('')}`;
        const problems = await checkTemplate({
          EN: { ...sound.EN, letterBody },
          FR: { ...sound.FR, letterBody },
        });
        if (problems.length === 0) expect(fillPlaceholders(letterBody, filled)).not.toMatch(/[{}]/);
        for (const { place } of problems) {
          expect(letterBody.slice(place?.start, place?.end)).toBe(place?.excerpt);
          expect(place?.excerpt).not.toBe('');
        }
      }),
    );
  });
});

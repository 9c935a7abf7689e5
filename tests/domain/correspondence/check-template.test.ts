import { describe, expect, it } from 'vitest';
import { templates } from '../../../prisma/sample-data/templates.ts';
import { checkTemplate } from '../../../src/domain/correspondence/check-template.ts';
import type { TemplateWords } from '../../../src/domain/correspondence/template-words.ts';
import { problemsWith, sound } from './problems-with.ts';

describe('a template', () => {
  it.each(Object.entries(templates))(
    '[R22] as first set up for %s can be published',
    async (_type, texts) => {
      expect(await checkTemplate(texts)).toEqual([]);
    },
  );

  it('[R22] needs its texts in both languages, and says which is missing', async () => {
    const missing = async (texts: Parameters<typeof checkTemplate>[0]) =>
      (await checkTemplate(texts)).map(({ kind, language, field, place }) => [kind, language, field, place]);
    expect(await missing({ ...sound, FR: null })).toEqual([['MISSING_LANGUAGE', 'FR', null, null]]);
    expect(await missing({ ...sound, EN: null })).toEqual([['MISSING_LANGUAGE', 'EN', null, null]]);
    expect(await missing({ EN: null, FR: null })).toHaveLength(2);
  });

  it.each(Object.keys(sound.EN) as (keyof TemplateWords)[])(
    '[R22] needs something to read in %s',
    async (field) => {
      for (const nothing of ['', ' ', '\u00a0\u200b', '\u2060', '\u3164\u2800']) {
        expect(await problemsWith({ [field]: nothing })).toEqual([
          `EMPTY ${field} 0-${nothing.length} ${nothing}`,
        ]);
      }
    },
  );

  it('[R22] uses the same placeholders in both languages', async () => {
    const letterBody = 'About {{clientName}} and {{caseId}}, again {{caseId}}.';
    expect(await problemsWith({ letterBody })).toEqual(['LANGUAGES_DIFFER letterBody 25-35 {{caseId}}']);
    const [problem, ...others] = await checkTemplate({
      ...sound,
      EN: { ...sound.EN, letterBody: 'About nobody.' },
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      kind: 'LANGUAGES_DIFFER',
      language: 'FR',
      place: { excerpt: '{{clientName}}' },
    });
    expect(problem?.text.EN).toBe(
      'The English letter does not use this placeholder. Use it in both languages or in neither.',
    );
  });
});

describe('[R22] the texts of a template', () => {
  it.each([
    ['name', 200],
    ['emailSubject', 250],
    ['emailContent', 10_000],
    ['letterTitle', 200],
    ['letterBody', 20_000],
  ] as const)('%s has at most %i characters', async (field, longest) => {
    const about = field === 'letterBody' ? '{{clientName}}' : '';
    const fits = about + 'x'.repeat(longest - about.length);
    expect(await problemsWith({ [field]: fits })).toEqual([]);
    expect(await problemsWith({ [field]: `${fits}yz` })).toEqual([
      `TOO_LONG ${field} ${longest}-${longest + 2} yz`,
    ]);
  });

  it.each(['name', 'emailSubject', 'letterTitle'] as const)(
    '%s is one line that holds no header',
    async (field) => {
      for (const mark of ['\n', '\r\n', '\r', '\0', '\u0085', '\u2028', '\u202e', '\ud800']) {
        const [problem] = await problemsWith({ [field]: `A${mark}Bcc: b@example.com` });
        expect(problem).toMatch(new RegExp(`^CONTROL_CHARACTER ${field} 1-${1 + mark.length} `));
      }
    },
  );

  it.each(['emailContent', 'letterBody'] as const)(
    '%s has lines, but no control characters',
    async (field) => {
      expect(
        await problemsWith({ [field]: '{{clientName}}\r\n\tb\rc\n'.slice(field === 'letterBody' ? 0 : 14) }),
      ).toEqual([]);
      const [problem] = await problemsWith({ [field]: 'a\n\u001bb' });
      expect(problem).toMatch(new RegExp(`^CONTROL_CHARACTER ${field} 2-3 `));
    },
  );

  it('that are printed hold only what the fonts of letters have, each other character named once', async () => {
    expect(await problemsWith({ letterTitle: 'Kɨtpu, Żółć 𒀀' })).toEqual([
      'UNPRINTABLE_CHARACTER letterTitle 12-14 𒀀',
    ]);
    expect(await problemsWith({ letterBody: '{{clientName}} 𒀀𒁀𒀀' })).toEqual([
      'UNPRINTABLE_CHARACTER letterBody 15-17 𒀀',
      'UNPRINTABLE_CHARACTER letterBody 17-19 𒁀',
    ]);
    expect(await problemsWith({ emailContent: 'Emails can: 𒀀' })).toEqual([]);
  });

  it('are all checked in one answer, in their order', async () => {
    const problems = await problemsWith({
      name: '',
      emailSubject: '{{caseId}}\n',
      letterBody: '} {{x}} \u0007',
    });
    expect(problems.map((problem) => problem.split(' ').slice(0, 3).join(' '))).toEqual([
      'EMPTY name 0-0',
      'MISPLACED_PLACEHOLDER emailSubject 0-10',
      'CONTROL_CHARACTER emailSubject 10-11',
      'UNBALANCED_PLACEHOLDER letterBody 0-1',
      'UNKNOWN_PLACEHOLDER letterBody 2-7',
      'CONTROL_CHARACTER letterBody 8-9',
    ]);
  });

  it('name at most 100 problems, in no long time however hostile they are', async () => {
    const hostile = [
      ...['{{a '.repeat(60_000), '{'.repeat(120_000) + 'a'.repeat(120_000), '{a'.repeat(120_000)],
      ...['{}'.repeat(3_000_000), 'a\u0007'.repeat(3_000_000), 'é'.repeat(9_000_000)],
    ];
    for (const letterBody of hostile) {
      const started = performance.now();
      expect((await problemsWith({ letterBody })).length).toBeLessThanOrEqual(100);
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});

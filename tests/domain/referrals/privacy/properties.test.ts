import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPrivacyFindings } from '../../../../src/domain/referrals/privacy/find-privacy-findings.ts';
import type { PrivacyFindingKind } from '../../../../src/domain/referrals/privacy/privacy-finding.ts';
import { expectedDetails, rosa } from './client.ts';

/** What personal details, and what stands around them in emails, are made of. */
const pieces = [
  ...['Rosa', 'Díaz', 'Di\u0301az', 'DIAZ', 'Lucía', 'R.', '-', '’', "d'", ',', '\u200d'],
  ...[
    '046 454 286',
    '1234567890',
    '902-555-0143',
    '(902)',
    '555',
    '+1',
    '5',
    '1990',
    '03',
    '/',
    'March',
    'mars',
  ],
  ...[
    '12',
    'Pine',
    'Street',
    'rue',
    'Apt 4',
    'PO Box',
    'C.P.',
    'B3H',
    '4R2',
    'rosa.diaz',
    '@',
    'mail.example',
  ],
  ...[
    '50244764',
    '#',
    'depression',
    'casier judiciaire',
    'aide',
    'sociale',
    ' ',
    '\n',
    '\u00a0',
    '🙂',
    '\ud800',
  ],
  ...['\u0301', '\u0323', '王', 'أَمَل', 'é', 'e\u0301', '.', ':', '<', '>'],
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' ')),
);

const find = (emailContent: string) => findPrivacyFindings({ emailContent }, rosa, expectedDetails);

it('[B3] A finding is a place in its text that holds something, and cuts no character in two', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end } of find(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(cutsCharacter(text, start), `start ${start}`).toBe(false);
        expect(cutsCharacter(text, end), `end ${end}`).toBe(false);
      }
    }),
    { numRuns: 3_000 },
  );
});

/** True between the halves of a surrogate pair and before a combining mark that has a letter. */
function cutsCharacter(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return false;
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const halves = /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at));
  return halves || (/^\p{Mn}/u.test(after) && /\p{L}\p{Mn}*$/u.test(text.slice(0, at)));
}

it('[B3] Findings come in order, and none overlaps another', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const findings = find(text);
      findings.slice(1).forEach((finding, i) => {
        expect(finding.start).toBeGreaterThanOrEqual(findings[i]?.end ?? 0);
      });
    }),
    { numRuns: 3_000 },
  );
});

it('[B3] The same text gives the same findings, in the subject as in the content', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const inSubject = findPrivacyFindings({ emailSubject: text }, rosa, expectedDetails);
      expect(inSubject.map((finding) => ({ ...finding, field: 'emailContent' }))).toEqual(find(text));
    }),
  );
});

const planted: [PrivacyFindingKind, string][] = [
  ['NAME', 'Rosa Díaz'],
  ['NAME', 'DIAZ, Rosa'],
  ['SIN', '046 454 286'],
  ['PHONE', '902-555-0143'],
  ['EMAIL', 'rosa.diaz@mail.example'],
  ['CASE_ID', '50244764'],
];

/** Words of an email: what stands beside a number may make it part of a longer one, so digits stay out. */
const words = fc
  .array(
    fc.constantFrom('the', 'client', 'votre', 'dossier', 'é', '🙂', 'ɨ', '(', '“', ';', '?', '\n', '\u0301'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '));
const anything = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/\p{N}/gu, ''));

it.each(planted)('[B3] %s is found wherever %s stands between spaces', (kind, detail) => {
  fc.assert(
    fc.property(fc.oneof(words, anything), fc.oneof(words, anything), (before, after) => {
      const start = before.length + 1;
      const covers = find(`${before} ${detail} ${after}`).some(
        (finding) => finding.kind === kind && finding.start <= start && finding.end >= start + detail.length,
      );
      expect(covers, JSON.stringify(before)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

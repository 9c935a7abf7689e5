import { describe, expect, it } from 'vitest';
import { privacyAdvice } from '../../../../src/domain/referrals/privacy/privacy-advice.ts';
import type { PrivacyFindingKind } from '../../../../src/domain/referrals/privacy/privacy-finding.ts';

const kinds: PrivacyFindingKind[] = [
  ...(['NAME', 'BIRTH_DATE', 'SIN', 'HEALTH_CARD_NUMBER', 'PHONE', 'EMAIL', 'STREET_ADDRESS'] as const),
  ...(['POSTAL_CODE', 'CASE_ID', 'HEALTH', 'JUSTICE', 'INCOME_ASSISTANCE', 'SCHOOLING'] as const),
];

describe.each(kinds)('the advice on %s', (kind) => {
  it('[B3] says in both languages what it is and to leave it out', () => {
    const { EN, FR } = privacyAdvice({ kind, severity: 'HIGH' });
    expect(EN).toMatch(/^This is (?:the|an?|information) .+\. Leave it out\. \S.+\.$/);
    expect(FR).toMatch(/^C’est (?:le|la|l’|une?).+\. Retirez ce passage\. \S.+\.$/);
  });

  it('[B3] leaves it to the reader whether it is that, where it may be something else', () => {
    const { EN, FR } = privacyAdvice({ kind, severity: 'LOW' });
    expect(EN).toMatch(/^If this is .+, leave it out\. \S.+\.$/);
    expect(FR).toMatch(/^Si c’est .+, retirez ce passage\. \S.+\.$/);
  });
});

it('[B3] no two kinds are advised alike', () => {
  const advice = kinds.map((kind) => privacyAdvice({ kind, severity: 'HIGH' }));
  for (const language of ['EN', 'FR'] as const) {
    expect(new Set(advice.map((texts) => texts[language])).size).toBe(kinds.length);
  }
});

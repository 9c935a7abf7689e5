import type { PrivacyFindingKind } from './privacy-finding.ts';
import { healthWords } from './words/health-words.ts';
import { incomeAssistanceWords } from './words/income-assistance-words.ts';
import { justiceWords } from './words/justice-words.ts';
import { schoolingWords } from './words/schooling-words.ts';
import { serviceWords } from './words/service-words.ts';

/** What a word can tell of a person's history. */
export type HistoryKind = Extract<
  PrivacyFindingKind,
  'HEALTH' | 'JUSTICE' | 'INCOME_ASSISTANCE' | 'SCHOOLING'
>;

/**
 * Phrases in English and French, separated by semicolons. Plurals and feminine forms in -s, -e and -es go without saying; other
 * endings stand in brackets, # for none. What stands in capitals counts in capitals only, save NUMBER, which is any number.
 * Left out is what organizations say of their own work: health care, counselling, training, employment.
 */
export const phrases: Record<HistoryKind | 'SERVICE', string> = {
  SERVICE: serviceWords,
  HEALTH: healthWords,
  JUSTICE: justiceWords,
  INCOME_ASSISTANCE: incomeAssistanceWords,
  SCHOOLING: schoolingWords,
};

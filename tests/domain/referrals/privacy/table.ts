import { templates } from '../../../../prisma/sample-data/templates.ts';
import { helene, may, rosa } from './client.ts';
import type { Rows } from './read-marked.ts';
import { dates } from './table-dates.ts';
import { englishNames } from './table-english-names.ts';
import { everyday } from './table-everyday.ts';
import { frenchNames } from './table-french-names.ts';
import { hard } from './table-hard.ts';
import { harmlessEnglish } from './table-harmless-english.ts';
import { harmlessFrench } from './table-harmless-french.ts';
import { historyWords } from './table-history-words.ts';
import { numbers } from './table-numbers.ts';
import { places } from './table-places.ts';
import { slips } from './table-slips.ts';
import { wholeEmails } from './table-whole-emails.ts';

/** The subjects and contents that every referral starts with, in both languages. */
const provincialTexts = Object.values(templates).flatMap(({ EN, FR }) => [
  EN.emailSubject,
  EN.emailContent,
  FR.emailSubject,
  FR.emailContent,
]);

/** The rows that must be right, by what they try. */
export const table: Record<string, Rows[]> = {
  'names in English': englishNames,
  'names in French and other scripts': frenchNames,
  dates,
  'numbers and email addresses': numbers,
  places,
  'words of history': historyWords,
  'harmless English': harmlessEnglish,
  'harmless French': harmlessFrench,
  'the provincial templates': [rosa, helene, may].map((client) => ({ client, texts: provincialTexts })),
  'everyday sentences': everyday,
  'details let slip': slips,
  'whole emails': wholeEmails,
};

/** All rows, with the debatable ones, which count towards the figures only. */
export const everyRow: Rows[] = [...Object.values(table).flat(), ...hard];

import type { Row } from './row.ts';
import { addresses } from './table-of-addresses.ts';
import { dates } from './table-of-dates.ts';
import { emails } from './table-of-emails.ts';
import { everydayTexts } from './table-of-everyday-texts.ts';
import { history } from './table-of-history.ts';
import { names } from './table-of-names.ts';
import { numbers } from './table-of-numbers.ts';

/** The cases by which the privacy check is judged, in both languages. */
export const table: Record<string, Row[]> = {
  names,
  dates,
  numbers,
  addresses,
  history,
  emails,
  'everyday texts': everydayTexts,
};

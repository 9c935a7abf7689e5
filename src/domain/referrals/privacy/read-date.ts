import { joinsNumberAfter, joinsNumberBefore, pastOrdinal, shortNumber, step } from './date-parts.ts';
import type { Token } from './read-tokens.ts';

/** A day, or what is said of it; null where the year or the day of the month is left out. */
export type SpokenDay = { year: number | null; month: number; day: number | null };

/** A date in a text: the tokens it takes up, the last inclusive, and every day that it may mean. */
export type SpokenDate = { first: number; last: number; days: SpokenDay[] };

const monthNames = [
  'january jan janvier janv',
  'february feb fevrier fevr fev',
  'march mar mars',
  'april apr avril avr',
  'may mai',
  'june jun juin',
  'july jul juillet juil',
  'august aug aout',
  'september sept sep septembre',
  'october oct octobre',
  'november nov novembre',
  'december dec decembre',
];
const months = new Map(
  monthNames.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Reads the date that begins at a token, in any of the ways of writing of English and French Canada. */
export function readDate(tokens: readonly Token[], first: number): SpokenDate | null {
  const token = tokens[first];
  if (token === undefined || joinsNumberBefore(tokens, first)) return null;
  const date = token.kind === 'number' ? fromNumber(tokens, first) : fromMonth(tokens, first);
  if (date === null || !date.days.some(isDay) || joinsNumberAfter(tokens, date.last)) return null;
  return { ...date, days: date.days.filter(isDay) };
}

function isDay({ year, month, day }: SpokenDay): boolean {
  const inYear = year === null || year < 100 || (year >= 1900 && year < 2100);
  return inYear && month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31));
}

function fromNumber(tokens: readonly Token[], first: number): SpokenDate | null {
  const digits = tokens[first]?.folded ?? '';
  if (digits.length === 8) return { first, last: first, days: compact(digits) };
  if (digits.length === 4) return fromYear(tokens, first);
  if (digits.length > 2) return null;
  return dayThenMonthName(tokens, first) ?? threeNumbers(tokens, first);
}

/** 19900305, 05031990 or 03051990. */
function compact(digits: string): SpokenDay[] {
  const at = (start: number, length: number) => Number(digits.slice(start, start + length));
  return [{ year: at(0, 4), month: at(4, 2), day: at(6, 2) }, ...bothOrders(at(4, 4), at(0, 2), at(2, 2))];
}

/** 1990-03-05, 1990 March 5. */
function fromYear(tokens: readonly Token[], first: number): SpokenDate | null {
  const year = Number(tokens[first]?.folded);
  const middle = step(tokens, first, '-/.,');
  if (middle === null) return null;
  const named = months.get(tokens[middle]?.folded ?? '');
  const month = named ?? shortNumber(tokens, middle);
  const last = month === null ? null : step(tokens, middle, '-/.,');
  const day = last === null ? null : shortNumber(tokens, last);
  if (month === null || last === null || day === null) return null;
  return { first, last: pastOrdinal(tokens, last), days: [{ year, month, day }] };
}

/** 05/03/1990, 3-5-90, 90.03.05, and with spaces where the year has four digits. */
function threeNumbers(tokens: readonly Token[], first: number): SpokenDate | null {
  const middle = step(tokens, first, '-/.');
  const last = middle === null ? null : step(tokens, middle, "-/.'");
  const [one, two] = [shortNumber(tokens, first), middle === null ? null : shortNumber(tokens, middle)];
  if (one === null || two === null || middle === null || last === null) return null;
  const third = tokens[last]?.folded ?? '';
  if (third.length === 4) return { first, last, days: bothOrders(Number(third), one, two) };
  const marked = middle > first + 1 && last > middle + 1;
  const other = shortNumber(tokens, last);
  if (!marked || other === null || third.length !== 2) return null;
  return { first, last, days: [...bothOrders(other, one, two), { year: one, month: two, day: other }] };
}

function bothOrders(year: number, one: number, other: number): SpokenDay[] {
  return [
    { year, month: one, day: other },
    { year, month: other, day: one },
  ];
}

/** 5 March 1990, 5th of March, 1er mars 1990, 5-Mar-90. */
function dayThenMonthName(tokens: readonly Token[], first: number): SpokenDate | null {
  const day = shortNumber(tokens, first);
  const named = step(tokens, pastOrdinal(tokens, first), "-/.,'", /^(?:of|de|d|day)$/);
  const month = named === null ? undefined : months.get(tokens[named]?.folded ?? '');
  if (day === null || named === null || month === undefined) return null;
  const year = yearAfter(tokens, named);
  return { first, last: year?.last ?? named, days: [{ year: year?.year ?? null, month, day }] };
}

/** March 5, 1990; Mar. 5/90; March 1990. */
function fromMonth(tokens: readonly Token[], first: number): SpokenDate | null {
  const month = months.get(tokens[first]?.folded ?? '');
  const next = month === undefined ? null : step(tokens, first, '-/.,', /^(?:of|de|the|le)$/);
  if (month === undefined || next === null) return null;
  const digits = tokens[next]?.folded ?? '';
  if (digits.length === 4) return { first, last: next, days: [{ year: Number(digits), month, day: null }] };
  const day = shortNumber(tokens, next);
  if (day === null) return null;
  const last = pastOrdinal(tokens, next);
  const year = yearAfter(tokens, last);
  return { first, last: year?.last ?? last, days: [{ year: year?.year ?? null, month, day }] };
}

/** Four digits after a space, comma or dash; two only after a mark: '90, /90, -90, or a comma. */
function yearAfter(tokens: readonly Token[], after: number): { year: number; last: number } | null {
  const last = step(tokens, after, "-/.,'", /^(?:of|de)$/);
  const digits = last === null ? '' : (tokens[last]?.folded ?? '');
  if (last === null || tokens[last]?.kind !== 'number') return null;
  const marked = /^[-/']$/.test(tokens[last - 1]?.folded ?? '') || tokens[last]?.gap === 'none';
  return digits.length === 4 || (digits.length === 2 && marked) ? { year: Number(digits), last } : null;
}

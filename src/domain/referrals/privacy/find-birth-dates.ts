import { distanceBack } from './digit-runs.ts';
import { readDate, type SpokenDate, type SpokenDay } from './read-date.ts';
import type { Token } from './read-tokens.ts';
import { type Certainty, type Sighting, sightingOf } from './sighting.ts';

const birthWords = new Set('born birth birthdate birthday bday dob naissance nee nees ddn'.split(' '));
const dayWords = new Set(['anniversaire', 'fete', 'turned', 'turns', 'turning']);

/**
 * Finds dates of birth: this client's date wherever it stands, without its year only where birth is spoken of; and any
 * other date, month or year that somebody is said to be born on, as possibly the client's.
 * @param birthDate midnight UTC of the day, as the database keeps days.
 */
export function findBirthDates(tokens: readonly Token[], birthDate: Date): Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const date = readDate(tokens, at) ?? yearAlone(tokens, at) ?? sixDigits(tokens, at);
    if (date === null) continue;
    const certainty = certaintyOf(tokens, date, birthDate);
    if (certainty !== null) sightings.push(sightingOf(tokens, date, 'BIRTH_DATE', certainty));
    at = date.last;
  }
  return sightings;
}

function certaintyOf(tokens: readonly Token[], date: SpokenDate, birthDate: Date): Certainty | null {
  const spokenOf = speaksOfBirth(tokens, date);
  const whole = date.days.filter(({ year, day }) => year !== null && day !== null);
  const lone = date.last === date.first && (tokens[date.first]?.folded.length ?? 0) < 8;
  if (whole.some((day) => isSame(day, birthDate)) && (spokenOf || !lone)) return 'client';
  if (date.days.some((day) => isSame(day, birthDate))) {
    const celebrated = distanceBack(tokens, date.first, dayWords, 8) < Number.POSITIVE_INFINITY;
    if (spokenOf || (celebrated && !lone)) return 'client';
  }
  if (!spokenOf) return null;
  return 'possible';
}

/** Whether a day is the client's, in whatever of it is said; month 0 is a year alone. */
function isSame({ year, month, day }: SpokenDay, birthDate: Date): boolean {
  const born = birthDate.getUTCFullYear();
  const sameYear = year === null || year === born || (year < 100 && year === born % 100);
  const sameMonth = month === 0 || month === birthDate.getUTCMonth() + 1;
  return sameYear && sameMonth && (day === null || day === birthDate.getUTCDate());
}

/** Whether a word for birth stands shortly before the date in its sentence, or right after it. */
function speaksOfBirth(tokens: readonly Token[], { first, last }: SpokenDate): boolean {
  for (let at = first - 1; at >= first - 8 && tokens[at + 1]?.gap !== 'paragraph'; at -= 1) {
    if (isBirthWord(tokens, at)) return true;
    if (endsSentence(tokens, at)) break;
  }
  for (let at = last + 1; at <= last + 5 && tokens[at]?.gap !== 'paragraph'; at += 1) {
    if (isBirthWord(tokens, at)) return true;
    if (tokens[at]?.kind === 'number' || /^[.,;]$/.test(tokens[at]?.folded ?? '')) return false;
  }
  return false;
}

/** A full stop, unless it follows an abbreviation. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.folded ?? '';
  return /^[.!?;]$/.test(tokens[at]?.folded ?? '') && before.length > 2;
}

function isBirthWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (birthWords.has(token.folded)) return true;
  // "né" is a participle; "ne" is a negation, save before "le" or "en" and a date.
  if (/^nes?$/.test(token.folded)) {
    return /é/iu.test(token.typed.normalize('NFC')) || /^(?:le|en|\()$/.test(tokens[at + 1]?.folded ?? '');
  }
  const spelled = [0, 2, 4].map((offset) => tokens[at + offset]?.folded).join('');
  return spelled === 'dob' || spelled === 'ddn';
}

function yearAlone(tokens: readonly Token[], at: number): SpokenDate | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:19|20)[0-9]{2}$/.test(token.folded)) return null;
  return { first: at, last: at, days: [{ year: Number(token.folded), month: 0, day: null }] };
}

/** 900305 and its other orders, which mean a date only where birth is spoken of. */
function sixDigits(tokens: readonly Token[], at: number): SpokenDate | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.folded.length !== 6) return null;
  const [one = 0, two = 0, three = 0] = [0, 2, 4].map((start) =>
    Number(token.folded.slice(start, start + 2)),
  );
  const days = [
    { year: one, month: two, day: three },
    { year: three, month: one, day: two },
    { year: three, month: two, day: one },
  ].filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  return days.length === 0 ? null : { first: at, last: at, days };
}

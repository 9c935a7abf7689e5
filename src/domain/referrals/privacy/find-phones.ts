import { distanceBack, type Run, runOfDigits, runOfShape, runUpTo, standsAlone } from './digit-runs.ts';
import { localDigits, parsePhone } from './parse-phone.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const shapes = [[3, 3, 4], [10], [3, 7], [1, 3, 3, 4], [1, 10], [11], [1, 3, 7]];
const longest = 15;
const phoneWords = new Set(
  'call calling phone tel telephone cell cellular mobile text texto number appelez appeler numero cellulaire telephoner joindre'.split(
    ' ',
  ),
);

/**
 * Finds phone numbers: this client's for sure, any other as possibly the client's. Toll-free numbers are an organization's.
 * @param others the numbers of the organizations and staff that the referral is between.
 */
export function findPhones(
  tokens: readonly Token[],
  phone: string | null,
  others: readonly string[],
): Sighting[] {
  const own = localDigits(phone ?? '');
  const known = new Set(others.map(localDigits));
  const knownLocally = new Set(others.map((number) => localDigits(number).slice(-7)));
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number') return [];
    const mine = ownAt(tokens, at, own);
    if (mine !== null) return [sightingOf(tokens, widened(tokens, mine), 'PHONE', 'client')];
    const run = international(tokens, at) ?? national(tokens, at);
    if (run !== null) {
      const certainty = known.has(run.digits.slice(-10)) ? 'others' : 'possible';
      return [sightingOf(tokens, widened(tokens, run), 'PHONE', certainty)];
    }
    const short = runOfShape(tokens, at, [3, 4]);
    if (short === null || distanceBack(tokens, at, phoneWords, 4) === Number.POSITIVE_INFINITY) return [];
    if (/^[01]/.test(short.digits) || knownLocally.has(short.digits)) return [];
    return [sightingOf(tokens, short, 'PHONE', 'possible')];
  });
}

/** This client's number, with or without a 1 before it; or its last seven digits, as people say it in one area. */
function ownAt(tokens: readonly Token[], at: number, own: string): Run | null {
  if (own.length < 7) return null;
  const short = runOfShape(tokens, at, [3, 4]);
  if (short?.digits === own.slice(-7)) return short;
  return runOfDigits(tokens, at, own) ?? runOfDigits(tokens, at, `1${own}`);
}

function international(tokens: readonly Token[], at: number): (Run & { digits: string }) | null {
  const plus = tokens[at - 1];
  if (plus?.folded !== '+' || tokens[at]?.gap !== 'none') return null;
  const run = runUpTo(tokens, at, longest);
  const parsed = run === null ? null : parsePhone(`+${run.digits}`);
  return run === null || parsed === null || parsed.tollFree ? null : run;
}

function national(tokens: readonly Token[], at: number): (Run & { digits: string }) | null {
  for (const shape of shapes) {
    const run = runOfShape(tokens, at, shape);
    const parsed = run === null ? null : parsePhone(run.digits);
    if (run !== null && parsed !== null) return parsed.tollFree ? null : run;
  }
  return null;
}

/** With the + or the bracket that opens it. */
function widened(tokens: readonly Token[], { first, last }: Run): Run {
  const opens = /^[+(]$/.test(tokens[first - 1]?.folded ?? '') && tokens[first]?.gap === 'none';
  return opens && standsAlone(tokens, { first, last }) ? { first: first - 1, last } : { first, last };
}

import { standsAlone } from './digit-runs.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const form = /^[abceghj-nprstvxy][0-9][abceghj-nprstv-z][0-9][abceghj-nprstv-z][0-9]$/;

/**
 * Finds Canadian postal codes: this client's for sure, any other as possibly the client's.
 * @param others the organizations' codes; one that the client shares, as all of a village do, is the organization's.
 */
export function findPostalCodes(
  tokens: readonly Token[],
  postalCode: string | null,
  others: readonly string[],
): Sighting[] {
  const own = comparable(postalCode ?? '');
  const known = new Set(others.map(comparable));
  return tokens.flatMap((_, first) => {
    const run = codeAt(tokens, first);
    if (run === null) return [];
    const certainty = known.has(run.code) ? 'others' : run.code === own ? 'client' : 'possible';
    return [sightingOf(tokens, run, 'POSTAL_CODE', certainty)];
  });
}

function comparable(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Six letters and digits in turn, with a space or a dash after the third or without. */
function codeAt(
  tokens: readonly Token[],
  first: number,
): { first: number; last: number; code: string } | null {
  if (tokens[first]?.folded.length !== 1) return null;
  const dash = tokens[first + 3]?.folded === '-' ? 1 : 0;
  const last = first + 5 + dash;
  const parts = [0, 1, 2, 3 + dash, 4 + dash, 5 + dash].map((offset) => tokens[first + offset]);
  const code = parts.map((part) => part?.folded ?? '').join('');
  if (!form.test(code)) return null;
  const together = parts.every((part, index) => {
    const gap = part?.gap ?? 'none';
    return index === 0 || gap === 'none' || (index === 3 && gap === 'space');
  });
  return together && standsAlone(tokens, { first, last }) ? { first, last, code } : null;
}

import type { PrivacyFindingKind } from './privacy-finding.ts';
import type { Token } from './read-tokens.ts';

/**
 * How sure a finder is. `client`: it is this client's. `others`: it is known to be somebody else's, so whatever less sure
 * finders see in it does not count. `likely`: such a thing always belongs to a person. `possible`: it depends on what is meant.
 */
export type Certainty = 'client' | 'others' | 'likely' | 'possible';

/** What one finder sees in one text. */
export type Sighting = {
  /** In UTF-16 units, the end exclusive. */
  start: number;
  end: number;
  kind: PrivacyFindingKind;
  certainty: Certainty;
};

/** A sighting that takes up a run of tokens. */
export function sightingOf(
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
  kind: PrivacyFindingKind,
  certainty: Certainty,
): Sighting {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0, kind, certainty };
}

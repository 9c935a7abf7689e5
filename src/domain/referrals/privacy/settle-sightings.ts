import type { Certainty, Sighting } from './sighting.ts';

const surest: Record<Certainty, number> = { client: 0, others: 1, likely: 2, possible: 3 };

/**
 * Of sightings that overlap keeps the surest, of equally sure ones the longest; what is known to be somebody else's goes, with
 * all less sure ones in it.
 * @param length of the text, in UTF-16 units.
 * @returns those to report, by place.
 */
export function settleSightings(length: number, sightings: readonly Sighting[]): Sighting[] {
  const taken = new Uint8Array(length);
  return sightings
    .toSorted((one, other) => surest[one.certainty] - surest[other.certainty] || span(other) - span(one))
    .filter(({ start, end }) => {
      // A sighting is as long as an address at most, so that this takes a bounded time for each.
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .filter(({ certainty }) => certainty !== 'others')
    .sort((one, other) => one.start - other.start);
}

function span({ start, end }: Sighting): number {
  return end - start;
}

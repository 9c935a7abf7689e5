import { holds } from './claims.ts';
import type { Look, Place } from './look.ts';
import type { RoleViewer } from './viewers.ts';

/** What a viewer was given by the entries of one name. */
export type Walk = { viewer: RoleViewer; entry: string; found: Look };

/** Whether the tables let a viewer see a place. */
function allowed(viewer: RoleViewer, { claims }: Place): boolean {
  return claims.every((claim) => holds(viewer, claim));
}

/** Every place that anybody was shown, by entry and path. */
function placesShown(walks: readonly Walk[]): Map<string, Map<string, Place>> {
  const places = new Map<string, Map<string, Place>>();
  for (const { entry, found } of walks) {
    places.set(entry, new Map([...(places.get(entry) ?? []), ...found.seen]));
  }
  return places;
}

/**
 * Where viewers were shown what the tables do not let them see, or were not shown what they do: each once, at the outermost
 * place, with all whom it concerns. What nobody was shown nobody was kept from.
 */
export function judge(walks: readonly Walk[]): string[] {
  const places = placesShown(walks);
  const wrong = walks.flatMap(({ viewer, entry, found: { seen } }) => {
    const known = places.get(entry) ?? new Map<string, Place>();
    return [...known.values()].flatMap((place): [string, RoleViewer][] => {
      const around = placeAround(place, known);
      const what = `${place.path} (${place.claims.join(', ')})`;
      const may = allowed(viewer, place);
      if (seen.has(place.path)) {
        const told = around !== undefined && seen.has(around.path) && !allowed(viewer, around);
        return may || told ? [] : [[`${what} IS SHOWN TO`, viewer]];
      }
      // Inside what is shown, a record may lack what another has, where nothing but the record decides.
      const decided = around === undefined || place.claims.length > around.claims.length;
      const told = around !== undefined && !seen.has(around.path);
      return may && decided && !told ? [[`${what} is kept from`, viewer]] : [];
    });
  });
  return gathered(wrong);
}

/** The place that another is in. */
function placeAround({ path }: Place, known: Map<string, Place>): Place | undefined {
  const steps = path.split('.');
  while (steps.length > 1) {
    steps.pop();
    const place = known.get(steps.join('.'));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Each thing that is wrong, with all whom it concerns. */
export function gathered(wrong: [what: string, whom: RoleViewer][]): string[] {
  const found = new Map<string, string[]>();
  for (const [what, { title }] of wrong) found.set(what, [...(found.get(what) ?? []), title]);
  return [...found].map(([what, whom]) => `${what}: ${whom.join('; ')}`);
}

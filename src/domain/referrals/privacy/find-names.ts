import type { PersonName } from '../../people/person-name.ts';
import { findNameClusters, type NameCluster } from './find-name-clusters.ts';
import { followsTitle, looksLikeName, opensSentence } from './looks-like-name.ts';
import { type NameUnit, nameUnits } from './name-units.ts';
import { isCapitalized, type Token } from './read-tokens.ts';
import { type Certainty, type Sighting, sightingOf } from './sighting.ts';

/**
 * Finds this client's name in any order, case and accents, whole, with initials or a part of it. A part that is an ordinary
 * word too counts only where it looks like a name, and as a possible one; one that somebody known to the referral bears as
 * well is left alone in greetings.
 * @param people staff and contact; their own names are theirs.
 */
export function findNames(
  tokens: readonly Token[],
  client: PersonName,
  people: readonly PersonName[],
): Sighting[] {
  const units = nameUnits(client);
  const others = people.map(nameUnits).filter((other) => sharesPart(other, units) && !isSame(other, units));
  const borne = new Set(others.flatMap((other) => other.map(({ letters }) => letters)));
  return [
    ...findNameClusters(tokens, [...namesInOneWord(units), ...units]).flatMap((cluster) => {
      const certainty = certaintyOf(tokens, cluster, borne);
      return certainty === null ? [] : [sightingOf(tokens, cluster, 'NAME', certainty)];
    }),
    ...others
      .flatMap((other) => findNameClusters(tokens, other))
      .filter(isWhole)
      .map((cluster) => sightingOf(tokens, cluster, 'NAME', 'others')),
  ];
}

/** Given and family name without a space, as in names of files. */
function namesInOneWord(units: readonly NameUnit[]): NameUnit[] {
  const letters = (role: NameUnit['role']) =>
    units.filter((unit) => unit.role === role).map((unit) => unit.letters);
  const joined = letters('given').flatMap((given) =>
    letters('family').flatMap((family) => [given + family, family + given]),
  );
  return joined
    .filter((word) => word.length > 5)
    .map((word) => ({ role: 'family', letters: word, seams: new Set(), ordinary: false, alone: 'likely' }));
}

function sharesPart(one: readonly NameUnit[], other: readonly NameUnit[]): boolean {
  const letters = new Set(other.map((unit) => unit.letters));
  return one.some((unit) => letters.has(unit.letters));
}

/** Whether given and family name are the same: then nobody can tell whose it is. */
function isSame(one: readonly NameUnit[], other: readonly NameUnit[]): boolean {
  const longest = (units: readonly NameUnit[], role: NameUnit['role']) =>
    units.find((unit) => unit.role === role)?.letters;
  return (
    longest(one, 'given') === longest(other, 'given') && longest(one, 'family') === longest(other, 'family')
  );
}

/** Whether a family name stands with a given name or with initials. */
function isWhole({ units, initial }: NameCluster): boolean {
  const roles = new Set(units.map(({ role }) => role));
  return roles.has('family') && (initial || roles.size > 1);
}

function certaintyOf(
  tokens: readonly Token[],
  cluster: NameCluster,
  borne: ReadonlySet<string>,
): Certainty | null {
  const { units, initial } = cluster;
  const [only] = units;
  if (units.length > 1 || initial) {
    const words = units.every(({ ordinary, alone }) => ordinary || alone === 'never');
    return !words || isWrittenAsName(tokens, cluster) ? 'client' : null;
  }
  if (only === undefined) return null;
  if (only.alone === 'never') {
    const addressed = only.role === 'family' && followsTitle(tokens, cluster.first);
    return addressed && looksLikeName(tokens, cluster) ? 'possible' : null;
  }
  if (only.alone === 'ifCapitalized' && !looksLikeName(tokens, cluster)) return null;
  if (borne.has(only.letters)) return isGreeting(tokens, cluster) ? null : 'possible';
  return only.alone === 'likely' ? 'likely' : 'possible';
}

/** Ordinary words together are a name in capitals, or where whoever writes begins sentences without one: "rose young is next". */
function isWrittenAsName(tokens: readonly Token[], { first, last, units }: NameCluster): boolean {
  const words = tokens.slice(first, last + 1).filter(({ kind }) => kind === 'word');
  const after = tokens[last + 1];
  // "M. Le Gall" is somebody else than M. Le.
  if (units.length === 1 && after?.kind === 'word' && after.gap === 'space' && isCapitalized(after))
    return false;
  return words.every(isCapitalized) || (!words.some(isCapitalized) && opensSentence(tokens, first));
}

const greetings =
  /^(?:dear|hi|hello|hey|morning|afternoon|evening|thanks|thank|you|bonjour|bonsoir|salut|cher|chere|chers|merci|mr|mrs|ms|miss|mx|mme|mlle|m|madame|monsieur)$/;

/** Whether a name is greeted, thanked or signed with: alone on its line, or after such a word. */
function isGreeting(tokens: readonly Token[], { first, last }: NameCluster): boolean {
  const before = tokens[first - 1]?.folded === '.' ? tokens[first - 2] : tokens[first - 1];
  const after = tokens[last + 1];
  const opensLine = first === 0 || /^(?:line|paragraph)$/.test(tokens[first]?.gap ?? '');
  const closesLine = after === undefined || after.folded === ',' || /^(?:line|paragraph)$/.test(after.gap);
  return (opensLine && closesLine) || (before !== undefined && greetings.test(before.folded));
}

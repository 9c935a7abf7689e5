import { initialsAt, initialsOf, nextPiece } from './name-initials.ts';
import { type NameUnit, nameLetters } from './name-units.ts';
import { isCapitalized, type Token } from './read-tokens.ts';

/** Parts of one name that stand together: "Rosa L. Diaz", "DIAZ, Rosa", "R.L. Diaz", or a single part. */
export type NameCluster = {
  /** The tokens it takes up, the last inclusive. */
  first: number;
  last: number;
  units: NameUnit[];
  /** Whether an initial of the name stands with them. */
  initial: boolean;
};

/** A name as it is searched for, with the initials that may stand for its given names and for any of it. */
type Searched = { units: readonly NameUnit[]; given: ReadonlySet<string>; all: ReadonlySet<string> };

/** Finds the parts of one name in a text, each with those that belong to it, in the order of the text. */
export function findNameClusters(tokens: readonly Token[], units: readonly NameUnit[]): NameCluster[] {
  const name = {
    units,
    given: initialsOf(units, ['given', 'middle']),
    all: initialsOf(units, ['given', 'middle', 'family']),
  };
  const clusters: NameCluster[] = [];
  let index = 0;
  while (index < tokens.length) {
    const cluster = clusterAt(tokens, index, name);
    if (cluster !== null) clusters.push(cluster);
    index = cluster === null ? index + 1 : cluster.last + 1;
  }
  return clusters;
}

function clusterAt(tokens: readonly Token[], first: number, name: Searched): NameCluster | null {
  const leading = initialsAt(tokens, first, name.given);
  const begin = leading === null ? first : nextPiece(tokens, leading, '-');
  const head = begin === null ? null : unitAt(tokens, begin, name);
  if (head === null || (leading !== null && head.unit.role !== 'family')) return null;
  const cluster = { first, last: head.last, units: [head.unit], initial: leading !== null };
  while (extend(tokens, cluster, name)) {
    // Each turn takes in one more part of the name.
  }
  return cluster;
}

/** Takes the next part, or the initials, that belong to a cluster into it. */
function extend(tokens: readonly Token[], cluster: NameCluster, name: Searched): boolean {
  const next = nextPiece(tokens, cluster.last, '.,،、・()"«»“”-_/');
  if (next === null) return false;
  const part = unitAt(tokens, next, name) ?? afterMiddleInitial(tokens, next, name);
  if (part !== null) {
    cluster.units.push(part.unit);
    cluster.last = part.last;
    return true;
  }
  if (cluster.initial) return false;
  const family = cluster.units.at(-1)?.role === 'family';
  const following = nextPiece(tokens, cluster.last, ',(-_');
  if (following === null) return false;
  const comma = tokens[following - 1]?.folded === ',';
  const last = initialsAt(tokens, following, family ? name.given : name.all);
  if (last === null || (!comma && isWordByItself(tokens, following))) return false;
  cluster.initial = true;
  cluster.last = last;
  return true;
}

/** "I" and "A", without a dot, are words rather than initials. */
function isWordByItself(tokens: readonly Token[], at: number): boolean {
  const isWord = /^(?:[aiy])$/.test(tokens[at]?.folded ?? '');
  return isWord && tokens[at + 1]?.folded !== '.';
}

/** Between given and family name, an initial of any middle name: "Rosa M. Diaz". */
function afterMiddleInitial(tokens: readonly Token[], at: number, name: Searched) {
  const token = tokens[at];
  if (token === undefined || token.folded.length !== 1 || !isCapitalized(token)) return null;
  const next = nextPiece(tokens, at, '.');
  const part = next === null ? null : unitAt(tokens, next, name);
  return part?.unit.role === 'family' ? part : null;
}

/** The longest part of the name that begins at a word. */
function unitAt(
  tokens: readonly Token[],
  at: number,
  { units }: Searched,
): { unit: NameUnit; last: number } | null {
  for (const unit of units) {
    const last = unitEnd(tokens, at, unit);
    if (last !== null) return { unit, last };
  }
  return null;
}

/** Compares words with a part of a name; an apostrophe may stand anywhere in it, a space, dash or dot at its seams. */
function unitEnd(tokens: readonly Token[], first: number, { letters, seams }: NameUnit): number | null {
  let read = 0;
  let at: number | null = first;
  while (at !== null) {
    const token: Token | undefined = tokens[at];
    if (token === undefined || token.kind !== 'word') return null;
    const piece = nameLetters(token.folded);
    if (piece === '' || !letters.startsWith(piece, read)) return null;
    read += piece.length;
    if (read === letters.length) return at;
    at = joinedWord(tokens, at, seams.has(read));
  }
  return null;
}

/** The word that goes on where one ends. */
function joinedWord(tokens: readonly Token[], at: number, seam: boolean): number | null {
  const next = tokens[at + 1];
  if (next === undefined || next.gap === 'paragraph') return null;
  if (next.kind === 'word') return seam || next.gap === 'none' ? at + 1 : null;
  const joins = next.folded === "'" || (seam && (next.folded === '-' || next.folded === '.'));
  const apart = tokens[at + 2]?.gap !== 'none' && !seam;
  return joins && !apart && tokens[at + 2]?.kind === 'word' ? at + 2 : null;
}

import { foldLetters } from './fold-letters.ts';
import { type HistoryKind, phrases } from './history-words.ts';
import { isAllCapitals, type Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

/** A place in the tree of phrases; `kind` where a phrase ends here. */
type Node = { next: Map<string, Node>; kind: HistoryKind | 'SERVICE' | null };

/** Stands in the tree for any number. */
const anyNumber = '#';
/** Marks what counts in capitals only. */
const inCapitals = '^';

const usualEndings = ['', 's', 'e', 'es'];

const root = phraseTree();

/** Finds words that tell of somebody's health, of justice, of income assistance or of schooling: possible ones all. */
export function findHistory(tokens: readonly Token[]): Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = phraseAt(tokens, at);
    if (found === null) continue;
    const { last, kind } = found;
    if (kind !== 'SERVICE') sightings.push(sightingOf(tokens, { first: at, last }, kind, 'possible'));
    at = last;
  }
  return sightings;
}

/** The longest phrase that begins at a word. */
function phraseAt(tokens: readonly Token[], first: number) {
  let found: { last: number; kind: HistoryKind | 'SERVICE' } | null = null;
  let at: number | null = first;
  let node: Node | undefined = root;
  while (at !== null && node !== undefined) {
    const token: Token | undefined = tokens[at];
    node = token === undefined ? undefined : follow(node, token);
    if (node !== undefined && node.kind !== null) found = { last: at, kind: node.kind };
    at = nextWord(tokens, at);
  }
  return found;
}

function follow({ next }: Node, token: Token): Node | undefined {
  if (token.kind === 'number') return next.get(anyNumber);
  if (token.kind === 'mark') return undefined;
  return next.get(token.folded) ?? (isAllCapitals(token) ? next.get(inCapitals + token.folded) : undefined);
}

/** The next word or number after a space, a dash or an apostrophe, in the same paragraph. */
function nextWord(tokens: readonly Token[], after: number): number | null {
  const next = tokens[after + 1];
  if (next === undefined || next.gap === 'paragraph') return null;
  if (next.kind !== 'mark') return after + 1;
  return /^[-']$/.test(next.folded) && next.gap === 'none' && tokens[after + 2]?.gap === 'none'
    ? after + 2
    : null;
}

function phraseTree(): Node {
  const tree: Node = { next: new Map(), kind: null };
  for (const [kind, list] of Object.entries(phrases) as [HistoryKind | 'SERVICE', string][]) {
    for (const phrase of list.split(';')) addPhrase(tree, phrase.trim(), kind);
  }
  return tree;
}

/** Adds every form of a phrase: each word of it in each of its forms. */
function addPhrase(tree: Node, phrase: string, kind: HistoryKind | 'SERVICE'): void {
  let ends = [tree];
  for (const word of phrase.match(/[^\s(]*(?:\([^)]*\))?/gu)?.filter((part) => part !== '') ?? []) {
    ends = formsOf(word).flatMap((form) =>
      ends.map((end) => {
        const node = end.next.get(form) ?? { next: new Map(), kind: null };
        end.next.set(form, node);
        return node;
      }),
    );
  }
  for (const end of ends) end.kind ??= kind;
}

function formsOf(word: string): string[] {
  if (word === 'NUMBER') return [anyNumber];
  if (/^[A-Z]+$/.test(word)) return [inCapitals + word.toLowerCase()];
  const [, stem = '', endings] = /^([^(]*)(?:\((.*)\))?$/u.exec(word) ?? [];
  if (endings === undefined) return usualEndings.map((ending) => foldLetters(stem) + ending);
  if (stem === '') return endings.split(',').flatMap(formsOf);
  return endings.split(',').map((ending) => foldLetters(stem + ending.replace('#', '')));
}

import type { PersonName } from '../../people/person-name.ts';
import { foldLetters } from './fold-letters.ts';
import { ordinaryWords, smallWords } from './ordinary-words.ts';
import { readTokens, type Token } from './read-tokens.ts';

/** How surely a part of a name means this client where it stands by itself. */
export type Alone = 'likely' | 'possible' | 'ifCapitalized' | 'never';

/** A part of a name that a text is searched for: one word of it, or all words of the given or of the family name. */
export type NameUnit = {
  role: 'given' | 'middle' | 'family';
  /** Folded, without what stands between its words. */
  letters: string;
  /** Where in `letters` a text may have a space, a dash or a dot: "O'Brien-MacIsaac" also as "O Brien Mac Isaac". */
  seams: ReadonlySet<number>;
  ordinary: boolean;
  alone: Alone;
};

/** More words than any name has; the rest of it is not searched for. */
const mostWords = 10;

/** The parts of a person's name, the longest first. */
export function nameUnits({ givenName, middleNames, familyName }: PersonName): NameUnit[] {
  const units = [
    ...unitsOf(givenName, 'given'),
    ...unitsOf(middleNames ?? '', 'middle'),
    ...unitsOf(familyName, 'family'),
  ];
  return units.sort((one, other) => other.letters.length - one.letters.length);
}

type Part = Pick<NameUnit, 'letters' | 'seams'>;

function unitsOf(name: string, role: NameUnit['role']): NameUnit[] {
  const parts = partsOf(name).slice(0, mostWords);
  const [only] = parts;
  if (only === undefined) return [];
  if (parts.length === 1) return [unit(only, role, true)];
  return [unit(joined(parts), role, true), ...parts.map((part) => unit(part, role, false))];
}

function unit({ letters, seams }: Part, role: NameUnit['role'], whole: boolean): NameUnit {
  const ordinary = ordinaryWords.has(letters);
  return { role, letters, seams, ordinary, alone: standing(letters, role, whole, ordinary) };
}

function standing(letters: string, role: NameUnit['role'], whole: boolean, ordinary: boolean): Alone {
  const latin = /^[a-z]*$/.test(letters);
  if (letters.length < (latin ? 3 : 2) || smallWords.has(letters)) return 'never';
  if (ordinary) return 'ifCapitalized';
  return role === 'middle' || (role === 'given' && !whole) ? 'possible' : 'likely';
}

/** What spaces and dashes part; apostrophes and changes of case part nothing, but leave a seam. */
function partsOf(name: string): Part[] {
  const parts: Part[] = [];
  let open: { letters: string; seams: Set<number> } | null = null;
  for (const token of readTokens(name)) {
    if (token.kind !== 'word') {
      if (token.folded !== "'") open = null;
      continue;
    }
    if (open === null || token.gap !== 'none') {
      open = { letters: '', seams: new Set() };
      parts.push(open);
    } else {
      open.seams.add(open.letters.length);
    }
    for (const seam of humps(token)) open.seams.add(open.letters.length + seam);
    open.letters += nameLetters(token.folded);
  }
  return parts;
}

/** Where a capital follows a small letter, in folded letters: "MacIsaac" after three. */
function humps({ typed }: Token): number[] {
  return Array.from(typed.matchAll(/\p{Ll}(?=\p{Lu})/gu), ({ index }) =>
    nameLetters(foldLetters(typed.slice(0, index + 1))),
  ).map((before) => before.length);
}

function joined(parts: Part[]): Part {
  let letters = '';
  const seams = new Set<number>();
  for (const part of parts) {
    seams.add(letters.length);
    for (const seam of part.seams) seams.add(letters.length + seam);
    letters += part.letters;
  }
  return { letters, seams };
}

/** A folded word as names compare it: Mc is Mac. */
export function nameLetters(folded: string): string {
  return folded.replace(/^mc(?=$|[a-z]{3})/, 'mac');
}

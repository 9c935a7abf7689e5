import type { LetterContent } from '../../documents/letter/letter-content.ts';
import { unprintableCharacters } from '../../documents/letter/printable-text.ts';
import { Refusal } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** Where a letter takes its words from, by the names that the fields have in the API. */
const sources = {
  contactName: { EN: 'the contact name', FR: 'le nom de la personne-ressource' },
  organizationName: { EN: 'the organization’s name', FR: 'le nom de l’organisme' },
  client: { EN: 'the client’s name', FR: 'le nom du client' },
  caseManager: {
    EN: 'the case manager’s name or details',
    FR: 'le nom ou les coordonnées du gestionnaire de cas',
  },
  sendingOrganization: {
    EN: 'your organization’s name or address',
    FR: 'le nom ou l’adresse de votre organisme',
  },
  template: { EN: 'the template', FR: 'le modèle' },
} satisfies Record<string, Bilingual>;

/** A character that no font of the letter has, and where it stands. */
export type UnprintableCharacter = {
  field: keyof typeof sources;
  /** As a reader sees it; it may consist of several code points. */
  character: string;
  /** Its code points: `U+1F600`. */
  codePoints: string[];
};

/**
 * The letter would show a sign in place of characters that its fonts do not have; each is named with its field. The
 * message names code points in order of their numbers, so that it tells no name.
 */
export class UnprintableCharacters extends Refusal {
  override readonly name = 'UnprintableCharacters';
  readonly code = 'UNPRINTABLE_CHARACTERS';
  readonly characters: UnprintableCharacter[];

  constructor(characters: UnprintableCharacter[]) {
    const fields = [...new Set(characters.map(({ field }) => field))];
    const named = (language: 'EN' | 'FR'): string =>
      fields.map((field) => `${sources[field][language]} (${codePointsIn(characters, field)})`).join(', ');
    super({
      EN: `The letter cannot print some characters in ${named('EN')}. Write them in another way, for example in Latin letters, then submit again.`,
      FR: `La lettre ne peut pas imprimer certains caractères dans ${named('FR')}. Écrivez-les autrement, par exemple en lettres latines, puis soumettez de nouveau.`,
    });
    this.characters = characters;
  }
}

/** No more code points of a field are in the message: the rest is in the list. */
const mostNamed = 5;

function codePointsIn(
  characters: readonly UnprintableCharacter[],
  wanted: UnprintableCharacter['field'],
): string {
  const found = characters.filter(({ field }) => field === wanted).flatMap(({ codePoints }) => codePoints);
  const distinct = [...new Set(found)].sort(
    (one, other) => Number.parseInt(one.slice(2), 16) - Number.parseInt(other.slice(2), 16),
  );
  return [...distinct.slice(0, mostNamed), ...(distinct.length > mostNamed ? ['…'] : [])].join(' ');
}

/** @throws UnprintableCharacters where the fonts of the letter lack a character that it would have to show (R22). */
export async function requirePrintable(content: LetterContent): Promise<void> {
  const { addressee, reference, sender, signature, title, paragraphs } = content;
  const texts: [UnprintableCharacter['field'], (string | null)[]][] = [
    ['contactName', [addressee.contactName]],
    ['organizationName', [addressee.organizationName]],
    ['client', [reference.clientName]],
    ['caseManager', Object.values(signature)],
    ['sendingOrganization', [sender.name, ...sender.addressLines, sender.phone, sender.email]],
    // Names stand in the text as well: what they have brought along is theirs.
    ['template', [title, ...paragraphs]],
  ];
  const found: UnprintableCharacter[] = [];
  for (const [field, parts] of texts) {
    for (const character of await unprintableCharacters(parts.filter((part) => part !== null).join('\n'))) {
      if (field === 'template' && found.some((other) => other.character === character)) continue;
      found.push({ field, character, codePoints: Array.from(character, codePointName) });
    }
  }
  if (found.length > 0) throw new UnprintableCharacters(found);
}

function codePointName(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${number.padStart(4, '0')}`;
}

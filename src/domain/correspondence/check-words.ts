import { unprintableCharacters } from '../../documents/letter/printable-text.ts';
import { isVisible } from '../visible-text.ts';
import type { Finding } from './check-placeholders.ts';
import { misplacedPlaceholders, misusedPlaceholders } from './check-placeholders.ts';
import { type TemplateField, templateFields } from './template-words.ts';

/** Characters that steer machines instead of being read: in a subject they could make a header, in a name hide a part of it. */
const steering = {
  one: /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu,
  many: /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
};

/** Checks one text of a template by itself: its length, its characters, its placeholders. */
export async function checkWords(field: TemplateField, text: string): Promise<Finding[]> {
  if (!isVisible(text)) return [{ kind: 'EMPTY', span: { start: 0, end: text.length }, text: empty }];
  // What is far too long has to be shortened first: only so much of it is looked at.
  const looked = text.slice(0, 2 * templateFields[field].longest);
  const inLetter = field === 'letterTitle' || field === 'letterBody';
  return [
    ...tooLong(field, text),
    ...steeringCharacters(field, looked),
    ...(inLetter ? await unprintable(looked) : []),
    ...(field === 'letterBody' ? misusedPlaceholders(looked) : misplacedPlaceholders(looked)),
  ];
}

const empty = { EN: 'Write this text.', FR: 'Rédigez ce texte.' };

function tooLong(field: TemplateField, text: string): Finding[] {
  const { longest } = templateFields[field];
  if (text.length <= longest) return [];
  const spare = text.length - longest;
  return [
    {
      kind: 'TOO_LONG',
      span: { start: longest, end: text.length },
      text: {
        EN: `At most ${longest} characters: shorten this by ${spare}.`,
        FR: `Au plus ${longest} caractères : raccourcissez ce texte de ${spare}.`,
      },
    },
  ];
}

function steeringCharacters(field: TemplateField, text: string): Finding[] {
  const { lines } = templateFields[field];
  return Array.from(text.matchAll(steering[lines]), ({ 0: characters, index }) => ({
    kind: 'CONTROL_CHARACTER',
    span: { start: index, end: index + characters.length },
    text:
      lines === 'one'
        ? {
            EN: 'Keep this to one line without control characters. Remove the line break or invisible character.',
            FR: 'Tenez ce texte sur une seule ligne, sans caractères de commande. Enlevez le saut de ligne ou le caractère invisible.',
          }
        : {
            EN: 'There is an invisible control character here. Remove it.',
            FR: 'Il y a ici un caractère de commande invisible. Enlevez-le.',
          },
  }));
}

/** Each character that the letter's fonts cannot print, at its first place. */
async function unprintable(text: string): Promise<Finding[]> {
  const characters = await unprintableCharacters(text);
  return characters.map((character) => {
    const start = Math.max(0, text.indexOf(character));
    return {
      kind: 'UNPRINTABLE_CHARACTER',
      span: { start, end: start + character.length },
      text: unprintableText,
    };
  });
}

const unprintableText = {
  EN: 'The letter’s fonts cannot print this character. Replace it.',
  FR: 'Les polices de la lettre ne peuvent pas imprimer ce caractère. Remplacez-le.',
};

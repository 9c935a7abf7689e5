import { z } from 'zod';
import { Language } from '../../generated/prisma/enums.ts';
import { longestEmailAddress } from '../email-address.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';

/** What a client may change of a draft: a field left out stays, null empties it; the language cannot be emptied. */
export type DraftInput = {
  organizationId?: string | null | undefined;
  organizationName?: string | null | undefined;
  contactName?: string | null | undefined;
  emailTo?: string | null | undefined;
  templateId?: string | null | undefined;
  language?: Language | null | undefined;
  emailSubject?: string | null | undefined;
  emailContent?: string | null | undefined;
};

/** How long what is typed into a draft may be, in UTF-16 units. */
export const longestTexts = {
  organizationName: 200,
  contactName: 200,
  emailTo: longestEmailAddress,
  emailSubject: 250,
  emailContent: 10_000,
};

const controlCharacters = /\p{Cc}/u;
const lineBreakers = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !lineBreakers.test(text))
    .nullish();

const typedText = z.object({
  organizationName: line(longestTexts.organizationName),
  contactName: line(longestTexts.contactName),
  emailTo: line(longestTexts.emailTo),
  emailSubject: line(longestTexts.emailSubject),
  emailContent: z
    .string()
    .max(longestTexts.emailContent)
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => !controlCharacters.test(text.replaceAll(/[\n\t]/g, '')))
    .nullish(),
});

const draft = typedText.extend({ language: z.enum(Language).optional() });

/** The typed texts of a draft after trimming; a blank text counts as none. */
export type DraftText = { [Field in keyof z.infer<typeof typedText>]: string | null | undefined };

/**
 * Trims and checks what was typed.
 * @returns of the texts that were given each, null where it was emptied.
 * @throws InvalidInput naming each field that is too long or holds line breaks or control characters where none may be, and
 * the language where it is emptied.
 */
export function readDraftText(input: DraftInput): DraftText {
  const parsed = draft.safeParse(input);
  if (!parsed.success) {
    throw new InvalidInput([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map(problem));
  }
  const { language, ...texts } = parsed.data;
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text?.trim() === '' ? null : text]),
  ) as DraftText;
}

function problem(field: string): FieldProblem {
  if (field === 'language') {
    return {
      field,
      text: {
        EN: 'Choose English or French, or leave it out; it cannot be emptied.',
        FR: 'Choisissez le français ou l’anglais, ou omettez ce champ; il ne peut pas être vidé.',
      },
    };
  }
  const longest = longestTexts[field as keyof typeof longestTexts];
  if (field === 'emailContent') {
    return {
      field,
      text: {
        EN: `At most ${longest} characters, without control characters.`,
        FR: `Au plus ${longest} caractères, sans caractères de commande.`,
      },
    };
  }
  return {
    field,
    text: {
      EN: `One line of at most ${longest} characters, without control characters.`,
      FR: `Une seule ligne d’au plus ${longest} caractères, sans caractères de commande.`,
    },
  };
}

import { z } from 'zod';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import type { Language } from '../language.ts';

/** What a client may change of a draft: a field left out stays, null empties it. */
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

const controlCharacters = /\p{Cc}/u;
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !controlCharacters.test(text))
    .nullish();

const lengths = { organizationName: 200, contactName: 200, emailTo: 320, emailSubject: 250 };
const longestContent = 10_000;

const typedText = z.object({
  organizationName: line(lengths.organizationName),
  contactName: line(lengths.contactName),
  emailTo: line(lengths.emailTo),
  emailSubject: line(lengths.emailSubject),
  emailContent: z
    .string()
    .max(longestContent)
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => !controlCharacters.test(text.replaceAll(/[\n\t]/g, '')))
    .nullish(),
});

/** The typed texts of a draft after trimming; an empty text counts as none. */
export type DraftText = { [Field in keyof z.infer<typeof typedText>]: string | null | undefined };

/**
 * Trims and checks what was typed.
 * @throws InvalidInput naming each field that is too long or holds line breaks or control characters where none may be.
 */
export function readDraftText(input: DraftInput): DraftText {
  const parsed = typedText.safeParse(input);
  if (!parsed.success) {
    throw new InvalidInput([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map(problem));
  }
  return Object.fromEntries(
    Object.entries(parsed.data).map(([field, text]) => [field, text === '' ? null : text]),
  ) as DraftText;
}

function problem(field: string): FieldProblem {
  const longest = lengths[field as keyof typeof lengths];
  if (longest === undefined) {
    return {
      field,
      text: {
        EN: `At most ${longestContent} characters, without control characters.`,
        FR: `Au plus ${longestContent} caractères, sans caractères de commande.`,
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

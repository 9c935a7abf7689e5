import { z } from 'zod';
import type { Language } from '../../generated/prisma/enums.ts';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import type { Bilingual } from '../language.ts';
import { readPhoneNumber } from '../people/phone-number.ts';
import { lineProblem, typedLine } from '../typed-line.ts';
import { type Read, readFields, type Typed } from './read-fields.ts';

/** What is kept of a staff member beside roles, office and account. */
export type StaffDetails = {
  givenName: string;
  familyName: string;
  jobTitle: string | null;
  email: string;
  phone: string | null;
};

/** What is kept of a service account: what it is called, and where to write to whoever runs it. */
export type ServiceAccountDetails = Pick<StaffDetails, 'familyName' | 'email'>;

/** The language somebody prefers, where it is given; a language cannot be emptied. */
export type TypedLanguage = { language?: Language | null | undefined };

/** How long a line may be, and a subject, in UTF-16 units. */
const longest = 100;
const longestSubject = 255;

const needed = typedLine(longest).refine((text) => text !== null);
const blankAsNone = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());

const shapes = {
  givenName: needed,
  familyName: needed,
  jobTitle: typedLine(longest).nullable(),
  email: z.string().trim().refine(isEmailAddress),
  phone: z
    .string()
    .nullable()
    .transform(blankAsNone)
    .transform((text, context) => {
      const found = text === null ? null : readPhoneNumber(text);
      if (text !== null && found === null) context.addIssue('cannot be read');
      return found;
    }),
};

type Field = keyof typeof shapes;

const instead: Record<Field, Bilingual> = {
  givenName: {
    EN: `Enter the given name: ${lineProblem(longest).EN}`,
    FR: `Entrez le prénom : ${lineProblem(longest).FR}`,
  },
  familyName: {
    EN: `Enter the family name: ${lineProblem(longest).EN}`,
    FR: `Entrez le nom de famille : ${lineProblem(longest).FR}`,
  },
  jobTitle: lineProblem(longest),
  email: notAnAddress,
  phone: {
    EN: 'Enter a telephone number with its area code, for example 902-555-0199, or nothing.',
    FR: 'Entrez un numéro de téléphone avec l’indicatif régional, par exemple 902-555-0199, ou rien.',
  },
};

/** Reads what was typed of a staff member; a field left out is not among those that come back. */
export function readStaff(typed: Typed<StaffDetails>): Read<StaffDetails> {
  return readFields({ shapes, instead }, Object.keys(shapes) as Field[], typed) as Read<StaffDetails>;
}

/** Like {@link readStaff}, of a service account: one name, which stands where a family name would. */
export function readServiceAccount({
  name,
  email,
}: Typed<{ name: string; email: string }>): Read<ServiceAccountDetails> {
  const { fields, problems } = readStaff({
    ...(name === undefined ? {} : { familyName: name }),
    ...(email === undefined ? {} : { email }),
  });
  const named = problems.map(({ field, text }) =>
    field === 'familyName' ? { field: 'name', text: nameNeeded } : { field, text },
  );
  return { fields, problems: named };
}

const nameNeeded: Bilingual = {
  EN: `Enter what the service account is called: ${lineProblem(longest).EN}`,
  FR: `Entrez le nom du compte de service : ${lineProblem(longest).FR}`,
};

/** A user name as it is kept, in lower case; null where it is none. */
export function readUsername(typed: string): string | null {
  const username = typed.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9._@+-]{1,99}$/.test(username) ? username : null;
}

/** What to enter instead of what is no user name. */
export const notAUsername: Bilingual = {
  EN: 'Enter from 2 to 100 letters without accents, digits, and . _ @ + - after the first.',
  FR: 'Entrez de 2 à 100 lettres sans accent, chiffres, et . _ @ + - après le premier caractère.',
};

/** A subject as the issuer writes it, letter for letter; null for what cannot be one (OpenID Connect Core, 2: ASCII, at most 255). */
export function readSubject(typed: string): string | null {
  return typed.length <= longestSubject && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(typed)
    ? typed
    : null;
}

/** What to enter instead of what is no subject. */
export const notASubject: Bilingual = {
  EN: `Enter the subject of the tokens as the issuer writes it: at most ${longestSubject} ASCII characters, no spaces around them.`,
  FR: `Entrez le sujet des jetons tel que l’émetteur l’écrit : au plus ${longestSubject} caractères ASCII, sans espaces autour.`,
};

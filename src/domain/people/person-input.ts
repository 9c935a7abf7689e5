import { z } from 'zod';
import { Language } from '../../generated/prisma/enums.ts';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import type { FieldProblem } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { lineProblem, typedLine } from '../typed-line.ts';
import { readHealthCardNumber, readPostalCode, readProvince, readSin } from './personal-numbers.ts';
import { readPhoneNumber } from './phone-number.ts';

/** What is typed into a client's record: a field left out stays as it is, null empties it. */
export type PersonInput = {
  givenName?: string | null | undefined;
  middleNames?: string | null | undefined;
  familyName?: string | null | undefined;
  birthDate?: Date | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  addressLine1?: string | null | undefined;
  addressLine2?: string | null | undefined;
  city?: string | null | undefined;
  province?: string | null | undefined;
  postalCode?: string | null | undefined;
  sin?: string | null | undefined;
  healthCardNumber?: string | null | undefined;
  preferredLanguage?: Language | null | undefined;
};

/** The fields of a client's record. */
export type PersonField = keyof PersonInput;

/** How long what is typed may be, in UTF-16 units. */
const longest = { name: 100, address: 200 };

/** A text that is kept as a reader of it has it, where it can read it; a blank one is none. */
const readBy = (read: (text: string) => string | null) =>
  z.string().transform((text, context) => {
    if (text.trim() === '') return null;
    const found = read(text);
    if (found === null) context.addIssue('cannot be read');
    return found;
  });

const name = typedLine(longest.name);
const address = typedLine(longest.address).nullish();

const person = (today: Date) =>
  z.object({
    givenName: name.refine((text) => text !== null).optional(),
    middleNames: name.nullish(),
    familyName: name.refine((text) => text !== null).optional(),
    birthDate: z.date().min(earliest).max(today).optional(),
    email: readBy((text) => (isEmailAddress(text.trim()) ? text.trim() : null)).nullish(),
    phone: readBy(readPhoneNumber).nullish(),
    ...{ addressLine1: address, addressLine2: address, city: address },
    province: readBy(readProvince).nullish(),
    postalCode: readBy(readPostalCode).nullish(),
    sin: readBy(readSin).nullish(),
    healthCardNumber: readBy(readHealthCardNumber).nullish(),
    preferredLanguage: z.enum(Language).optional(),
  });

/** What a record cannot be without. */
const needed = { givenName: true, familyName: true, birthDate: true } as const;

/** Nobody who was born earlier is a client. */
const earliest = new Date('1900-01-01');

/** A record that has all it cannot be without. */
export type WholePerson = ReadPerson & { givenName: string; familyName: string; birthDate: Date };

/** What has been typed into a client's record, as it is kept; only the fields that were given. */
export type ReadPerson = Partial<{
  [Field in PersonField]: Field extends 'birthDate'
    ? Date
    : Field extends 'preferredLanguage'
      ? Language
      : Field extends 'givenName' | 'familyName'
        ? string
        : string | null;
}>;

/**
 * Reads what was typed into a client's record: trimmed, numbers and codes written in one way. Names are of any script.
 * @param options.today the program's day: nobody is born later.
 * @param options.whole whether it is a new record, which cannot be without a name and a birth date.
 * @returns the fields that can be kept, and the problem with each of the others.
 */
export function readPerson(
  input: PersonInput,
  { today, whole = false }: { today: Date; whole?: boolean },
): { fields: ReadPerson; problems: FieldProblem[] } {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const parsed = (whole ? person(today).required(needed) : person(today)).safeParse(given);
  if (parsed.success) return { fields: parsed.data as ReadPerson, problems: [] };
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path[0] as PersonField))];
  return { fields: {}, problems: wrong.map((field) => ({ field, text: instead[field] })) };
}

/**
 * Reads what was typed of a client who is to be added; see {@link readPerson}.
 * @returns the record, null where a field is missing or wrong, and the problem with each of those.
 */
export function readWholePerson(
  input: PersonInput,
  today: Date,
): { person: WholePerson | null; problems: FieldProblem[] } {
  const { fields, problems } = readPerson(input, { today, whole: true });
  return { person: problems.length === 0 ? (fields as WholePerson) : null, problems };
}

/** What to enter where a field is missing or wrong. */
const instead: Record<PersonField, Bilingual> = {
  givenName: {
    EN: `Enter the given name: ${lineProblem(longest.name).EN}`,
    FR: `Entrez le prénom : ${lineProblem(longest.name).FR}`,
  },
  middleNames: lineProblem(longest.name),
  familyName: {
    EN: `Enter the family name: ${lineProblem(longest.name).EN}`,
    FR: `Entrez le nom de famille : ${lineProblem(longest.name).FR}`,
  },
  birthDate: {
    EN: 'Enter the date of birth, from 1900-01-01 to today.',
    FR: 'Entrez la date de naissance, du 1900-01-01 à aujourd’hui.',
  },
  email: notAnAddress,
  phone: {
    EN: 'Enter a telephone number with its area code, for example 902-555-0100; one from abroad begins with +.',
    FR: 'Entrez un numéro de téléphone avec l’indicatif régional, par exemple 902-555-0100; un numéro étranger commence par +.',
  },
  addressLine1: lineProblem(longest.address),
  addressLine2: lineProblem(longest.address),
  city: lineProblem(longest.address),
  province: {
    EN: 'Enter the two letters of a province or territory, for example NS.',
    FR: 'Entrez les deux lettres d’une province ou d’un territoire, par exemple NS.',
  },
  postalCode: {
    EN: 'Enter a Canadian postal code, for example B0K 1V0.',
    FR: 'Entrez un code postal canadien, par exemple B0K 1V0.',
  },
  sin: {
    EN: 'Enter the nine digits of a Social Insurance Number; these are not one. Check them against the card.',
    FR: 'Entrez les neuf chiffres d’un numéro d’assurance sociale; ceux-ci n’en sont pas un. Vérifiez-les sur la carte.',
  },
  healthCardNumber: {
    EN: 'Enter a health card number: ten digits in Nova Scotia, 8 to 12 digits and letters elsewhere.',
    FR: 'Entrez un numéro de carte santé : dix chiffres en Nouvelle-Écosse, de 8 à 12 chiffres et lettres ailleurs.',
  },
  preferredLanguage: {
    EN: 'Choose English or French; it cannot be emptied.',
    FR: 'Choisissez le français ou l’anglais; ce champ ne peut pas être vidé.',
  },
};

import { z } from 'zod';
import { isEmailAddress, notAnAddress } from '../email-address.ts';
import type { Bilingual } from '../language.ts';
import { readPostalCode, readProvince } from '../people/personal-numbers.ts';
import { readPhoneNumber } from '../people/phone-number.ts';
import { lineProblem, typedLine } from '../typed-line.ts';
import { type Read, readFields, type Typed } from './read-fields.ts';

/** A place as it is kept. */
export type Place = {
  name: string;
  addressLine1: string;
  addressLine2: string | null;
  city: string;
  province: string;
  postalCode: string;
};

/** An office as it is kept. */
export type OfficeDetails = Place & { phone: string };

/** The details of an organization as they are kept. */
export type OrganizationDetails = OfficeDetails & { generalContactEmail: string };

/** How long a line may be, in UTF-16 units. */
const longest = 200;

const needed = typedLine(longest).refine((text) => text !== null);
const readBy = (read: (text: string) => string | null) =>
  z.string().transform((text, context) => {
    const found = read(text.trim());
    if (found === null) context.addIssue('cannot be read');
    return found;
  });

const shapes = {
  name: needed,
  generalContactEmail: readBy((text) => (isEmailAddress(text) ? text : null)),
  phone: readBy(readPhoneNumber),
  addressLine1: needed,
  addressLine2: typedLine(longest).nullable(),
  city: needed,
  province: readBy(readProvince),
  postalCode: readBy(readPostalCode),
};

const placeFields = ['name', 'addressLine1', 'addressLine2', 'city', 'province', 'postalCode'] as const;
const officeFields = [...placeFields, 'phone'] as const;
const organizationFields = [...officeFields, 'generalContactEmail'] as const;

type Field = keyof typeof shapes;

/** Reads what was typed of a place: trimmed, codes and numbers written in one way. */
export function readPlace(typed: Typed<Place>): Read<Place> {
  return readFields(shapesOfRecords, placeFields, typed) as Read<Place>;
}

/** Like {@link readPlace}, of an office. */
export function readOffice(typed: Typed<OfficeDetails>): Read<OfficeDetails> {
  return readFields(shapesOfRecords, officeFields, typed) as Read<OfficeDetails>;
}

/** Like {@link readPlace}, of an organization. */
export function readOrganization(typed: Typed<OrganizationDetails>): Read<OrganizationDetails> {
  return readFields(shapesOfRecords, organizationFields, typed) as Read<OrganizationDetails>;
}

/** What to enter where a field is missing or wrong. */
const instead: Record<Field, Bilingual> = {
  name: {
    EN: `Enter a name: ${lineProblem(longest).EN}`,
    FR: `Entrez un nom : ${lineProblem(longest).FR}`,
  },
  generalContactEmail: notAnAddress,
  phone: {
    EN: 'Enter a telephone number with its area code, for example 902-555-0199.',
    FR: 'Entrez un numéro de téléphone avec l’indicatif régional, par exemple 902-555-0199.',
  },
  addressLine1: {
    EN: `Enter the street address: ${lineProblem(longest).EN}`,
    FR: `Entrez l’adresse : ${lineProblem(longest).FR}`,
  },
  addressLine2: lineProblem(longest),
  city: {
    EN: `Enter the town or city: ${lineProblem(longest).EN}`,
    FR: `Entrez la ville : ${lineProblem(longest).FR}`,
  },
  province: {
    EN: 'Enter the two letters of a province or territory, for example NS.',
    FR: 'Entrez les deux lettres d’une province ou d’un territoire, par exemple NS.',
  },
  postalCode: {
    EN: 'Enter a Canadian postal code, for example B0K 1V0.',
    FR: 'Entrez un code postal canadien, par exemple B0K 1V0.',
  },
};

const shapesOfRecords = { shapes, instead };

/** What to do where another has the name already. */
export const nameTaken: Bilingual = {
  EN: 'Another one has this name already, accents and case apart; enter one that tells them apart.',
  FR: 'Un autre porte déjà ce nom, aux accents et à la casse près; entrez-en un qui les distingue.',
};

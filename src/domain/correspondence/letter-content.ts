import type { LetterContent } from '../../documents/letter/letter-content.ts';
import { isolated } from '../../documents/letter/writing-direction.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { fullName } from '../people/person-name.ts';
import { isoDay } from '../program-day.ts';
import { fillPlaceholders } from './fill-placeholders.ts';

const letterSelect = {
  language: true,
  contactName: true,
  outsideOrganizationName: true,
  receivingOrganization: { select: { name: true } },
  sendingOrganization: {
    select: {
      ...{ name: true, phone: true, generalContactEmail: true },
      ...{ addressLine1: true, addressLine2: true, city: true, province: true, postalCode: true },
    },
  },
  case: {
    select: {
      number: true,
      person: { select: { givenName: true, middleNames: true, familyName: true } },
      program: { select: { name: true } },
      caseManager: {
        select: {
          ...{ givenName: true, familyName: true, jobTitle: true, phone: true, email: true },
          office: { select: { name: true } },
        },
      },
    },
  },
} satisfies Prisma.ReferralSelect;

/** What {@link letterOf} needs to know of a referral. */
export const letterFacts = {
  ...letterSelect,
  templateVersion: { select: { texts: { select: { language: true, letterTitle: true, letterBody: true } } } },
} satisfies Prisma.ReferralSelect;

/** What {@link letterFacts} selects. */
export type LetterFacts = Prisma.ReferralGetPayload<{ select: typeof letterFacts }>;

/** What a letter is made from besides its template: the referral, and those it names. */
export type ReferralFacts = Prisma.ReferralGetPayload<{ select: typeof letterSelect }>;

/**
 * What the letter of a referral says, as things stand now (R14, R22).
 * @param day the date on the letter: the day of submit, or today for a preview.
 * @returns null while no template is chosen: then there is no letter (R8).
 */
export async function letterContent(
  database: Reader,
  referralId: string,
  day: Date,
): Promise<LetterContent | null> {
  const referral = await database.referral.findUniqueOrThrow({
    where: { id: referralId },
    select: letterFacts,
  });
  return letterOf(referral, day);
}

/** {@link letterContent} of a referral at hand. */
export function letterOf(referral: LetterFacts, day: Date): LetterContent | null {
  const text = letterText(referral);
  return text === null ? null : composeLetter(text, referral, day);
}

/** The text of its template that the letter of a referral is made from; null while none is chosen (R8). */
export function letterText({ templateVersion, language }: Pick<LetterFacts, 'templateVersion' | 'language'>) {
  return templateVersion?.texts.find((text) => text.language === language) ?? null;
}

/** Puts what a referral says into the text of a template. */
export function composeLetter(
  text: { letterTitle: string; letterBody: string },
  referral: ReferralFacts,
  day: Date,
): LetterContent {
  const { sendingOrganization: sender, case: referred } = referral;
  const organizationName = referral.receivingOrganization?.name ?? referral.outsideOrganizationName;
  const clientName = fullName(referred.person);
  const manager = referred.caseManager;
  const caseManagerName = `${manager.givenName} ${manager.familyName}`;
  const body = fillPlaceholders(text.letterBody, {
    clientName: isolated(clientName),
    caseId: referred.number,
    programName: isolated(referred.program.name),
    receivingOrganization: isolated(organizationName ?? ''),
    contactName: isolated(referral.contactName ?? ''),
    sendingOrganization: isolated(sender.name),
    caseManagerName: isolated(caseManagerName),
  });
  return {
    language: referral.language === 'FR' ? 'fr' : 'en',
    title: text.letterTitle,
    date: isoDay(day),
    sender: {
      name: sender.name,
      addressLines: addressLines(sender),
      phone: sender.phone,
      email: sender.generalContactEmail,
    },
    addressee: { contactName: referral.contactName, organizationName },
    reference: { caseNumber: referred.number, clientName },
    paragraphs: body.split(/\n\s*\n/),
    signature: {
      name: caseManagerName,
      jobTitle: manager.jobTitle,
      officeName: manager.office?.name ?? null,
      phone: manager.phone,
      email: manager.email,
    },
  };
}

/** A postal address as the lines of a letter. */
export function addressLines(address: {
  addressLine1: string;
  addressLine2: string | null;
  city: string;
  province: string;
  postalCode: string;
}): string[] {
  const { addressLine1, addressLine2, city, province, postalCode } = address;
  return [
    addressLine1,
    ...(addressLine2 === null ? [] : [addressLine2]),
    `${city} ${province}  ${postalCode}`,
  ];
}

import type { Prisma } from '../../../generated/prisma/client.ts';
import { addressLines } from '../../correspondence/letter-content.ts';
import type { PersonName } from '../../people/person-name.ts';
import type { CheckedClient, ExpectedDetails } from './privacy-finding.ts';

const address = { addressLine1: true, addressLine2: true, city: true, province: true, postalCode: true };

const organization = {
  name: true,
  phone: true,
  generalContactEmail: true,
  ...address,
  offices: { select: { name: true, phone: true, ...address } },
  serviceDeliveryLocations: { select: { name: true, ...address } },
} satisfies Prisma.OrganizationSelect;

const member = { givenName: true, familyName: true, phone: true, email: true } satisfies Prisma.StaffSelect;

/** What of a referral the privacy check needs to know, besides the texts. */
export const detailsSelect = {
  contactName: true,
  emailTo: true,
  outsideOrganizationName: true,
  receivingOrganization: { select: organization },
  sendingOrganization: { select: { ...organization, staff: { select: member } } },
  case: {
    select: {
      person: {
        select: {
          ...{ givenName: true, middleNames: true, familyName: true, birthDate: true },
          ...{ sin: true, healthCardNumber: true, phone: true, email: true },
          ...{ addressLine1: true, addressLine2: true, postalCode: true },
          cases: { select: { number: true } },
        },
      },
    },
  },
} satisfies Prisma.ReferralSelect;

/** What {@link detailsSelect} selects. */
export type ReferralDetails = Prisma.ReferralGetPayload<{ select: typeof detailsSelect }>;

/** The client of a referral, with the Case IDs of all their cases, whoever manages them. */
export function checkedClient({ case: { person } }: ReferralDetails): CheckedClient {
  const { cases, ...client } = person;
  return { ...client, caseNumbers: cases.map(({ number }) => number) };
}

/**
 * What belongs in the email of a referral: names and contact details of both organizations, of everybody who works for the
 * sending one, which the case manager and whoever submits do, and of the contact.
 */
export function expectedDetails(referral: ReferralDetails): ExpectedDetails {
  const { contactName, emailTo, outsideOrganizationName, sendingOrganization, receivingOrganization } =
    referral;
  const organizations = [sendingOrganization, receivingOrganization].filter((one) => one !== null);
  const offices = organizations.flatMap((one) => one.offices);
  const places = [
    ...organizations,
    ...offices,
    ...organizations.flatMap((one) => one.serviceDeliveryLocations),
  ];
  const { staff } = sendingOrganization;
  return {
    phones: present([...organizations, ...offices, ...staff].map(({ phone }) => phone)),
    emails: present([
      emailTo,
      ...organizations.map(({ generalContactEmail }) => generalContactEmail),
      ...staff.map(({ email }) => email),
    ]),
    addressLines: places.flatMap(addressLines),
    postalCodes: places.map(({ postalCode }) => postalCode),
    people: [
      ...staff.map(({ givenName, familyName }) => ({ givenName, middleNames: null, familyName })),
      ...(contactName === null ? [] : contactPerson(contactName)),
    ],
    organizationNames: present([outsideOrganizationName, ...places.map(({ name }) => name)]),
  };
}

const forms = /^(?:mr|mrs|ms|mx|miss|dr|prof|m|mme|mlle|madame|monsieur)\.?$/i;

/** The contact, typed as one name, in parts: without the form of address, and the last word as the family name. */
function contactPerson(contactName: string): PersonName[] {
  const [givenName, ...others] = contactName.split(/\s+/).filter((word) => word !== '' && !forms.test(word));
  if (givenName === undefined) return [];
  const familyName = others.pop();
  if (familyName === undefined) return [{ givenName: '', middleNames: null, familyName: givenName }];
  return [{ givenName, middleNames: others.join(' '), familyName }];
}

function present(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null && value !== '') as string[];
}

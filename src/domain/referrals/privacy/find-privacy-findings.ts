import { findExpectedNames } from './expected-names.ts';
import { findBirthDates } from './find-birth-dates.ts';
import { findCaseIds } from './find-case-ids.ts';
import { findEmails } from './find-emails.ts';
import { findHealthCards } from './find-health-cards.ts';
import { findHistory } from './find-history.ts';
import { findNames } from './find-names.ts';
import { findPhones } from './find-phones.ts';
import { findPostalCodes } from './find-postal-codes.ts';
import { findSins } from './find-sins.ts';
import { findStreetAddresses } from './find-street-addresses.ts';
import type {
  CheckedClient,
  CheckedField,
  ExpectedDetails,
  PrivacyFinding,
  TextFinding,
} from './privacy-finding.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { settleSightings } from './settle-sightings.ts';
import type { Sighting } from './sighting.ts';

const checkedFields: readonly CheckedField[] = ['emailSubject', 'emailContent'];

/**
 * Holds the texts of an email against what is known of a client and against general patterns (B3). Takes time in proportion
 * to the length of the texts, whatever they hold.
 * @param texts by field; null and a field left out are empty.
 * @param expected what belongs in such an email though it looks personal: the organizations' own names and contact details.
 * @returns the findings, by field and place; none overlaps another.
 */
export function findPrivacyFindings(
  texts: { [Field in CheckedField]?: string | null | undefined },
  client: CheckedClient,
  expected: ExpectedDetails,
): PrivacyFinding[] {
  return checkedFields.flatMap((field) =>
    findInText(texts[field] ?? '', client, expected).map((finding) => ({ field, ...finding })),
  );
}

function findInText(text: string, client: CheckedClient, expected: ExpectedDetails): TextFinding[] {
  const tokens = readTokens(text);
  const sightings = sightingsIn(tokens, client, expected);
  return settleSightings(text.length, sightings).map(({ start, end, kind, certainty }) => ({
    start,
    end,
    kind,
    severity: certainty === 'possible' ? 'LOW' : 'HIGH',
  }));
}

function sightingsIn(
  tokens: readonly Token[],
  client: CheckedClient,
  { people = [], organizationNames = [], phones, emails, addressLines, postalCodes }: ExpectedDetails,
): Sighting[] {
  const lines = [client.addressLine1, client.addressLine2].filter((line) => line !== null);
  return [
    ...findExpectedNames(tokens, organizationNames),
    ...findNames(tokens, client, people),
    ...findBirthDates(tokens, client.birthDate),
    ...findSins(tokens, client.sin),
    ...findHealthCards(tokens, client.healthCardNumber),
    ...findPhones(tokens, client.phone, phones),
    ...findEmails(tokens, client, emails),
    ...findStreetAddresses(tokens, lines, addressLines),
    ...findPostalCodes(tokens, client.postalCode, postalCodes),
    ...findCaseIds(tokens, client.caseNumbers),
    ...findHistory(tokens),
  ];
}

import { expect, it } from 'vitest';
import { findExpectedNames } from '../../../../src/domain/referrals/privacy/expected-names.ts';
import { findBirthDates } from '../../../../src/domain/referrals/privacy/find-birth-dates.ts';
import { findCaseIds } from '../../../../src/domain/referrals/privacy/find-case-ids.ts';
import { findEmails } from '../../../../src/domain/referrals/privacy/find-emails.ts';
import { findHealthCards } from '../../../../src/domain/referrals/privacy/find-health-cards.ts';
import { findHistory } from '../../../../src/domain/referrals/privacy/find-history.ts';
import { findNames } from '../../../../src/domain/referrals/privacy/find-names.ts';
import { findPhones } from '../../../../src/domain/referrals/privacy/find-phones.ts';
import { findPostalCodes } from '../../../../src/domain/referrals/privacy/find-postal-codes.ts';
import { findSins } from '../../../../src/domain/referrals/privacy/find-sins.ts';
import { findStreetAddresses } from '../../../../src/domain/referrals/privacy/find-street-addresses.ts';
import { readTokens, type Token } from '../../../../src/domain/referrals/privacy/read-tokens.ts';
import { clients, expectedFor } from './cases/table-clients.ts';

const { rosa } = clients;
const { people = [], organizationNames = [], ...details } = expectedFor('namesake');

const finders: Record<string, (tokens: Token[]) => unknown> = {
  names: (tokens) => findNames(tokens, rosa, people),
  'birth dates': (tokens) => findBirthDates(tokens, rosa.birthDate),
  SINs: (tokens) => findSins(tokens, rosa.sin),
  'health cards': (tokens) => findHealthCards(tokens, rosa.healthCardNumber),
  phones: (tokens) => findPhones(tokens, rosa.phone, details.phones),
  emails: (tokens) => findEmails(tokens, rosa, details.emails),
  addresses: (tokens) => findStreetAddresses(tokens, [rosa.addressLine1], details.addressLines),
  'postal codes': (tokens) => findPostalCodes(tokens, rosa.postalCode, details.postalCodes),
  'Case IDs': (tokens) => findCaseIds(tokens, rosa.caseNumbers),
  history: (tokens) => findHistory(tokens),
  organizations: (tokens) => findExpectedNames(tokens, organizationNames),
};

/** Beginnings of what is looked for, over and over: each place has to be given up again. */
const beginnings = (
  'a|1|-|(|)|@|.|,|#|/|\n|é|e\u0301|\ud800|王|a@|1-|1 |a.|a-|12 |(9|+1|902-|1990-|rue |12 rue |PO |C.P. |p.o.|Rosa |R. |R.|' +
  'A |AB |Diaz, |12 A |1 A |B3H |B0K 1V|mars |5 mars |born 19 |née |046 454 |902-555-0140 |50244764 |rosa.diaz@|a@m.ca |mental |' +
  'high school |North Shore |245 Main '
).split('|');

/** How often a finder looks at a token of a text: its work, whatever else the machine is doing. */
function work(find: (tokens: Token[]) => unknown, text: string): number {
  let looks = 0;
  const counted = new Proxy(readTokens(text), {
    get(tokens, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(tokens, key);
    },
  });
  find(counted);
  return looks;
}

it.each(Object.entries(finders))(
  '[B3] finding %s in ten times the text takes ten times the work',
  (_, find) => {
    for (const beginning of beginnings) {
      const short = beginning.repeat(100);
      const long = beginning.repeat(1_000);
      // What is looked at once, whatever the length, counts for nothing.
      expect(work(find, long), JSON.stringify(beginning)).toBeLessThanOrEqual(10.5 * work(find, short) + 100);
    }
  },
);

import type { PersonName } from '../../people/person-name.ts';
import { findNames } from './find-names.ts';
import type { Token } from './read-tokens.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const longest = 254;

/** Providers where anybody has an address: one organization's does not make the others its own. */
const providers = new Set(
  'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.ca hotmail.fr live.com live.ca msn.com yahoo.com yahoo.ca yahoo.fr icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com mail.com eastlink.ca ns.sympatico.ca sympatico.ca bellaliant.net bell.net rogers.com shaw.ca telus.net videotron.ca'.split(
    ' ',
  ),
);

/**
 * Finds email addresses: this client's, or one with the client's name in it, for sure, any other as possibly the client's.
 * @param others the addresses of the organizations, staff and contact; their domains are theirs too, save a provider's.
 */
export function findEmails(
  tokens: readonly Token[],
  client: PersonName & { email: string | null },
  others: readonly string[],
): Sighting[] {
  const own = client.email?.trim().toLowerCase();
  const known = new Set(others.map((address) => address.trim().toLowerCase()));
  const domains = new Set(
    [...known]
      .map((address) => address.slice(address.lastIndexOf('@') + 1))
      .filter((domain) => !providers.has(domain)),
  );
  return tokens.flatMap((token, at) => {
    const address = token.folded === '@' ? addressAround(tokens, at) : null;
    if (address === null) return [];
    const { first, last, text } = address;
    const domain = text.slice(text.lastIndexOf('@') + 1);
    const named = findNames(tokens.slice(first, at), client, []).some(
      ({ certainty }) => certainty === 'client',
    );
    const certainty =
      text === own
        ? 'client'
        : known.has(text) || domains.has(domain)
          ? 'others'
          : named
            ? 'client'
            : 'possible';
    return [sightingOf(tokens, { first, last }, 'EMAIL', certainty)];
  });
}

function addressAround(
  tokens: readonly Token[],
  at: number,
): { first: number; last: number; text: string } | null {
  let first = at;
  while (tokens[first]?.gap === 'none' && isPart(tokens[first - 1], "._%+-'")) first -= 1;
  while (first < at && tokens[first]?.kind === 'mark') first += 1;
  let last = at;
  while (tokens[last + 1]?.gap === 'none' && isPart(tokens[last + 1], '.-')) last += 1;
  while (last > at && tokens[last]?.kind !== 'word') last -= 1;
  const domain = tokens.slice(at + 1, last + 1);
  if (first === at || !domain.some(({ folded }) => folded === '.')) return null;
  const text = [...tokens.slice(first, at + 1), ...domain]
    .map(({ typed }) => typed)
    .join('')
    .toLowerCase();
  return text.length > longest ? null : { first, last, text };
}

function isPart(token: Token | undefined, marks: string): boolean {
  return token !== undefined && (token.kind !== 'mark' || marks.includes(token.folded));
}

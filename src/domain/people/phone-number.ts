import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The longest text that is looked at; no number is. */
const longest = 40;

/**
 * Reads a telephone number as somebody writes it, with or without extension.
 * @returns how it is kept: 902-555-0100 in North America, +44 20 7946 0958 elsewhere, an extension after x; null for what no
 * telephone can have.
 */
export function readPhoneNumber(text: string): string | null {
  if (text.length > longest) return null;
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'CA', extract: false });
  if (parsed === undefined || !parsed.isValid()) return null;
  const number =
    parsed.countryCallingCode === '1'
      ? parsed.nationalNumber.replace(/^(...)(...)(....)$/, '$1-$2-$3')
      : parsed.formatInternational().replace(/ ext\..*$/, '');
  return parsed.ext === undefined ? number : `${number} x${parsed.ext}`;
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number as E.164, and whether calling it is free, as organizations' numbers are and people's are not. */
export type ParsedPhone = { e164: string; tollFree: boolean };

/**
 * Reads digits as a phone number.
 * @param digits with a + before the country's code, or as dialled in Canada.
 * @returns null for what no phone can have.
 */
export function parsePhone(digits: string): ParsedPhone | null {
  const parsed = parsePhoneNumberFromString(digits, 'CA');
  if (parsed === undefined || !parsed.isValid()) return null;
  return { e164: parsed.number, tollFree: parsed.getType() === 'TOLL_FREE' };
}

/** The last digits that two ways of writing a number in North America have in common. */
export function localDigits(phone: string): string {
  return phone.replace(/\D/gu, '').slice(-10);
}

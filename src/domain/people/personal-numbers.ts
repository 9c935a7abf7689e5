import validator from 'validator';

/** What people put between the groups of a number. */
const separators = /[\s.\u2010-\u2015-]/gu;

/**
 * Reads a Social Insurance Number.
 * @returns its nine digits; null where it has not nine, or the check digit (Luhn) is wrong.
 */
export function readSin(text: string): string | null {
  const digits = text.replaceAll(separators, '');
  // Nine zeros pass the check, but are no number.
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && validator.isLuhnNumber(digits) ? digits : null;
}

/**
 * Reads a health card number, of Nova Scotia (ten digits) or of another province, some of which have letters.
 * @returns its letters in upper case and digits, without what stands between; null for anything else.
 */
export function readHealthCardNumber(text: string): string | null {
  const letters = text.replaceAll(separators, '').toUpperCase();
  return /^(?=.*\d{4})[A-Z0-9]{8,12}$/.test(letters) ? letters : null;
}

/** Reads a Canadian postal code. @returns it as "B0K 1V0"; null for what is none. */
export function readPostalCode(text: string): string | null {
  const code = text.replaceAll(separators, '').toUpperCase();
  return /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/.test(code)
    ? `${code.slice(0, 3)} ${code.slice(3)}`
    : null;
}

const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'];

/** Reads the two letters of a province or territory. @returns them in upper case; null for what is none. */
export function readProvince(text: string): string | null {
  const code = text.trim().toUpperCase();
  return provinces.includes(code) ? code : null;
}

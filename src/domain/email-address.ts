import { domainToASCII, domainToUnicode } from 'node:url';
import validator from 'validator';
import type { Bilingual } from './language.ts';

/** The longest address that SMTP carries, in characters (RFC 5321). */
export const longestEmailAddress = 254;

/** What to enter instead of what is no email address. */
export const notAnAddress: Bilingual = {
  EN: 'Enter one valid email address, for example info@organization.example.',
  FR: 'Entrez une seule adresse électronique valide, par exemple info@organisme.example.',
};

const form = {
  allow_display_name: false,
  allow_utf8_local_part: false,
  allow_ip_domain: false,
  require_tld: true,
  blacklisted_chars: '"',
};

/**
 * Whether a text is one email address that mail can be sent to (D1, R21): no name before it, no second address, no comment or
 * quoted part, nothing invisible. The domain may be international, for it goes out as punycode; what stands before the @ may
 * not, for that every mail server on the way would have to know SMTPUTF8.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > longestEmailAddress) return false;
  const [, local = '', typed = ''] = /^([^@]*@)(.*)$/su.exec(text) ?? [];
  const domain = typed.normalize('NFC').toLowerCase();
  const ascii = domainToASCII(domain);
  // What reads like one domain and resolves to another is refused: full-width letters, invisible characters, escapes.
  if (domain !== ascii && domain !== domainToUnicode(ascii)) return false;
  return validator.isEmail(local + ascii, form);
}

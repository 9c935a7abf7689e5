import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmailAddress } from '../../src/domain/email-address.ts';

const label = 'd'.repeat(63);

describe('an address that mail can be sent to', () => {
  it.each([
    ['a plain one', 'info@southshoreworks.example'],
    ['the guide’s own', 'sample@sample.ca'],
    ['in capitals', 'Info@SouthShore.EXAMPLE'],
    ['with a plus-tag', 'intake+referrals@harbour.example'],
    ['with an apostrophe', "sinead.o'brien@harbour.example"],
    ['with digits and dashes', 'unit-7_b@sub-domain.harbour-2.example'],
    ['with every character that needs no quotes', "!#$%&'*+-/=?^_`{|}~@harbour.example"],
    ['as short as can be', 'a@b.co'],
    ['with the longest local part', `${'a'.repeat(64)}@harbour.example`],
    ['with the longest label', `a@${label}.example`],
    ['as long as can be', `${'a'.repeat(64)}@${label}.${label}.${'d'.repeat(61)}`],
    ['with an international domain', 'info@école.example'],
    ['with one typed letter by letter, accents apart', 'info@e\u0301cole.example'],
    ['with one in another script', 'info@пример.рф'],
    ['with one in punycode', 'info@xn--cole-9oa.example'],
  ])('[D1] %s is taken: %s', (_, address) => {
    expect(isEmailAddress(address)).toBe(true);
  });
});

describe('what is no address, or more than one', () => {
  it.each([
    ['nothing', ''],
    ['a name', 'Joel'],
    ['no domain', 'joel@'],
    ['no local part', '@harbour.example'],
    ['two signs', 'joel@zwicker@harbour.example'],
    ['a domain without a dot', 'joel@localhost'],
    ['a dot at the end', 'joel@harbour.example.'],
    ['two dots', 'joel@harbour..example'],
    ['two dots before the sign', 'joel..z@harbour.example'],
    ['a dot at the beginning', '.joel@harbour.example'],
    ['a dash at the beginning of a label', 'joel@-harbour.example'],
    ['an underscore in the domain', 'joel@har_bour.example'],
    ['a space', 'joel z@harbour.example'],
    ['a space in the domain', 'joel@har bour.example'],
    ['a space at the end', 'joel@harbour.example '],
    ['two addresses', 'joel@harbour.example,wanda@harbour.example'],
    ['two addresses with a semicolon', 'joel@harbour.example;wanda@harbour.example'],
    ['a display name', 'Joel <joel@harbour.example>'],
    ['angle brackets', '<joel@harbour.example>'],
    ['a group', 'all:joel@harbour.example;'],
    ['a mailto link', 'mailto:joel@harbour.example'],
    ['parameters', 'joel@harbour.example?bcc=all@all.example'],
    ['a comment', 'joel(work)@harbour.example'],
    ['a comment after it', 'joel@harbour.example(work)'],
    ['a quoted local part', '"joel z"@harbour.example'],
    ['a quoted second address', '"joel@harbour.example,"@all.example'],
    ['a backslash', 'joel\\@harbour.example'],
    ['a source route', '@all.example:joel@harbour.example'],
    ['a number for a domain', 'joel@127.0.0.1'],
    ['a number in other writing', 'joel@0x7f.1'],
    ['a literal', 'joel@[127.0.0.1]'],
    ['a port', 'joel@harbour.example:25'],
    ['a path', 'joel@harbour.example/x'],
    ['an escape', 'joel@harb%6fur.example'],
    ['a local part that needs SMTPUTF8', 'joël@harbour.example'],
    ['a local part in another script', 'инфо@пример.рф'],
    ['a sign that only looks like one', 'joel＠harbour.example'],
    ['full-width letters', 'joel@ｈarbour.example'],
    ['a full stop that only looks like one', 'joel@harbour。example'],
    ['a soft hyphen', 'joel@har\u00adbour.example'],
    ['a zero-width space', 'joel@har\u200bbour.example'],
    ['a zero-width space before the sign', 'jo\u200bel@harbour.example'],
    ['text turned round', 'joel@\u202eruobrah.example'],
    ['a local part too long', `${'a'.repeat(65)}@harbour.example`],
    ['a label too long', `a@${label}d.example`],
    ['one character too many', `${'a'.repeat(64)}@${label}.${label}.${'d'.repeat(62)}`],
    ['a domain too long once it is punycode', `a@${Array(5).fill('é'.repeat(48)).join('.')}.example`],
  ])('[D1] is refused: %s', (_, text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  it.each(['\r\nBcc: all@all.example', '\n', '\r', '\0', '\t', '\u0085', '\u2028', '\u001b', '\u007f'])(
    '[R21] is refused with %j anywhere, which could forge a header',
    (forged) => {
      for (const text of [
        `joel@harbour.example${forged}`,
        `${forged}joel@harbour.example`,
        `jo${forged}el@harbour.example`,
        `joel@har${forged}bour.example`,
        `joel@harbour.example${forged}all@all.example`,
      ]) {
        expect(isEmailAddress(text), JSON.stringify(text)).toBe(false);
      }
    },
  );
});

it('[R21] lets nothing through that mail takes for more than one address, whatever is typed', () => {
  const pieces = fc.constantFrom(...'@.,;:<>()[]"\\ \r\n\t%+\'-aé＠。\u200b', 'harbour', 'example');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
      const text = typed.join('');
      if (isEmailAddress(text)) expect(text).toMatch(/^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+$/);
    }),
    { numRuns: 5_000 },
  );
});

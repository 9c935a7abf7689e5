import { encodeCursor } from '../../../src/graphql/list-cursors.ts';

/** What programs choke on: control characters, halves of characters, other languages’ syntax, other formats’ headers. */
export const texts = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u0001\u0002\u001b[31m',
    '\r\n',
    '\t',
    '\u007f\u0085\u2028\u2029',
    '\ufeff',
  ],
  ...[
    '\u202eevil\u202c',
    'مرحبا بالعالم',
    'שלום',
    '\ud800',
    'a\udc00z',
    '\ud83d',
    '👩‍👩‍👧‍👦',
    'Z̸̡̛a̵͝l̷g̶o̴',
    '\uffff',
    '\u{10ffff}',
    'İıßſ',
  ],
  ...[
    `'; DROP TABLE "Person"; --`,
    `' OR '1'='1`,
    '\\',
    `\\'`,
    '%',
    '_%_',
    '$1',
    '$$',
    '"; SELECT pg_sleep(9); --',
    '*:* & !',
    '(((',
    '[a-',
  ],
  ...[
    '{{client.givenName}}',
    '{{',
    '{{{{',
    '}}',
    '{{#each x}}{{/each}}',
    '{{__proto__}}',
    '{{constructor}}',
    '$\u007b7*7}',
    '<%= 1 %>',
    '#{1}',
  ],
  ...[
    '<mj-include path="/etc/passwd" />',
    '</mj-text><mj-raw>',
    '<script>alert(1)</script>',
    '<!--',
    '&amp;&#0;&#x110000;',
    ']]>',
  ],
  ...[
    'a@b.example\r\nBcc: everybody@x.example',
    'Subject\nX-Injected: yes',
    '=?utf-8?B?w6k=?=',
    '"a b"@x.example',
    'a@[127.0.0.1]',
    '@',
    'a@b',
    `${'a'.repeat(64)}@${'b'.repeat(250)}.example`,
  ],
  ...[
    '../../etc/passwd',
    'C:\\con',
    '.',
    '..',
    'file:///etc/passwd',
    'http://127.0.0.1:1',
    '%00',
    '%E0%A4%A',
    'a/b\\c:d*e?f"g<h>i|',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'true',
    '__proto__',
    'constructor',
    'toString',
    '{}',
    '[]',
    '0',
    '-1',
    '1e308',
    '٣٤٥',
    '９９',
  ],
];

/** What people really type, so that not everything is turned away at the door. */
export const plausible = [
  ...[
    'Diaz',
    'Rosa',
    'rosa diaz',
    '50244764',
    'Halifax',
    'B2N 1A1',
    '902-555-0199',
    'intake@harbour.example',
  ],
  ...[
    '1988-03-14',
    'LSI-ENS',
    'OFA-900001',
    'Moved away',
    'north.manager',
    'new.manager',
    'A service for you',
    '046 454 286',
  ],
];

/** Cursors of other lists, other makes and nobody’s. */
export const cursors = [
  ...[
    'GPC:S:1',
    'GPC:N:9e99',
    'OffsetConnection:-1',
    'OffsetConnection:99999999999',
    '00000000-0000-0000-0000-000000000000',
  ],
]
  .flatMap((text) => [text, Buffer.from(text).toString('base64')])
  // Well made, for nobody: what is made up by who knows how.
  .concat(
    ['QueryCasesConnection', 'QueryHomepageTasksConnection'].map((pages) =>
      encodeCursor({ pages, order: null }, ['00000000-0000-0000-0000-000000000000']),
    ),
  );

/** So many texts, side by side. */
export const many = (count: number, each: (place: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, place) => each(place)).join(between);

/** A level inside a level, and so on, around this. */
export const nested = (levels: number, before: string, middle: string, after: string) =>
  `${before.repeat(levels)}${middle}${after.repeat(levels)}`;

/** Fragments of which each spreads the next one so many times: what they hold in the end is more than anybody can count. */
const bomb = (fragments: number, times: number) =>
  `{ ...f0 } ${many(fragments, (place) => `fragment f${place} on Query { ${many(times, (time) => `a${time}: viewer { ...v } ...f${place + 1}`)} }`)} fragment f${fragments} on Query { __typename } fragment v on Viewer { username }`;

/** Documents made to take time or memory, what each is told, and by which limit. */
export const hostileDocuments: [name: string, document: string, code: string, limit?: string][] = [
  ['300,000 levels of selections', nested(300_000, '{a', '', '}'), 'GRAPHQL_PARSE_FAILED'],
  ['900 levels of selections', nested(900, '{ viewer ', '{ username }', '}'), 'QUERY_TOO_LARGE', 'levels'],
  [
    '900 lists in a list',
    `{ cases(search: ${nested(900, '[', '', ']')}) { totalCount } }`,
    'QUERY_TOO_LARGE',
    'valueLevels',
  ],
  [
    '300,000 lists in a list',
    `{ cases(search: ${nested(300_000, '[', '', ']')}) { totalCount } }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    '900 objects in an object',
    `{ cases(search: ${nested(900, '{a:', '1', '}')}) { totalCount } }`,
    'QUERY_TOO_LARGE',
    'valueLevels',
  ],
  [
    '1,000 lists in a type',
    `query ($a: ${nested(1_000, '[', 'Int', ']')}) { __typename }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '10,000 aliases',
    `{ ${many(10_000, (place) => `a${place}: viewer { username }`)} }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    '101 aliases',
    `{ viewer { ${many(101, (place) => `a${place}: username`)} } }`,
    'QUERY_TOO_LARGE',
    'aliases',
  ],
  [
    '51 fields at the root',
    `{ ${many(51, (place) => `${place > 0 ? `a${place}: ` : ''}__typename`)} }`,
    'QUERY_TOO_LARGE',
    'rootFields',
  ],
  [
    '51 fields at the root by fragments',
    `{ ...r ...r ...r } fragment r on Query { ${many(17, () => 'viewer { username }')} }`,
    'QUERY_TOO_LARGE',
    'rootFields',
  ],
  ['one field 10,000 times', `{ ${many(10_000, () => 'viewer { username }')} }`, 'GRAPHQL_PARSE_FAILED'],
  ['one field 1,300 times', `{ viewer { ${many(1_300, () => 'username')} } }`, 'QUERY_TOO_LARGE', 'repeats'],
  [
    'one field 50 times, with one field 50 times in each',
    `{ ${many(50, () => `viewer { ${many(50, () => 'username')} }`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '49 fragments of one field 50 times',
    `{ ${many(49, (place) => `viewer { ...f${place} }`)} } ${many(49, (place) => `fragment f${place} on Viewer { ${many(50, () => 'username')} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a fragment in itself', '{ ...a } fragment a on Query { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'fragments in a circle',
    `{ ...f0 } ${many(40, (place) => `fragment f${place} on Query { viewer { username } ...f${(place + 1) % 40} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that spread all others',
    `{ ...f0 } ${many(14, (place) => `fragment f${place} on Query { ${many(14, (other) => `...f${other}`)} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '201 spreads',
    `{ ${many(201, () => '...a')} } fragment a on Query { __typename }`,
    'QUERY_TOO_LARGE',
    'spreads',
  ],
  [
    '51 fragments',
    `{ ...f0 } ${many(51, (place) => `fragment f${place} on Query { __typename }`)}`,
    'QUERY_TOO_LARGE',
    'fragments',
  ],
  ['fragments that double 40 times', bomb(40, 2), 'QUERY_TOO_LARGE', 'expandedFields'],
  [
    'fragments that double where nobody spreads them',
    bomb(40, 2).replace('{ ...f0 }', '{ __typename }'),
    'QUERY_TOO_LARGE',
    'expandedFields',
  ],
  [
    '1,000 directives on a field',
    `{ __typename ${many(1_000, () => '@skip(if: false)')} }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['51 directives', `{ __typename ${many(51, () => '@x')} }`, 'QUERY_TOO_LARGE', 'directives'],
  [
    '51 directives on a variable',
    `query ($a: Int ${many(51, () => '@x')}) { __typename }`,
    'QUERY_TOO_LARGE',
    'directives',
  ],
  ['500,000 tokens', `{ ${'a '.repeat(500_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['250,000 commas and comments', `{ ${',#\n'.repeat(250_000)} nothing }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a name of 500 KB', `{ ${'a'.repeat(500_000)} }`, 'QUERY_TOO_LARGE', 'nameLength'],
  [
    'a number that is a text of 500 KB',
    `{ cases(first: "${'a'.repeat(500_000)}") { totalCount } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a text of 500 KB where a name should be', `{ "${'a'.repeat(500_000)}" }`, 'GRAPHQL_PARSE_FAILED'],
  [
    '1,000 variables',
    `query (${many(1_000, (place) => `$v${place}: Int`)}) { __typename }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    '900 variables',
    `query (${many(900, (place) => `$v${place}: Int`)}) { __typename }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '40 fields that are none, at three levels',
    `{ ${many(40, (place) => `none${place} { ${many(20, (inner) => `none${inner} { none }`)} }`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '1,000 arguments that are none',
    `{ viewer(${many(1_000, (place) => `none${place}: 1`)}) { username } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
];

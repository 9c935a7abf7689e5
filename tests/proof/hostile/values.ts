import fc from 'fast-check';

import { cursors, plausible, texts } from './texts.ts';

const dates = [
  ...[
    '0000-01-01',
    '0001-01-01',
    '1899-12-31',
    '1988-03-14',
    '2026-02-28',
    '2024-02-29',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
  ],
  ...[
    '9999-12-31',
    '10000-01-01',
    '-0001-01-01',
    '+275760-09-13',
    '2026-1-1',
    '20260101',
    '2026-11-23T00:00:00Z',
    'today',
    '',
  ],
];

const instants = [
  ...[
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00-14:00',
    '1970-01-01T00:00:00Z',
    '2026-11-23T12:00:00+14:00',
    '2026-11-23T12:00:00-12:00',
  ],
  ...[
    '2026-02-30T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23T00:00:00+99:99',
    '9999-12-31T23:59:59.999Z',
  ],
  ...[
    '9999-12-31T23:59:59-14:00',
    '+275760-09-13T00:00:00Z',
    '2026-11-23',
    '2026-11-23T00:00:00.123456789Z',
    '2026-11-23 00:00:00',
    'now',
    '',
  ],
];

const whole = [0, 1, -1, 2, 25, 100, 101, 5000, 2 ** 31 - 1, -(2 ** 31)];
const odd = [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, -1e308, 1.5, -0.1, Number.MIN_VALUE];

/** So long a text that no field takes it, and short enough to be read at all. */
const huge = fc
  .constantFrom(...['é', 'a', '\u202e', '{{', '<b>', '𝒳', '\n', '1'])
  .map((one) => one.repeat(40_000));

/** Of no type that is asked for. */
export const wrong = fc.constantFrom<unknown>(
  true,
  false,
  0,
  1.5,
  '',
  'EN',
  [],
  [[]],
  {},
  { __proto__: 1 },
  null,
);

/** Texts. */
export const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...plausible) },
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...plausible), fc.constantFrom(...texts))
      .map((both) => both.join('')),
  },
  { weight: 1, arbitrary: huge },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  },
);

/** Where a page begins. */
export const cursor = fc.oneof(fc.constantFrom(...cursors), text);

/** Numbers where whole ones are asked for: mostly those that GraphQL lets pass. */
export const int = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...whole) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.integer() },
);

/** Numbers of any kind. */
export const float = fc.oneof(
  int,
  fc.constantFrom(...odd),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Calendar days, near the edges of the calendar and past them. */
export const date = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...dates) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)) },
);

/** Moments, near the edges of time and past them. */
export const instant = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...instants) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()) },
);

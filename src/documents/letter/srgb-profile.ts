/** Length of a profile's header, and of an entry in the table of its tags. */
const headerLength = 128;
const entryLength = 12;

/**
 * The sRGB colour space as an ICC profile of version 4.2, which an archived PDF has to bring along. It is made from the
 * numbers of the standard (IEC 61966-2-1, adapted to the illuminant D50), and so is nobody else's work.
 */
export function srgbProfile(): Uint8Array {
  // Form 3: a straight line up to 0.04045, a power of 2.4 above.
  const curve = element(
    'para',
    Buffer.from([0, 3, 0, 0]),
    fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
  );
  const tags: [name: string, data: Buffer][] = [
    ['desc', text('sRGB')],
    ['cprt', text('Free to use')],
    ['wtpt', element('XYZ ', whitePoint)],
    [
      'chad',
      element(
        'sf32',
        fixed(1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168),
      ),
    ],
    ['rXYZ', element('XYZ ', fixed(0.43607, 0.22249, 0.01392))],
    ['gXYZ', element('XYZ ', fixed(0.38515, 0.71687, 0.09708))],
    ['bXYZ', element('XYZ ', fixed(0.14307, 0.06061, 0.7141))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + entryLength * tags.length);
  table.writeUInt32BE(tags.length);
  const data: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = headerLength + table.length;
  for (const [index, [name, bytes]] of tags.entries()) {
    const place = places.get(bytes) ?? end;
    if (place === end) {
      places.set(bytes, place);
      data.push(bytes);
      end += bytes.length;
    }
    table.write(name, 4 + index * entryLength, 'latin1');
    table.writeUInt32BE(place, 8 + index * entryLength);
    table.writeUInt32BE(bytes.length, 12 + index * entryLength);
  }
  return Buffer.concat([header(end), table, ...data]);
}

/** The illuminant D50, to which profiles refer. */
const whitePoint = fixed(0.9642, 1, 0.8249);

function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2026, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  whitePoint.copy(bytes, 68);
  return bytes;
}

/** An element of a profile, filled up to a multiple of four bytes. */
function element(type: string, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts]);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** Numbers with sixteen bits before the point and sixteen after it. */
function fixed(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(Math.round(number * 65536), 4 * index);
  return bytes;
}

/** Words in one language, American English. */
function text(words: string): Buffer {
  const encoded = Buffer.from(words, 'utf16le').swap16();
  const record = Buffer.alloc(20);
  record.writeUInt32BE(1, 0);
  record.writeUInt32BE(12, 4);
  record.write('enUS', 8, 'latin1');
  record.writeUInt32BE(encoded.length, 12);
  record.writeUInt32BE(28, 16);
  return element('mluc', record, encoded);
}

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decompress from 'woff2-encoder/decompress';
import type { FontFamily } from './font-families.ts';

const { resolve } = createRequire(import.meta.url);

/** A file of a family, and the ranges of characters that it may show. */
export type FontPart = { key: string; ranges: [first: number, last: number][] };

const parts = new Map<FontFamily['name'], FontPart[]>();

/** The files of a family. The description they come from is read once in a process. */
export function partsOf({ name, part }: FontFamily): readonly FontPart[] {
  const known = parts.get(name);
  if (known) return known;
  const described: Record<string, string> = JSON.parse(
    readFileSync(resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8'),
  );
  const read = Object.entries(described)
    .filter(([key]) => part === null || key === part)
    .map(([key, ranges]) => ({
      key: key.replace(/^\[|\]$/g, ''),
      ranges: ranges.split(',').map(parseRange),
    }));
  parts.set(name, read);
  return read;
}

/** `U+4E00-9FFF` or `U+4E00`. */
function parseRange(range: string): [number, number] {
  const [first = 0, last = first] = range
    .replace('U+', '')
    .split('-')
    .map((hexadecimal) => Number.parseInt(hexadecimal, 16));
  return [first, last];
}

/** Reads a file of a family, as a variable TrueType font. */
export async function readPart({ name }: FontFamily, { key }: FontPart): Promise<Uint8Array> {
  const path = `@fontsource-variable/${name}/files/${name}-${key}-wght-normal.woff2`;
  return await decompress(await readFile(resolve(path)));
}

/** Reads a file of the letter's own typeface, `file` as `400Regular`. */
export function readOwn(file: '400Regular' | '600SemiBold'): Uint8Array {
  return readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}/NotoSans_${file}.ttf`));
}

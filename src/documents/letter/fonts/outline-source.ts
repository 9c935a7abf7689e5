import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Gives a TrueType font file with the outlines of `glyphs` and no others, under the numbers they have in the file it
 * is taken from; at `weight` on the axis where the font is variable.
 */
export type OutlineSource = (glyphs: readonly number[], weight: number | null) => Uint8Array;

/** HarfBuzz's subsetter is a WebAssembly module without wrapper; these are the functions used here. */
type Subsetter = {
  memory: WebAssembly.Memory;
  _initialize: () => void;
  malloc: (size: number) => number;
  hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  hb_blob_destroy: (blob: number) => void;
  hb_blob_get_data: (blob: number, length: number) => number;
  hb_blob_get_length: (blob: number) => number;
  hb_face_create: (blob: number, index: number) => number;
  hb_face_destroy: (face: number) => void;
  hb_face_reference_blob: (face: number) => number;
  hb_set_add: (set: number, value: number) => void;
  hb_subset_input_create_or_fail: () => number;
  hb_subset_input_destroy: (input: number) => void;
  hb_subset_input_glyph_set: (input: number) => number;
  hb_subset_input_pin_axis_location: (input: number, face: number, axis: number, value: number) => number;
  hb_subset_input_set: (input: number, kind: number) => number;
  hb_subset_input_set_flags: (input: number, flags: number) => void;
  hb_subset_or_fail: (face: number, input: number) => number;
};

/** The memory is the subsetter's to write and to keep. */
const writableMemory = 2;
const flags = { noHinting: 0x1, retainGlyphNumbers: 0x2, noLayoutClosure: 0x200 };
const tablesToDrop = 3;
/** What a PDF's reader has no use for: it is told glyphs and positions. */
const unused = 'BASE DSIG GDEF GPOS GSUB MATH OS/2 STAT VORG cmap gasp meta name post vhea vmtx'.split(' ');

let subsetter: Subsetter | undefined;

function loadSubsetter(): Subsetter {
  const wasm = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)));
  const loaded = exports as Subsetter;
  loaded._initialize();
  return loaded;
}

/** Opens `file`, a TrueType font, as a source of outlines. It stays open: fonts are opened once in a process. */
export function outlineSource(file: Uint8Array): OutlineSource {
  let face: number | undefined;
  return (glyphs, weight) => {
    subsetter ??= loadSubsetter();
    face ??= openFace(subsetter, file);
    return subset(subsetter, face, glyphs, weight);
  };
}

function openFace(hb: Subsetter, file: Uint8Array): number {
  const data = hb.malloc(file.length);
  new Uint8Array(hb.memory.buffer).set(file, data);
  const blob = hb.hb_blob_create(data, file.length, writableMemory, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  return face;
}

function subset(hb: Subsetter, face: number, glyphs: readonly number[], weight: number | null): Uint8Array {
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, flags.noHinting | flags.retainGlyphNumbers | flags.noLayoutClosure);
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, tablesToDrop);
  for (const table of unused) hb.hb_set_add(dropped, tag(table));
  if (weight !== null) hb.hb_subset_input_pin_axis_location(input, face, tag('wght'), weight);
  const result = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  if (result === 0) throw new Error('The font could not be subset');

  const blob = hb.hb_face_reference_blob(result);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(blob)).slice();
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(result);
  return bytes;
}

/** Four letters as the number that OpenType makes of them. */
function tag(letters: string): number {
  return new DataView(new TextEncoder().encode(letters).buffer).getUint32(0);
}

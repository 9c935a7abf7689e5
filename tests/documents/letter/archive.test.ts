import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderLetter } from '../../../src/documents/letter/render-letter.ts';
import { decoded, embeddedFonts } from './embedded-glyphs.ts';
import { difficult, eastAsianNames, names } from './names.ts';
import { frenchLetter, manyParagraphs } from './sample-letter.ts';

/** Everything a letter can hold: several pages, several scripts, both weights, characters to escape. */
const letter = frenchLetter({
  title: 'Aiguillage & « suivi » <test>',
  reference: { caseNumber: 'NS-7K3M-Q9TX', clientName: 'محمد الحسيني' },
  paragraphs: [
    difficult,
    ...names.map(({ name }) => name),
    ...eastAsianNames,
    'a\u0302',
    ...manyParagraphs(),
  ],
});
let bytes: Uint8Array;
let document: PDFDocument;

beforeAll(async () => {
  bytes = await renderLetter(letter);
  document = await PDFDocument.load(bytes, { updateMetadata: false });
});

const dictionaries = (): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
const contents = (): string[] =>
  document.getPages().map((page) => {
    const stream = page.node.Contents();
    const streams =
      stream instanceof PDFArray ? stream.asArray().map((part) => document.context.lookup(part)) : [stream];
    return streams.map((part) => new TextDecoder('latin1').decode(decoded(part))).join('\n');
  });
const metadata = (): string =>
  new TextDecoder().decode((document.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).contents);

describe('a letter fit for the archive (PDF/A-2a, ISO 19005-2)', () => {
  it('begins as a PDF 1.7 with a comment that is not text, and ends with an identifier', () => {
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 9))).toBe('%PDF-1.7\n');
    expect([...bytes.subarray(10, 14)].every((byte) => byte > 127)).toBe(true);
    const identifiers = document.context.trailerInfo.ID as PDFArray;
    expect(identifiers.size()).toBe(2);
    expect(identifiers.lookup(0, PDFHexString).asBytes()).toHaveLength(16);
    expect(document.context.trailerInfo.Encrypt).toBeUndefined();
  });

  it('says what it is in metadata that is neither packed nor at odds with the older kind', () => {
    const stream = document.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    expect(stream.dict.get(PDFName.of('Filter'))).toBeUndefined();
    expect(stream.dict.get(PDFName.of('Subtype'))).toBe(PDFName.of('XML'));
    expect(metadata()).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata()).toContain(
      '<rdf:li xml:lang="x-default">Aiguillage &amp; « suivi » &lt;test&gt;</rdf:li>',
    );
    expect(metadata()).toContain(`<rdf:li>${document.getAuthor()}</rdf:li>`);
    expect(metadata()).toContain(`<xmp:CreatorTool>${document.getCreator()}</xmp:CreatorTool>`);
    expect(metadata()).toContain(`<pdf:Producer>${document.getProducer()}</pdf:Producer>`);
    const moment = document.getCreationDate()?.toISOString().replace('.000', '');
    expect(metadata()).toContain(`<xmp:CreateDate>${moment}</xmp:CreateDate>\n<xmp:ModifyDate>${moment}<`);
    expect(document.getTitle()).toBe(letter.title);
  });

  it('describes the metadata that no standard knows', () => {
    expect(metadata()).toContain(
      '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
    );
    expect(metadata()).toContain('<pdfaProperty:name>part</pdfaProperty:name>');
  });

  it('brings along the colour space of its colours', () => {
    const [intent, ...more] = (document.catalog.lookup(PDFName.of('OutputIntents')) as PDFArray).asArray();
    expect(more).toEqual([]);
    const dict = document.context.lookup(intent, PDFDict);
    expect(dict.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'));
    const stream = dict.lookup(PDFName.of('DestOutputProfile')) as PDFRawStream;
    expect(stream.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()).toBe(3);
    const profile = Buffer.from(decoded(stream));
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
    const colours = contents().flatMap((content) => content.match(/\s(g|rg|k|sc|scn|cs)$/gim) ?? []);
    expect(new Set(colours.map((colour) => colour.trim()))).toEqual(new Set(['rg']));
  });

  it('embeds every font, with characters for every code and widths that are those of its glyphs', async () => {
    const fonts = await embeddedFonts(bytes);
    expect(fonts.length).toBeGreaterThan(30);
    for (const { name, glyphs } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+NotoSans/);
      for (const { id, text, widths } of glyphs) {
        expect(id).toBeGreaterThan(0);
        expect(text).toMatch(/^[^\0\ufeff\ufffe\p{Co}]+$/u);
        expect(Math.abs(widths[0] - widths[1])).toBeLessThanOrEqual(1);
      }
    }
    expect(new Set(fonts.map(({ name }) => name)).size).toBe(fonts.length);
    const kinds = dictionaries().filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('Font'));
    expect(kinds).toHaveLength(2 * fonts.length);
  });

  it('has nothing transparent, nothing that acts, nothing from outside and nothing attached', () => {
    for (const dict of dictionaries()) {
      for (const key of [
        'ExtGState',
        'SMask',
        'Group',
        'AA',
        'OpenAction',
        'JS',
        'F',
        'FFilter',
        'EmbeddedFiles',
      ])
        expect(dict.get(PDFName.of(key)), key).toBeUndefined();
      const annotations = dict.lookup(PDFName.of('Annots')) as PDFArray | undefined;
      expect(annotations?.size() ?? 0).toBe(0);
      expect(dict.get(PDFName.of('Filter')) ?? PDFName.of('FlateDecode')).toBe(PDFName.of('FlateDecode'));
    }
  });
});

describe('a letter to be read aloud (PDF/UA-1, ISO 14289-1)', () => {
  it('says so, and shows its title', () => {
    expect(metadata()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const preferences = document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.get(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true');
    expect(
      document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString(),
    ).toBe('true');
    expect(document.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('fr-CA');
  });

  it('draws nothing that is neither tagged nor furniture', () => {
    for (const content of contents()) {
      let depth = 0;
      for (const line of content.split('\n')) {
        if (/ BDC$/.test(line)) depth += 1;
        else if (line === 'EMC') depth -= 1;
        else if (/(^| )(TJ|Tj|f|S|re)$/.test(line)) expect(depth, line).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });

  it('finds for each marked part its element, and for each element its parts', () => {
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    for (const [index, content] of contents().entries()) {
      const marks = Array.from(
        content.matchAll(/^\/(\w+) <<\/MCID (\d+)/gm),
        ([, tag, mark]) => [tag, Number(mark)] as const,
      );
      expect(marks.map(([, mark]) => mark)).toEqual(marks.map((_, at) => at));
      const parents = numbers.lookup(2 * index + 1, PDFArray);
      for (const [tag, mark] of marks) {
        const element = parents.lookup(mark, PDFDict);
        expect(element.get(PDFName.of('S'))).toBe(PDFName.of(tag ?? ''));
        const kids = element
          .lookup(PDFName.of('K'), PDFArray)
          .asArray()
          .filter((kid) => !(kid instanceof PDFRef));
        const held = kids.map((kid) => (kid as PDFDict).lookup(PDFName.of('MCID'), PDFNumber).asNumber());
        expect(held).toContain(mark);
      }
    }
  });

  it('says in which language a name is and how it reads from right to left', () => {
    const spans = dictionaries().filter((dict) => dict.get(PDFName.of('S')) === PDFName.of('Span'));
    const client = spans.find((span) => span.lookup(PDFName.of('Lang'), PDFString)?.asString() === 'ar');
    expect(client?.lookup(PDFName.of('ActualText'), PDFHexString).decodeText()).toBe('محمد الحسيني');
    const languages = spans.map((span) =>
      (span.lookup(PDFName.of('Lang')) as PDFString | undefined)?.asString(),
    );
    for (const language of ['he', 'hy', 'ta', 'th', 'ja', 'ko', 'iu']) expect(languages).toContain(language);
  });
});

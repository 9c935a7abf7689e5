import { createHash } from 'node:crypto';
import {
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { escapeHtml } from '../email/escape-html.ts';
import { srgbProfile } from './srgb-profile.ts';

/** What a document says of itself. */
export type DocumentDescription = { title: string; author: string; locale: string; instant: Date };

const program = 'Handoff';
let packedProfile: Uint8Array | undefined;
/** Stands where the identifier of a file goes until its bytes are known. */
const noIdentifier = '0'.repeat(32);

/**
 * Adds what makes a PDF fit to be archived and read aloud: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). Title,
 * author, language and dates are told to old readers and to new ones, and the colours are sRGB.
 */
export function markForArchive(document: PDFDocument, description: DocumentDescription): void {
  const { context, catalog } = document;
  const { title, author, locale, instant } = description;
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setLanguage(locale);
  document.setCreator(program);
  document.setProducer(program);
  document.setCreationDate(instant);
  document.setModificationDate(instant);

  const metadata = context.stream(new TextEncoder().encode(metadataPacket(description)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const outputIntent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB'),
    DestOutputProfile: context.register(colourProfile(context)),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(outputIntent)]));
  const identifier = PDFHexString.of(noIdentifier);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}

/** The colour profile as a stream, packed once in a process. */
function colourProfile(context: PDFContext): PDFRawStream {
  packedProfile ??= context.flateStream(srgbProfile()).contents;
  return context.stream(packedProfile, { N: 3, Filter: 'FlateDecode' });
}

/** The bytes of a marked document. Their identifier is made from themselves, so that the same letter has the same. */
export async function saveWithIdentifier(document: PDFDocument): Promise<Uint8Array> {
  const bytes = await document.save();
  const identifier = createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase();
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const second = view.lastIndexOf(noIdentifier);
  const first = view.lastIndexOf(noIdentifier, second - 1);
  view.write(identifier, first, 'latin1');
  view.write(identifier, second, 'latin1');
  return bytes;
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

function metadataPacket({ title, author, locale, instant }: DocumentDescription): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const moment = `${instant.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${declared.join(' ')}>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${locale}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${program}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<pdf:Producer>${program}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespaces.pdfuaid}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

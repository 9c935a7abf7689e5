import { strToU8, zipSync } from 'fflate';

/** A small PDF. */
export const pdf = (text = '') =>
  Buffer.from(`%PDF-1.7\n%${text}\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n`);

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture of one pixel. */
export const jpeg = Buffer.from(
  `/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP${'/'.repeat(86)}wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z`,
  'base64',
);

/** A zip archive of these files. */
export const zip = (files: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );

const contentTypes = (main: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
   <Default Extension="xml" ContentType="application/xml"/>
   <Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const macroMain = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** A Word document, with further parts. */
export const docx = (more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': contentTypes(wordMain), 'word/document.xml': '<w:document/>', ...more });

/** A Word document that says it has macros. */
export const docm = () =>
  zip({
    '[Content_Types].xml': contentTypes(macroMain),
    'word/document.xml': '<w:document/>',
    'word/vbaProject.bin': 'macros',
  });

/** A file of these bytes, as a browser would send it. */
export const file = (name: string, bytes: Uint8Array | string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);

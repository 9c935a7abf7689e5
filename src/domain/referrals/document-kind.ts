import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../errors.ts';

/** A kind of file that can be added to a referral. */
export type DocumentKind = {
  mediaType: string;
  /** The extensions its file names may have; the first is given to those that have another. */
  extensions: readonly [string, ...string[]];
};

const kinds: readonly DocumentKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'] },
  { mediaType: 'image/png', extensions: ['png'] },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
];
const plainText: DocumentKind = { mediaType: 'text/plain', extensions: ['txt'] };

/** Every extension of a kind that can be added, in lower case. */
export const documentExtensions: readonly string[] = [...kinds, plainText].flatMap(
  ({ extensions }) => extensions,
);

/** The file is of no kind that can be added to a referral (R13). */
export class DocumentKindNotAllowed extends Refusal {
  override readonly name = 'DocumentKindNotAllowed';
  readonly code = 'DOCUMENT_KIND_NOT_ALLOWED';

  constructor() {
    super({
      EN: 'A file of this kind cannot be added: what counts is what it holds, not its name. Add a PDF, a Word document without macros or embedded files (.docx), a PNG or JPEG picture, or plain text in UTF-8.',
      FR: 'Un fichier de ce type ne peut pas être ajouté : c’est son contenu qui compte, et non son nom. Ajoutez un PDF, un document Word sans macros ni fichiers incorporés (.docx), une image PNG ou JPEG, ou du texte brut en UTF-8.',
    });
  }
}

/**
 * Tells the kind of a file by its content, whatever it is called.
 * @throws DocumentKindNotAllowed for everything but the kinds above.
 */
export async function documentKind(bytes: Uint8Array): Promise<DocumentKind> {
  const found = await fileTypeFromBuffer(bytes);
  const kind =
    kinds.find(({ mediaType }) => mediaType === found?.mime) ??
    (!programs.includes(found?.mime ?? '') && isPlainText(bytes) ? plainText : null);
  if (kind === null || (kind.extensions[0] === 'docx' && isActive(bytes))) throw new DocumentKindNotAllowed();
  return kind;
}

/**
 * Kinds that are text to their end and yet do something when opened. Any other that text is taken for was told by its first
 * letters alone, as bitmaps are by "BM".
 */
const programs = ['application/rtf', 'application/postscript', 'application/eps'];

/** What names the parts of a Word document that run, or carry other files. The names are never compressed. */
const activeParts = ['vbaProject', 'vbaData', 'word/activeX/', 'word/embeddings/'];

function isActive(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return activeParts.some((name) => content.includes(name));
}

/** UTF-8 without control characters that neither a browser nor a shell could take for something to run. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !controls.test(text) && !markup.test(text) && !text.startsWith('#!');
  } catch {
    return false;
  }
}

const controls = /[^\P{Cc}\t\n\r\f]/u;
const markup =
  /^\s*<|<(?:!doctype|html|head|body|script|style|svg|iframe|object|embed|img|meta|link|form)[\s/>]/i;

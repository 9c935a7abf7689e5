import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** In characters, of all together and of one: a character takes up to 250 bytes of memory as part of a parsed document. */
const room = { all: 250_000, one: 25_000 };

/**
 * Remembers the documents that were used last, parsed and found valid, so that clients that send the same ones again are answered sooner.
 * Whoever sends ever new ones fills no more than some memory. What is refused is not remembered: it is told each one in their language.
 */
export function rememberDocuments(): Plugin {
  const parsed = new Map<string, DocumentNode>();
  const valid = new WeakSet<DocumentNode>();
  let taken = 0;

  function remember(text: string, document: DocumentNode): void {
    if (text.length > room.one) return;
    if (!parsed.delete(text)) taken += text.length;
    parsed.set(text, document);
    for (const oldest of parsed.keys()) {
      if (taken <= room.all) break;
      parsed.delete(oldest);
      taken -= oldest.length;
    }
  }

  return {
    onParse({ params: { source }, setParsedDocument }) {
      const text = typeof source === 'string' ? source : source.body;
      const before = parsed.get(text);
      if (before !== undefined) setParsedDocument(before);
      return ({ result }) => {
        if (result !== null && !(result instanceof Error)) remember(text, result);
      };
    },
    onValidate({ params: { documentAST }, setResult }) {
      if (valid.has(documentAST)) setResult([]);
      return ({ valid: isValid }) => {
        if (isValid) valid.add(documentAST);
      };
    },
  };
}

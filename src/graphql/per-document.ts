import type { DocumentNode } from 'graphql';

/**
 * Finds something out about a document once, however often it is run: documents that are sent again are the same object; see
 * rememberDocuments. What is kept goes with its document.
 * @param find depends on the document alone.
 */
export function perDocument<Found>(
  find: (document: DocumentNode) => Found,
): (document: DocumentNode) => Found {
  const known = new WeakMap<DocumentNode, { found: Found }>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before.found;
    const found = find(document);
    known.set(document, { found });
    return found;
  };
}

import {
  endMarkedContent,
  type PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';

/** A part of the document's structure: what it is, and where its marked content is, in reading order. */
export type StructureElement = { tag: 'H1' | 'P'; content: { page: number; markId: number }[] };

/** Marks what `operators` draw as content of a structure element; `markId` counts from 0 on each page. */
export function asContent(
  tag: StructureElement['tag'],
  markId: number,
  operators: PDFOperator[],
): PDFOperator[] {
  return marked(PDFName.of(tag), `<</MCID ${markId}>>`, operators);
}

/** Marks what `operators` draw as page furniture, which screen readers pass over. */
export function asArtifact(kind: 'Header' | 'Footer' | 'Layout', operators: PDFOperator[]): PDFOperator[] {
  const properties = kind === 'Layout' ? '<</Type/Layout>>' : `<</Type/Pagination/Subtype/${kind}>>`;
  return marked(PDFName.of('Artifact'), properties, operators);
}

/**
 * Makes `document` a tagged PDF: a Document element with `elements` in reading order, and for each page the
 * way back from marked content to its element.
 */
export function attachStructureTree(
  document: PDFDocument,
  pages: readonly PDFPage[],
  elements: readonly StructureElement[],
): void {
  const { context, catalog } = document;
  const rootRef = context.nextRef();
  const documentRef = context.nextRef();
  const parents: PDFRef[][] = pages.map(() => []);

  const elementRefs = elements.map(({ tag, content }) => {
    const ref = context.nextRef();
    const kids = content.map(({ page, markId }) => {
      const parentsOnPage = parents[page];
      if (parentsOnPage) parentsOnPage[markId] = ref;
      return context.obj({ Type: 'MCR', Pg: pages[page]?.ref, MCID: markId });
    });
    context.assign(ref, context.obj({ Type: 'StructElem', S: tag, P: documentRef, K: kids }));
    return ref;
  });

  context.assign(documentRef, context.obj({ Type: 'StructElem', S: 'Document', P: rootRef, K: elementRefs }));
  const numbers = parents.flatMap((refs, page) => [page, context.register(context.obj(refs))]);
  context.assign(
    rootRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: [documentRef],
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: pages.length,
    }),
  );
  for (const [index, page] of pages.entries()) {
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
  catalog.set(PDFName.of('StructTreeRoot'), rootRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function marked(tag: PDFName, properties: string, operators: PDFOperator[]): PDFOperator[] {
  const begin = PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [tag, properties]);
  return [begin, ...operators, endMarkedContent()];
}

import {
  endMarkedContent,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
  PDFString,
} from 'pdf-lib';

/** Where marked content is: `markId` counts from 0 on each page. */
export type MarkedContent = { page: number; markId: number };

/** A part of the document's structure: what it is, and what it holds, in reading order. */
export type StructureElement = {
  tag: 'H1' | 'P' | 'Span';
  /** BCP 47 tag; null where it is that of the document. */
  language: string | null;
  /** What is read in place of the content; null where the content reads right. */
  text: string | null;
  kids: (MarkedContent | StructureElement)[];
};

/**
 * Marks what `operators` draw as content of a structure element; `characters` are what is copied in their place, null
 * where the fonts tell.
 */
export function asContent(
  tag: StructureElement['tag'],
  markId: number,
  characters: string | null,
  operators: PDFOperator[],
): PDFOperator[] {
  const replaced = characters === null ? '' : `/ActualText${PDFHexString.fromText(characters)}`;
  return marked(PDFName.of(tag), `<</MCID ${markId}${replaced}>>`, operators);
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

  const attach = ({ tag, language, text, kids }: StructureElement, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const held = kids.map((kid) => {
      if ('tag' in kid) return attach(kid, ref);
      const parentsOnPage = parents[kid.page];
      if (parentsOnPage) parentsOnPage[kid.markId] = ref;
      return context.obj({ Type: 'MCR', Pg: pages[kid.page]?.ref, MCID: kid.markId });
    });
    const element = context.obj({ Type: 'StructElem', S: tag, P: parent, K: held });
    if (language !== null) element.set(PDFName.of('Lang'), PDFString.of(language));
    if (text !== null) element.set(PDFName.of('ActualText'), PDFHexString.fromText(text));
    context.assign(ref, element);
    return ref;
  };

  const elementRefs = elements.map((element) => attach(element, documentRef));
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

import { getDocumentProxy } from 'unpdf';

/**
 * A piece of text at its place: page counted from 1, the left end of its baseline and its width in points.
 */
export type ReadText = { page: number; text: string; x: number; y: number; width: number };

/** What a PDF says of itself and holds, as a reader program sees it. */
export type ReadPdf = {
  pageCount: number;
  /** The text of each page, pieces parted as they are drawn. */
  pages: string[];
  pieces: ReadText[];
  /** The tagged content in reading order, what spans pages once for each page. */
  structure: { role: string; text: string }[];
  info: Record<string, unknown>;
  language: string | null;
  showsTitle: boolean;
};

type StructNode = { role?: string; type?: string; id?: string; children?: StructNode[] };
type ContentItem = {
  type?: string;
  id?: string;
  str?: string;
  hasEOL?: boolean;
  transform?: number[];
  width?: number;
};

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(bytes.slice());
  const metadata = await document.getMetadata();
  const preferences = await document.getViewerPreferences();
  const result: ReadPdf = {
    pageCount: document.numPages,
    pages: [],
    pieces: [],
    structure: [],
    info: metadata.info as Record<string, unknown>,
    language: (metadata.info as { Language?: string }).Language ?? null,
    showsTitle: (preferences as unknown as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = (await page.getTextContent({ includeMarkedContent: true })) as { items: ContentItem[] };
    const marked = textByMark(content.items);
    result.pages.push(content.items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join(''));
    for (const { str, transform, width } of content.items) {
      if (str && transform) {
        result.pieces.push({
          page: number,
          text: str,
          x: transform[4] ?? 0,
          y: transform[5] ?? 0,
          width: width ?? 0,
        });
      }
    }
    collect((await page.getStructTree()) as StructNode | null, marked, result.structure);
  }
  await document.loadingTask.destroy();
  return result;
}

function textByMark(items: ContentItem[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.findLast((each) => each !== undefined);
      if (id) texts.set(id, (texts.get(id) ?? '') + (item.str ?? '') + (item.hasEOL ? ' ' : ''));
    }
  }
  return texts;
}

function collect(node: StructNode | null, marked: Map<string, string>, into: ReadPdf['structure']): void {
  for (const child of node?.children ?? []) {
    const text = (child.children ?? []).map(({ id }) => (id && marked.get(id)) ?? '').join('');
    if (text) into.push({ role: child.role ?? '', text: text.trim() });
    collect(child, marked, into);
  }
}

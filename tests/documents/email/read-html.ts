import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const blocks = ['div', 'p', 'table', 'tbody', 'tr', 'td', 'body'];
const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element of a page, in its order. */
function elements(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return isElement(node) ? [node, ...below] : below;
}

/** The attributes of an element by their names. */
const attributes = ({ attrs }: Element) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** A page of HTML as a browser understands it. */
export function readHtml(html: string) {
  const page = parse(html);
  const found = elements(page);
  const body = found.find(({ tagName }) => tagName === 'body');
  return {
    /** What a reader sees, each block and line on a line of its own, without empty ones. */
    lines: () =>
      body === undefined
        ? []
        : seenIn(body)
            .split('\n')
            .filter((line) => line.trim() !== ''),
    /** The text of the element of this class, spaces and line breaks as they are. */
    textOf: (name: string) => {
      const element = found.find((one) => attributes(one).class === name);
      return element === undefined ? null : element.childNodes.map(seenIn).join('');
    },
    /** The names of all elements. */
    tags: () => new Set(found.map(({ tagName }) => tagName)),
    /** Where all links lead. */
    links: () => found.flatMap((one) => (one.tagName === 'a' ? [attributes(one).href] : [])),
  };
}

function seenIn(node: Node): string {
  if ('value' in node) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  const inside = node.childNodes.map(seenIn).join('');
  return blocks.includes(node.tagName) ? `\n${inside.trim()}\n` : inside;
}

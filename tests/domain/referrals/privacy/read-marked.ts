import type {
  CheckedClient,
  PrivacyFindingKind,
  PrivacyFindingSeverity,
  Span,
} from '../../../../src/domain/referrals/privacy/privacy-finding.ts';

/** Texts held against one client. In a text `[KIND|…]` marks what must be found there, and nothing else may be. */
export type Rows = { client: CheckedClient; texts: readonly string[] };

/** What a row expects; without severity either will do. */
export type Expected = Span & { kind: PrivacyFindingKind; severity?: PrivacyFindingSeverity };

const kinds: Record<PrivacyFindingKind, true> = {
  NAME: true,
  BIRTH_DATE: true,
  SIN: true,
  HEALTH_CARD_NUMBER: true,
  PHONE: true,
  EMAIL: true,
  STREET_ADDRESS: true,
  POSTAL_CODE: true,
  CASE_ID: true,
  HEALTH: true,
  JUSTICE: true,
  INCOME_ASSISTANCE: true,
  SCHOOLING: true,
};

/**
 * Takes the marks out of a text. A kind in capitals expects the severity HIGH (`[NAME|Rosa Díaz]`), in small letters LOW
 * (`[health|surgery]`), capitalized either (`[Name|Rosa]`).
 * @throws where a mark names no kind or holds nothing.
 */
export function readMarked(marked: string): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  let text = '';
  let read = 0;
  for (const mark of marked.matchAll(/\[([A-Za-z_]+)\|([^\]]*)\]/g)) {
    const [whole, name = '', inside = ''] = mark;
    text += marked.slice(read, mark.index);
    if (inside === '') throw new Error(`${whole} marks nothing in: ${marked}`);
    const span = { start: text.length, end: text.length + inside.length };
    expected.push({ ...span, kind: kindOf(name, marked), ...severityOf(name) });
    text += inside;
    read = mark.index + whole.length;
  }
  return { text: text + marked.slice(read), expected };
}

function kindOf(name: string, marked: string): PrivacyFindingKind {
  const kind = name.toUpperCase();
  if (!isKind(kind)) throw new Error(`No kind is named ${name} in: ${marked}`);
  return kind;
}

function isKind(name: string): name is PrivacyFindingKind {
  return Object.hasOwn(kinds, name);
}

function severityOf(name: string): { severity?: PrivacyFindingSeverity } {
  if (name === name.toUpperCase()) return { severity: 'HIGH' };
  return name === name.toLowerCase() ? { severity: 'LOW' } : {};
}

/** Puts marks around what was found, the way a row is written, so that the two can be read side by side. */
export function mark(
  text: string,
  found: readonly (Span & { kind: PrivacyFindingKind; severity: PrivacyFindingSeverity })[],
  asWritten: readonly Expected[] = [],
): string {
  let marked = '';
  let read = 0;
  for (const { start, end, kind, severity } of found.toSorted((a, b) => a.start - b.start)) {
    const either = asWritten.some(
      (row) => row.start === start && row.kind === kind && row.severity === undefined,
    );
    const small = kind.toLowerCase();
    const name = either ? capitalized(small) : severity === 'HIGH' ? kind : small;
    marked += `${text.slice(read, start)}[${name}|${text.slice(start, end)}]`;
    read = end;
  }
  return marked + text.slice(read);
}

function capitalized(kind: string): string {
  return kind.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());
}

import type { PrivacyFindingKind } from '../../../../../src/domain/referrals/privacy/privacy-finding.ts';

/** A place that a row of the table marks. */
export type Marked = {
  start: number;
  end: number;
  kind: PrivacyFindingKind;
  severity: 'HIGH' | 'LOW';
  /** `missed`: personal, but known not to be found. `mistaken`: not personal, but known to be found. */
  known: 'found' | 'missed' | 'mistaken';
};

const mark = /⟦(?<flaw>[-+]?)(?<low>\??)(?<kind>[A-Z_]+) (?<text>[^⟧]*)⟧/gu;

/**
 * Reads a row: `⟦NAME Rosa⟧` marks what must be found with high severity, `⟦?NAME Rosa⟧` with low; with `-` in front of
 * these it is known to be missed, with `+` known to be a mistake.
 */
export function readMarked(row: string): { text: string; marked: Marked[] } {
  const marked: Marked[] = [];
  let text = '';
  let read = 0;
  for (const { 0: whole, index, groups = {} } of row.matchAll(mark)) {
    text += row.slice(read, index);
    const start = text.length;
    text += groups.text ?? '';
    read = index + whole.length;
    marked.push({
      start,
      end: text.length,
      kind: groups.kind as PrivacyFindingKind,
      severity: groups.low === '?' ? 'LOW' : 'HIGH',
      known: groups.flaw === '-' ? 'missed' : groups.flaw === '+' ? 'mistaken' : 'found',
    });
  }
  return { text: text + row.slice(read), marked };
}

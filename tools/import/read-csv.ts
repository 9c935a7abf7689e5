import { CsvError, type Info, parse } from 'csv-parse/sync';
import {
  type ImportColumn,
  type ImportLine,
  importColumnNames,
  importColumns,
} from '../../src/domain/casework/import/import-columns.ts';

/** What is wrong with a file before its lines can be checked; it never holds what the file says, but for names of columns. */
class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** A record, and how the parser came to its end. */
type Parsed = { record: string[]; info: Info };

/**
 * Reads a file of clients and cases: UTF-8 with or without byte order mark, commas or semicolons, quoted fields, either kind of
 * line end. The columns are found by their names in the first line, in any order.
 * @throws UnreadableFile.
 */
export function readCsv(bytes: Uint8Array): ImportLine[] {
  const [header, ...records] = recordsOf(text(bytes));
  if (header === undefined) throw new UnreadableFile('The file is empty.');
  const columns = header.record.map((name) => name.trim());
  checkColumns(columns);
  let end = header.info.lines;
  let empty = header.info.empty_lines;
  return records.map(({ record, info }) => {
    const line = end + 1 + (info.empty_lines - empty);
    end = info.lines;
    empty = info.empty_lines;
    if (record.length !== columns.length) {
      throw new UnreadableFile(
        `Line ${line} has ${record.length} fields, the first line ${columns.length}. Put fields with commas, semicolons or line breaks in quotation marks.`,
      );
    }
    const cells = Object.fromEntries(columns.map((column, place) => [column, record[place]?.trim() ?? '']));
    return { line, cells };
  });
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('The file is not UTF-8. Save it as "CSV UTF-8".');
  }
}

function recordsOf(content: string): Parsed[] {
  const [first = ''] = content.split(/[\r\n]/, 1);
  const count = (sign: string) => first.split(sign).length;
  try {
    return parse(content, {
      bom: true,
      delimiter: count(';') > count(',') ? ';' : ',',
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What the parser says may quote the file.
    const at = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new UnreadableFile(`The quotation marks cannot be made out${at}. Double those inside a field.`);
  }
}

function checkColumns(columns: readonly string[]): void {
  const unknown = columns.filter((name) => !importColumnNames.includes(name as ImportColumn));
  const missing = importColumnNames.filter(
    (name) => importColumns[name] !== 'optional' && !columns.includes(name),
  );
  const twice = columns.filter((name, place) => columns.indexOf(name) !== place);
  const wrong = [
    ...unknown.map((name) => `The column ${JSON.stringify(name)} is not known.`),
    ...missing.map((name) => `The column ${name} is missing.`),
    ...twice.map((name) => `The column ${name} is there twice.`),
  ];
  if (wrong.length > 0) throw new UnreadableFile([...wrong, 'See docs/importing.md.'].join('\n'));
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsOf } from './client-traces.ts';

/** The rows of tables that have names of their own, which clients may have too: they are no evidence of those. */
export const named =
  /^(Staff|Organization|Office|ServiceDeliveryLocation|Program|CorrespondenceTemplateText) /;

/**
 * The words that a surname may share without meaning a client: those of staff, of organizations and their places, as the test
 * run kept them, and those of the schema.
 */
export async function readCommonWords(evidence: string): Promise<Set<string>> {
  const files = (await readdir(evidence)).filter((name) => name.startsWith('table--'));
  const texts = await Promise.all(files.map((name) => readFile(join(evidence, name), 'utf8')));
  const rows = new Set(texts.flatMap((text) => text.split('\n').filter((line) => named.test(line))));
  const schema = await readFile(join(import.meta.dirname, '../../../schema.graphql'), 'utf8');
  return new Set([...rows, schema].flatMap(wordsOf));
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Config, ConfigError } from './config.ts';

/** The documents that clients may send by their hash. */
export type PersistedDocuments = {
  /** The text of a hash; null where it is not known. */
  find(hash: string): string | null;
  /** Whether nothing else is run. */
  only: boolean;
};

const file = z.record(z.string(), z.string());

/**
 * Reads the file PERSISTED_DOCUMENTS, as GraphQL Code Generator's client preset makes it: `{"hash": "document", …}`.
 * @returns null where it is not set.
 * @throws ConfigError where it cannot be read, or is something else.
 */
export async function readPersistedDocuments({
  PERSISTED_DOCUMENTS: path,
  PERSISTED_DOCUMENTS_ONLY: only,
}: Config): Promise<PersistedDocuments | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigError('PERSISTED_DOCUMENTS must be a file that this process can read');
  });
  const documents = new Map(Object.entries(parsed(text)));
  return { only, find: (hash) => documents.get(hash) ?? null };
}

function parsed(text: string): Record<string, string> {
  try {
    return file.parse(JSON.parse(text));
  } catch {
    throw new ConfigError(
      'PERSISTED_DOCUMENTS must be a JSON file of documents by their hashes, as the client preset of GraphQL Code Generator writes it',
    );
  }
}

import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import type { PersistedDocuments } from '../platform/persisted-documents.ts';
import { currentLanguage } from './request-language.ts';
import { shellError } from './shell/shell-error.ts';

const notFoundText: Bilingual = {
  EN: 'There is no document of this hash here. Give the operator the documents of this release.',
  FR: 'Aucun document n’a cette empreinte ici. Donnez à l’exploitant les documents de cette version.',
};

const requiredText: Bilingual = {
  EN: 'Send the hash of a known document as extensions.persistedQuery.sha256Hash, and no query.',
  FR: 'Envoyez l’empreinte d’un document connu comme extensions.persistedQuery.sha256Hash, sans query.',
};

type Sent = { query?: string | null | undefined; extensions?: unknown };

/** Runs documents by their hash, sent as `extensions.persistedQuery.sha256Hash` or as `documentId`, over HTTP and SSE. */
export function persistedDocuments(documents: PersistedDocuments): Plugin {
  const plugin: Plugin = usePersistedOperations({
    allowArbitraryOperations: !documents.only,
    extractPersistedOperationId: hashOf,
    getPersistedOperation: documents.find,
    customErrors: {
      notFound,
      keyNotFound: documents.only ? required : nothingAsked,
      persistedQueryOnly: required,
    },
  });
  return plugin;
}

/**
 * The same for a message of a socket, whose `query` is empty where it sends a hash.
 * @throws PERSISTED_DOCUMENT_NOT_FOUND or PERSISTED_DOCUMENT_REQUIRED, as GraphQL errors.
 */
export function persistedDocumentOf(
  documents: PersistedDocuments | null,
  sent: Sent & { query: string },
): string {
  if (documents === null || (sent.query !== '' && !documents.only)) return sent.query;
  const hash = hashOf(sent);
  if (sent.query !== '' || hash === null) throw required();
  const document = documents.find(hash);
  if (document === null) throw notFound();
  return document;
}

function hashOf(sent: Sent): string | null {
  const { documentId } = sent as { documentId?: unknown };
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const { persistedQuery } = asObject(sent.extensions);
  const { sha256Hash } = asObject(persistedQuery);
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function notFound(): GraphQLError {
  return new GraphQLError(notFoundText[currentLanguage()], {
    extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND', http: { status: 404 } },
  });
}

function nothingAsked(): GraphQLError {
  return shellError('BAD_REQUEST', currentLanguage());
}

function required(): GraphQLError {
  return new GraphQLError(requiredText[currentLanguage()], {
    extensions: { code: 'PERSISTED_DOCUMENT_REQUIRED', http: { status: 400 } },
  });
}

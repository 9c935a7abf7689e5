import { type DocumentNode, GraphQLError, getOperationAST } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { currentLanguage } from './request-language.ts';
import { shellStatus, shellText } from './shell/shell-error.ts';

const texts = {
  query: {
    EN: 'Send the operation as "query", in text.',
    FR: 'Envoyez l’opération comme « query », en texte.',
  },
  operationName: {
    EN: '"operationName" is a text, or left out.',
    FR: '« operationName » est un texte, ou est omis.',
  },
  variables: {
    EN: '"variables" is an object, or left out.',
    FR: '« variables » est un objet, ou est omis.',
  },
  extensions: {
    EN: '"extensions" is an object, or left out.',
    FR: '« extensions » est un objet, ou est omis.',
  },
  others: {
    EN: 'A request has "query", "operationName", "variables" and "extensions", and nothing else.',
    FR: 'Une requête contient « query », « operationName », « variables » et « extensions », et rien d’autre.',
  },
  batch: {
    EN: 'Send one operation in a request.',
    FR: 'Envoyez une seule opération par requête.',
  },
  operation: {
    EN: 'Say in "operationName" which operation of the document to run.',
    FR: 'Indiquez dans « operationName » quelle opération du document exécuter.',
  },
} as const satisfies Record<string, Bilingual>;

const known = new Set(['query', 'operationName', 'variables', 'extensions']);

/**
 * Says in the language of the request what is wrong with one over HTTP that can be read, where Yoga would say it in English alone. Comes after
 * whatever puts a document in the place of its hash.
 */
export function explainRequests(): Plugin {
  return {
    onRequestParse: () => ({
      onRequestParseDone({ requestParserResult }) {
        if (Array.isArray(requestParserResult)) throw refusal(texts.batch, 'BAD_REQUEST');
      },
    }),
    onParams({ params }) {
      const problem = problemOf(params);
      if (problem !== null) throw refusal(texts[problem], 'BAD_REQUEST');
    },
    onParse() {
      return ({ result, context }) => {
        // What runs on sockets has no request, and what could not be read is told as it is.
        const { request, params } = context as { request?: Request; params?: GraphQLParams };
        if (request === undefined || result === null || result instanceof Error) return;
        const operation = getOperationAST(result as DocumentNode, params?.operationName);
        if (!operation) throw refusal(texts.operation, 'OPERATION_RESOLUTION_FAILURE');
        if (request.method !== 'GET' || operation.operation !== 'mutation') return;
        const code = 'METHOD_NOT_ALLOWED';
        const http = { status: shellStatus(code), headers: { allow: 'POST' } };
        throw new GraphQLError(shellText(code, currentLanguage()), { extensions: { code, http } });
      };
    },
  };
}

function problemOf(params: unknown): keyof typeof texts | null {
  if (!isObject(params)) return 'query';
  if (Object.keys(params).some((name) => !known.has(name) && params[name] != null)) return 'others';
  if (typeof params.query !== 'string') return 'query';
  if (params.operationName != null && typeof params.operationName !== 'string') return 'operationName';
  if (params.variables != null && !isObject(params.variables)) return 'variables';
  if (params.extensions != null && !isObject(params.extensions)) return 'extensions';
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(text: Bilingual, code: string): GraphQLError {
  return new GraphQLError(text[currentLanguage()], { extensions: { code, http: { status: 400 } } });
}

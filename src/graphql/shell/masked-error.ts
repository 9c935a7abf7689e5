import { GraphQLError } from 'graphql';
import type { Logger } from '../../platform/log.ts';
import { currentRequest } from '../../platform/request-scope.ts';
import { currentLanguage } from '../request-language.ts';
import { inShort } from './in-short.ts';
import { logFailure, outageOf } from './outage-of.ts';
import { shellStatus, shellText } from './shell-error.ts';

/**
 * An error as it may be told: what was made to be told as it is; of an outage, that trying again helps; of anything else only that it
 * happened. With the id of the request, by which the log has its name and place, without what the request held.
 */
export function maskedError(error: unknown, log: Logger): GraphQLError {
  if (isTold(error)) return inShort(error);
  const wrapped = error instanceof GraphQLError ? error : null;
  const thrown = wrapped?.originalError ?? error;
  const outage = outageOf(thrown);
  logFailure(log, thrown, outage);
  const { nodes = null, path = null } = wrapped ?? {};
  const language = currentLanguage();
  const requestId = currentRequest()?.requestId;
  if (outage !== null) {
    const http = { status: shellStatus(outage) };
    return new GraphQLError(shellText(outage, language), {
      nodes,
      path,
      extensions: { code: outage, requestId, http },
    });
  }
  return new GraphQLError(shellText('INTERNAL_SERVER_ERROR', language), {
    nodes,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', unexpected: true, requestId },
  });
}

/** Whether it was made as an error of GraphQL, not of one that something else has thrown. */
function isTold(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  return error.originalError === undefined || isTold(error.originalError);
}

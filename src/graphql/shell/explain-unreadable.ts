import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isUpload } from '../accept-uploads.ts';
import { requestLanguage } from '../request-language.ts';
import { shellError } from './shell-error.ts';

/** Says of a body that cannot be read what would be read, and nothing of what is in it or of what tried to read it. */
export function explainUnreadable(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (isUpload(request) || requestParser === undefined) return;
      setRequestParser(async (whole) => {
        try {
          return await requestParser(whole);
        } catch (error) {
          const language = requestLanguage(request.headers.get('accept-language'), 'EN');
          const tooLarge =
            error instanceof GraphQLError && error.extensions.code === 'REQUEST_ENTITY_TOO_LARGE';
          throw shellError(tooLarge ? 'REQUEST_ENTITY_TOO_LARGE' : 'BAD_REQUEST', language);
        }
      });
    },
  };
}

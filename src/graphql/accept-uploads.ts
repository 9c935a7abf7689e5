import type { ServerResponse } from 'node:http';
import { createFetch } from '@whatwg-node/fetch';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual, Language } from '../domain/language.ts';
import { largestDocument, type SentFile } from '../domain/referrals/add-referral-document.ts';
import { requestLanguage } from './request-language.ts';
import { countOpen } from './shell/count-open.ts';
import { shellError } from './shell/shell-error.ts';
import type { SignIn } from './sign-in.ts';
import { signInError } from './sign-in-refusals.ts';

/**
 * A file that is too large is to be answered with its refusal, so a little more than a document may have is let in; reading
 * stops where it goes on for longer, with HTTP status 413.
 */
const longestFile = 2 * largestDocument;

/** In bytes: far more than any operation takes with its variables, two templates of the longest texts included. */
export const longestOperation = 1024 * 1024;

/** In bytes, of a whole request: what a file and the operation with it take. */
export const longestRequest = longestFile + longestOperation;

/** What multipart requests are read with: the operation, the map and one file. */
export const uploadFetch = createFetch({
  formDataLimits: {
    fields: 2,
    files: 1,
    parts: 3,
    fieldNameSize: 100,
    fieldSize: 256 * 1024,
    fileSize: longestFile,
    headerSize: 8 * 1024,
  },
});

/** Whether a request may bring a file. */
export function isUpload({ headers }: Request): boolean {
  return headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
}

/** Whether this is a file that came in a multipart request. */
export function isFile(value: unknown): value is SentFile {
  return value instanceof uploadFetch.File;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'REQUEST_ENTITY_TOO_LARGE';
}

const unreadableText: Bilingual = {
  EN: 'The multipart request cannot be read. Send the fields "operations" and "map", then one file, by the GraphQL multipart request specification.',
  FR: 'La requête multipart est illisible. Envoyez les champs « operations » et « map », puis un fichier, selon la spécification des requêtes multipart de GraphQL.',
};

/** The parser takes any form for one of the specification, and breaks on what is none. */
function unreadable(language: Language): GraphQLError {
  return new GraphQLError(unreadableText[language], {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** How many files of one staff member a process takes in at once: each is in memory until it is stored. */
export const mostAtOnce = 3;

/**
 * Lets only who is signed in send a file: nobody else makes this process read one. A page elsewhere can send a form without
 * asking first, but never with the Authorization header, which is all that signs a request in; there are no cookies.
 */
export function acceptUploads(signIn: SignIn): Plugin<object, { res?: ServerResponse }> {
  const inHand = countOpen(mostAtOnce);
  return {
    async onRequestParse({ request, requestParser, setRequestParser, serverContext }) {
      if (!isUpload(request)) return;
      const language = requestLanguage(request.headers.get('accept-language'), 'EN');
      const { refusal, actor } = await signIn(request.headers.get('authorization'));
      if (refusal !== null) throw signInError(refusal, language);
      if (requestParser === undefined) return;
      const leave = inHand.enter(actor.staffId);
      if (leave === null) throw shellError('TOO_MANY_UPLOADS', language, { 'retry-after': '5' });
      serverContext.res?.once('close', leave);
      setRequestParser(async (whole) => {
        try {
          return await requestParser(whole);
        } catch (error) {
          throw isTooLarge(error) ? error : unreadable(language);
        }
      });
    },
  };
}

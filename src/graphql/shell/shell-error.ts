import { GraphQLError } from 'graphql';
import type { Bilingual, Language } from '../../domain/language.ts';

/** What the shell refuses before anything is asked of the rules: the HTTP status and the sentence. */
const answers = {
  BAD_REQUEST: {
    status: 400,
    text: {
      EN: 'The request cannot be read. Send JSON in UTF-8: {"query": "…", "variables": {…}}.',
      FR: 'La requête est illisible. Envoyez du JSON en UTF-8 : {"query": "…", "variables": {…}}.',
    },
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    text: {
      EN: 'Pages of this origin may not use this service. Its operator allows origins with CORS_ORIGINS.',
      FR: 'Les pages de cette origine ne peuvent pas utiliser ce service. L’exploitant permet les origines par CORS_ORIGINS.',
    },
  },
  NOT_FOUND: {
    status: 404,
    text: { EN: 'There is nothing at this address.', FR: 'Il n’y a rien à cette adresse.' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    text: {
      EN: 'Send operations by POST, or queries by GET.',
      FR: 'Envoyez les opérations par POST, ou les lectures par GET.',
    },
  },
  NOT_ACCEPTABLE: {
    status: 406,
    text: {
      EN: 'Accept application/graphql-response+json, application/json or, for subscriptions, text/event-stream.',
      FR: 'Acceptez application/graphql-response+json, application/json ou, pour les abonnements, text/event-stream.',
    },
  },
  REQUEST_TIMEOUT: {
    status: 408,
    text: {
      EN: 'The request did not arrive in time. Send it again.',
      FR: 'La requête n’est pas arrivée à temps. Envoyez-la de nouveau.',
    },
  },
  REQUEST_ENTITY_TOO_LARGE: {
    status: 413,
    text: {
      EN: 'The request is larger than 1 MB. Ask for less at once.',
      FR: 'La requête dépasse 1 Mo. Demandez moins à la fois.',
    },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    text: {
      EN: 'Send application/json in UTF-8 without compression, or multipart/form-data with a file.',
      FR: 'Envoyez application/json en UTF-8 sans compression, ou multipart/form-data avec un fichier.',
    },
  },
  MISDIRECTED_REQUEST: {
    status: 421,
    text: {
      EN: 'Development sign-in is for this machine alone: use localhost or 127.0.0.1.',
      FR: 'La connexion de développement ne vaut que sur cette machine : utilisez localhost ou 127.0.0.1.',
    },
  },
  RATE_LIMITED: {
    status: 429,
    text: {
      EN: 'Too many requests. Wait as many seconds as Retry-After says, then send fewer.',
      FR: 'Trop de requêtes. Attendez le nombre de secondes que donne Retry-After, puis envoyez-en moins.',
    },
  },
  TOO_MANY_UPLOADS: {
    status: 429,
    text: {
      EN: 'You are already sending several files. Wait until one of them has arrived.',
      FR: 'Vous envoyez déjà plusieurs fichiers. Attendez que l’un d’eux soit arrivé.',
    },
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 429,
    text: {
      EN: 'This connection has too many subscriptions. End one, or open another connection.',
      FR: 'Cette connexion a trop d’abonnements. Mettez fin à l’un d’eux, ou ouvrez une autre connexion.',
    },
  },
  TOO_MANY_STREAMS: {
    status: 429,
    text: {
      EN: 'You have too many streams of events open. End one, or have all subscriptions on one WebSocket.',
      FR: 'Vous avez trop de flux d’événements ouverts. Mettez fin à l’un d’eux, ou ayez tous les abonnements sur un seul WebSocket.',
    },
  },
  REQUEST_HEADERS_TOO_LARGE: {
    status: 431,
    text: {
      EN: 'The address or the headers of the request are too long.',
      FR: 'L’adresse ou les en-têtes de la requête sont trop longs.',
    },
  },
  INTERNAL_SERVER_ERROR: { status: 500, text: { EN: 'Unexpected error.', FR: 'Erreur inattendue.' } },
  BUSY: {
    status: 503,
    text: {
      EN: 'Others are working on the same records, and nothing was changed. Try again in a moment.',
      FR: 'D’autres travaillent sur les mêmes dossiers, et rien n’a été modifié. Réessayez dans un instant.',
    },
  },
  STORAGE_UNAVAILABLE: {
    status: 503,
    text: {
      EN: 'Documents can be neither kept nor opened at the moment, and nothing was changed. Try again later.',
      FR: 'Les documents ne peuvent être ni conservés ni ouverts en ce moment, et rien n’a été modifié. Réessayez plus tard.',
    },
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    text: {
      EN: 'The service is not available at the moment. Try again later; look first whether a change has been made.',
      FR: 'Le service n’est pas disponible en ce moment. Réessayez plus tard; voyez d’abord si une modification a été faite.',
    },
  },
  TOO_MANY_CONNECTIONS: {
    status: 503,
    text: {
      EN: 'Too many connections are open. Close some, or try again later.',
      FR: 'Trop de connexions sont ouvertes. Fermez-en, ou réessayez plus tard.',
    },
  },
} as const satisfies Record<string, { status: number; text: Bilingual }>;

/** What the shell answers with, in `extensions.code`. */
export type ShellCode = keyof typeof answers;

/** The HTTP status of such an answer. */
export const shellStatus = (code: ShellCode): number => answers[code].status;

/** What it says. */
export const shellText = (code: ShellCode, language: Language): string => answers[code].text[language];

/** As an error of GraphQL, with its status and perhaps headers for HTTP. */
export function shellError(
  code: ShellCode,
  language: Language,
  headers: Record<string, string> = {},
): GraphQLError {
  const http = { status: shellStatus(code), headers };
  return new GraphQLError(shellText(code, language), { extensions: { code, http } });
}

/** As the body of an answer outside GraphQL, in the same shape. */
export function shellAnswer(code: ShellCode, language: Language, requestId: string | null): string {
  const extensions = { code, ...(requestId !== null && { requestId }) };
  return JSON.stringify({ errors: [{ message: shellText(code, language), extensions }] });
}

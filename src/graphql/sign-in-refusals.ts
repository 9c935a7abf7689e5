import { GraphQLError } from 'graphql';
import type { Bilingual, Language } from '../domain/language.ts';
import type { ShutOut } from '../domain/organizations/sign-in-standing.ts';

/** Why nobody is signed in, or no longer. The last three are told to holders of a verified token alone. */
export type SignInRefusal =
  | 'NO_TOKEN'
  | 'BAD_TOKEN'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_OF_SOMEBODY_ELSE'
  | 'SIGN_IN_UNAVAILABLE'
  | 'UNKNOWN_STAFF_MEMBER'
  | ShutOut['why'];

/** Headers are those of RFC 6750 3, and of RFC 9110 10.2.3. */
const answers: Record<
  SignInRefusal,
  { code?: string; status: number; headers?: Record<string, string>; text: Bilingual }
> = {
  NO_TOKEN: {
    code: 'UNAUTHENTICATED',
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer' },
    text: {
      EN: 'Sign in first: send an access token as "Authorization: Bearer …".',
      FR: 'Connectez-vous d’abord : envoyez un jeton d’accès sous la forme « Authorization: Bearer … ».',
    },
  },
  BAD_TOKEN: {
    code: 'UNAUTHENTICATED',
    status: 401,
    headers: {
      'WWW-Authenticate':
        'Bearer error="invalid_token", error_description="The access token is expired, or not valid here"',
    },
    text: {
      EN: 'The access token has expired or is not valid here. Get a new one, then try again.',
      FR: 'Le jeton d’accès a expiré ou n’est pas valide ici. Obtenez-en un nouveau, puis réessayez.',
    },
  },
  TOKEN_EXPIRED: {
    status: 401,
    text: {
      EN: 'The access token has expired. Get a new one, then subscribe again after the last cursor you kept.',
      FR: 'Le jeton d’accès a expiré. Obtenez-en un nouveau, puis abonnez-vous de nouveau après le dernier curseur conservé.',
    },
  },
  TOKEN_OF_SOMEBODY_ELSE: {
    status: 403,
    text: {
      EN: 'This connection speaks for another staff member, and goes on with their token. Open a connection of your own.',
      FR: 'Cette connexion est celle d’un autre membre du personnel et se poursuit avec son jeton. Ouvrez votre propre connexion.',
    },
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    headers: { 'Retry-After': '5' },
    text: {
      EN: 'Sign-in cannot be checked at the moment. Try again shortly.',
      FR: 'La connexion ne peut pas être vérifiée pour le moment. Réessayez sous peu.',
    },
  },
  UNKNOWN_STAFF_MEMBER: {
    status: 403,
    text: {
      EN: 'Your account is not set up here. Ask the administrator of your organization to add you as a staff member.',
      FR: 'Votre compte n’est pas configuré ici. Demandez à l’administrateur de votre organisme de vous ajouter comme membre du personnel.',
    },
  },
  STAFF_MEMBER_DISABLED: {
    status: 403,
    text: {
      EN: 'Your account here has been disabled. Ask the administrator of your organization.',
      FR: 'Votre compte ici a été désactivé. Adressez-vous à l’administrateur de votre organisme.',
    },
  },
  STAFF_ORGANIZATION_CLOSED: {
    status: 403,
    text: {
      EN: 'Your organization’s access has ended. Ask Employment Nova Scotia.',
      FR: 'L’accès de votre organisme a pris fin. Adressez-vous à Emploi Nouvelle-Écosse.',
    },
  },
};

/** A refusal as it is told where there is no GraphQL error to tell it by. */
export type ToldRefusal = { code: string; message: string };

/** Says why nobody is signed in. */
export function toldRefusal(refusal: SignInRefusal, language: Language): ToldRefusal {
  const { code = refusal, text } = answers[refusal];
  return { code, message: text[language] };
}

/** Answers whoever is not signed in, with the HTTP status and headers of the reason. */
export function signInError(refusal: SignInRefusal, language: Language): GraphQLError {
  const { code, message } = toldRefusal(refusal, language);
  const { status, headers } = answers[refusal];
  return new GraphQLError(message, { extensions: { code, http: { status, ...(headers && { headers }) } } });
}

import type { MailTrouble } from '../../platform/mail-failure.ts';
import type { Bilingual, Language } from '../language.ts';

/** Why an attempt did not succeed, or none was made: for people, without addresses or names, whatever the server said. */
const texts = {
  SERVER_UNREACHABLE: {
    EN: 'The mail server could not be reached.',
    FR: 'Le serveur de courriel était inaccessible.',
  },
  SERVER_CLOSED: {
    EN: 'The mail server did not accept our connection.',
    FR: 'Le serveur de courriel n’a pas accepté notre connexion.',
  },
  SERVER_NOT_SECURE: {
    EN: 'The mail server offered no encrypted connection that can be trusted. Its administrator must see to it.',
    FR: 'Le serveur de courriel n’a offert aucune connexion chiffrée digne de confiance. Son administrateur doit s’en occuper.',
  },
  BROKEN_OFF: {
    EN: 'The connection to the mail server broke off, or it did not answer in time.',
    FR: 'La connexion au serveur de courriel a été interrompue, ou il n’a pas répondu à temps.',
  },
  TRY_LATER: {
    EN: 'The mail server asked to try again later.',
    FR: 'Le serveur de courriel a demandé de réessayer plus tard.',
  },
  SENDER_REFUSED: {
    EN: 'The mail server did not let this service send. Its administrator must see to it.',
    FR: 'Le serveur de courriel n’a pas laissé ce service envoyer. Son administrateur doit s’en occuper.',
  },
  ADDRESS_REFUSED: {
    EN: 'The mail server refused the address. Check it, then send again.',
    FR: 'Le serveur de courriel a refusé l’adresse. Vérifiez-la, puis renvoyez.',
  },
  MESSAGE_REFUSED: {
    EN: 'The mail server refused the message.',
    FR: 'Le serveur de courriel a refusé le message.',
  },
  NOT_MADE: {
    EN: 'The letter or the email could not be made. The administrator of this service must see to it.',
    FR: 'La lettre ou le courriel n’a pas pu être produit. L’administrateur de ce service doit s’en occuper.',
  },
  REFERRAL_ENDED: {
    EN: 'The referral ended before its email went out, so it was not sent.',
    FR: 'L’aiguillage a pris fin avant l’envoi de son courriel, qui n’a donc pas été envoyé.',
  },
} satisfies Record<MailTrouble | 'NOT_MADE' | 'REFERRAL_ENDED', Bilingual>;

/** Stands on record for its text, which {@link failureText} gives. */
export type FailureReason = keyof typeof texts;

/** The text of a reason on record. */
export function failureText(reason: string, language: Language): string {
  return Object.hasOwn(texts, reason) ? texts[reason as FailureReason][language] : reason;
}

import type { LetterLanguage } from '../letter/letter-content.ts';

/** The fixed sentences of a referral email in one language, labels with their colon. */
export type EmailLabels = {
  /** BCP 47 tag. */
  locale: string;
  phone: string;
  email: string;
  /** The file name may be HTML, as nothing else in the sentence needs escaping. */
  attachment: (fileName: string) => string;
  /** The organization may be HTML, as nothing else in the sentence needs escaping. */
  doNotReply: (organization: string) => string;
  confidentiality: string;
};

const labels: Record<LetterLanguage, EmailLabels> = {
  en: {
    locale: 'en-CA',
    phone: 'Tel.:',
    email: 'Email:',
    attachment: (fileName) =>
      `The referral letter is attached to this message as a PDF document (${fileName}).`,
    doNotReply: (organization) =>
      `Please do not reply to this message: it was sent from a mailbox that is not read. To reach ${organization}:`,
    confidentiality:
      'Confidential. This message and its attachment are intended only for the person or organization to whom they are addressed. If you have received them in error, please notify the organization above and delete them.',
  },
  fr: {
    locale: 'fr-CA',
    phone: 'Tél.\u00a0:',
    email: 'Courriel\u00a0:',
    attachment: (fileName) =>
      `La lettre d’aiguillage est jointe au présent message en format PDF (${fileName}).`,
    doNotReply: (organization) =>
      `Veuillez ne pas répondre à ce message\u00a0: il provient d’une boîte de courriel qui n’est pas consultée. Pour joindre l’organisme ${organization}\u00a0:`,
    confidentiality:
      'Confidentiel. Le présent message et sa pièce jointe sont destinés uniquement à la personne ou à l’organisme à qui ils sont adressés. Si vous les avez reçus par erreur, veuillez en aviser l’organisme ci-dessus et les supprimer.',
  },
};

/** The fixed sentences of a referral email in `language`. */
export function emailLabels(language: LetterLanguage): EmailLabels {
  return labels[language];
}

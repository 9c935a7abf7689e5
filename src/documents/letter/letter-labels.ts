import type { LetterLanguage } from './letter-content.ts';

/** The fixed words of a letter in one language, labels with their colon. */
export type LetterLabels = {
  /** BCP 47 tag, for screen readers. */
  locale: string;
  phone: string;
  email: string;
  caseNumber: string;
  client: string;
  closing: string;
  /** The line that says when the letter was written. */
  written: (date: string) => string;
  /** A sentence with the spaces that must not be torn from the punctuation beside them. */
  spaced: (text: string) => string;
  confidentiality: string;
  pageNumber: (page: number, pageCount: number) => string;
};

const labels: Record<LetterLanguage, LetterLabels> = {
  en: {
    locale: 'en-CA',
    phone: 'Tel.:',
    email: 'Email:',
    caseNumber: 'Case ID:',
    client: 'Client:',
    closing: 'Sincerely,',
    written: (date) => date,
    spaced: (text) => text,
    confidentiality:
      'Confidential. This letter contains personal information intended only for the person or organization to whom it is addressed. If you have received it in error, please notify the sender and destroy all copies.',
    pageNumber: (page, pageCount) => `Page ${page} of ${pageCount}`,
  },
  fr: {
    locale: 'fr-CA',
    phone: 'Tél.\u00a0:',
    email: 'Courriel\u00a0:',
    caseNumber: 'No\u00a0de dossier\u00a0:',
    client: 'Client(e)\u00a0:',
    closing: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    written: (date) => `Le ${date}`,
    spaced: (text) => text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0'),
    confidentiality:
      'Confidentiel. Cette lettre contient des renseignements personnels destinés uniquement à la personne ou à l’organisme à qui elle est adressée. Si vous l’avez reçue par erreur, veuillez en aviser l’expéditeur et en détruire toutes les copies.',
    pageNumber: (page, pageCount) => `Page ${page} de ${pageCount}`,
  },
};

/** The fixed words of a letter in `language` (R22). */
export function letterLabels(language: LetterLanguage): LetterLabels {
  return labels[language];
}

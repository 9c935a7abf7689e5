/** The languages a letter can be written in. */
export type LetterLanguage = 'en' | 'fr';

/**
 * Everything that stands in a referral letter, in printing order. The letter holds nothing that is not in
 * here (R14, B2).
 */
export type LetterContent = {
  language: LetterLanguage;
  title: string;
  /** Calendar date, `YYYY-MM-DD`; printed in the form of the language. */
  date: string;
  /** The sending organization's letterhead (R22). */
  sender: { name: string; addressLines: string[]; phone: string | null; email: string };
  addressee: { contactName: string | null; organizationName: string | null };
  reference: { caseNumber: string; clientName: string | null };
  /** The body, placeholders already resolved; a paragraph may hold line breaks. */
  paragraphs: string[];
  signature: {
    name: string;
    jobTitle: string | null;
    officeName: string | null;
    phone: string | null;
    email: string | null;
  };
};

import type { Bilingual } from '../language.ts';

/** The guide's notice on the referral form (R12). */
export const privacyNotice: Bilingual = {
  EN: 'Follow best practices for email and privacy. Do not provide personal information about the client.',
  FR: 'Suivez les pratiques exemplaires en matière de courriel et de protection de la vie privée. Ne fournissez aucun renseignement personnel sur le client.',
};

/** The guide's advice on the language, beside which it stands (R10). */
export const languageAdvice: Bilingual = {
  EN: 'If you plan to select French, select the Correspondence Language first (i.e., before anything else) as changing the language will overwrite any edits already made.',
  FR: 'Si vous prévoyez choisir le français, choisissez d’abord la langue de correspondance (avant toute autre chose), car un changement de langue écrase les modifications déjà apportées.',
};

/** What Submit Referral asks, in the guide's words (R15). */
export const submitConfirmation: Bilingual = {
  EN: 'Submitting the referral will complete the referral and send an email to the specified address.\n\nDo you wish to proceed?',
  FR: 'La soumission de l’aiguillage le rendra définitif et enverra un courriel à l’adresse indiquée.\n\nVoulez-vous continuer?',
};

/** What Cancel Referral asks (R18). */
export const cancelConfirmation: Bilingual = {
  EN: 'Cancelling the referral will delete the draft version.\n\nDo you wish to proceed?',
  FR: 'L’annulation de l’aiguillage supprimera l’ébauche.\n\nVoulez-vous continuer?',
};

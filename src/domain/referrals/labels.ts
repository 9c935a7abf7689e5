import type { ReferralStatus, ReferralType } from '../../generated/prisma/enums.ts';
import type { Bilingual, Language } from '../language.ts';

/** The three types as people read them (R2). */
export const referralTypeLabels: Record<ReferralType, Bilingual> = {
  CASE_TRANSFER: { EN: 'Case Transfer', FR: 'Transfert de cas' },
  INFORMATIONAL_WITHIN: { EN: 'Informational (within LaMPSS)', FR: 'À titre d’information (dans LaMPSS)' },
  INFORMATIONAL_OUTSIDE: {
    EN: 'Informational (outside LaMPSS)',
    FR: 'À titre d’information (hors de LaMPSS)',
  },
};

/** The statuses as people read them (R19). */
export const referralStatusLabels: Record<ReferralStatus, Bilingual> = {
  DRAFT: { EN: 'Draft', FR: 'Ébauche' },
  SUBMITTED: { EN: 'Submitted', FR: 'Soumis' },
  EMAILED: { EN: 'Emailed', FR: 'Envoyé par courriel' },
};

/** The choices of Correspondence Language as people read them. */
export const languageLabels: Record<Language, Bilingual> = {
  EN: { EN: 'English', FR: 'Anglais' },
  FR: { EN: 'French', FR: 'Français' },
};

const organization: Bilingual = { EN: 'Organization', FR: 'Organisme' };

/** What stands before each field of the referral form, in the order of the guide's screen. */
export const referralFieldLabels = {
  type: { EN: 'Referral Type', FR: 'Type d’aiguillage' },
  status: { EN: 'Status', FR: 'Statut' },
  referralDate: { EN: 'Referral Date', FR: 'Date de l’aiguillage' },
  organizationId: organization,
  organizationName: organization,
  contactName: { EN: 'Contact Name', FR: 'Nom de la personne-ressource' },
  emailTo: { EN: 'Email To', FR: 'Courriel du destinataire' },
  templateId: { EN: 'Correspondence Template', FR: 'Modèle de correspondance' },
  language: { EN: 'Correspondence Language', FR: 'Langue de correspondance' },
  emailSubject: { EN: 'Email Subject', FR: 'Objet du courriel' },
  emailContent: { EN: 'Email Content', FR: 'Contenu du courriel' },
} satisfies Record<string, Bilingual>;

/** What the buttons of the Referrals screen say. */
export const referralActionLabels = {
  add: { EN: 'Add Referral', FR: 'Ajouter un aiguillage' },
  preview: { EN: 'Preview', FR: 'Aperçu' },
  submit: { EN: 'Submit Referral', FR: 'Soumettre l’aiguillage' },
  cancel: { EN: 'Cancel Referral', FR: 'Annuler l’aiguillage' },
} satisfies Record<string, Bilingual>;

import type { ReferralStatus, ReferralType } from '../../generated/prisma/enums.ts';
import type { Bilingual } from '../language.ts';

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

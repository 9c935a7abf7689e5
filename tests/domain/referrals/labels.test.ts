import { expect, it } from 'vitest';
import { referralStatusLabels, referralTypeLabels } from '../../../src/domain/referrals/labels.ts';
import { ReferralStatus } from '../../../src/generated/prisma/enums.ts';

it('[R2] the three types are called as in the guide, and in French', () => {
  expect(referralTypeLabels).toEqual({
    CASE_TRANSFER: { EN: 'Case Transfer', FR: 'Transfert de cas' },
    INFORMATIONAL_WITHIN: {
      EN: 'Informational (within LaMPSS)',
      FR: 'À titre d’information (dans LaMPSS)',
    },
    INFORMATIONAL_OUTSIDE: {
      EN: 'Informational (outside LaMPSS)',
      FR: 'À titre d’information (hors de LaMPSS)',
    },
  });
});

it('[R19] the statuses are called as in the guide, and in French', () => {
  expect(referralStatusLabels).toEqual({
    DRAFT: { EN: 'Draft', FR: 'Ébauche' },
    SUBMITTED: { EN: 'Submitted', FR: 'Soumis' },
    EMAILED: { EN: 'Emailed', FR: 'Envoyé par courriel' },
  });
});

it('[R18] there is no Cancelled status', () => {
  expect(Object.values(ReferralStatus)).toEqual(['DRAFT', 'SUBMITTED', 'EMAILED']);
});

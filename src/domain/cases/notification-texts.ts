import type { CaseNotificationType } from '../../generated/prisma/enums.ts';
import { filledText, type TextWithBlanks } from '../filled-text.ts';
import type { Bilingual } from '../language.ts';

/** "Case has been transferred from … to …" (R36), on the Case Home Page (R33) as on the User Homepage. */
export const caseTransferred: TextWithBlanks = {
  EN: 'Case has been transferred from {from} to {to}',
  FR: 'Le cas a été transféré de {from} à {to}',
};

/** That a receiver has declined (D4), likewise. */
export const referralDeclined: TextWithBlanks = {
  EN: '{organization} has declined a Case Transfer referral',
  FR: '{organization} a refusé un aiguillage de transfert de cas',
};

/** That a case has another case manager in the same organization (B9), likewise. */
export const caseReassigned: Bilingual = {
  EN: 'Case has been assigned to another case manager',
  FR: 'Le cas a été attribué à un autre gestionnaire de cas',
};

type Named = { name: string } | null;

/** What {@link notificationMessage} tells of. */
export type Notified = {
  type: CaseNotificationType;
  transfer: { fromOrganization: { name: string }; toOrganization: { name: string } } | null;
  referral: { receivingOrganization: Named } | null;
};

/** What a notification on the Case Home Page says; null where what it tells of is not on record. */
export function notificationMessage({ type, transfer, referral }: Notified): Bilingual | null {
  switch (type) {
    case 'CASE_RECEIVED':
      return transfer === null
        ? null
        : filledText(caseTransferred, {
            from: transfer.fromOrganization.name,
            to: transfer.toOrganization.name,
          });
    case 'CASE_REASSIGNED':
      return caseReassigned;
    case 'REFERRAL_DECLINED': {
      const organization = referral?.receivingOrganization?.name;
      return organization === undefined ? null : filledText(referralDeclined, { organization });
    }
  }
}

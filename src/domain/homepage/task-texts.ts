import type { HomepageTaskType } from '../../generated/prisma/enums.ts';
import type { Bilingual } from '../language.ts';

/** The organizations a transfer went between. */
export type Between = { from: string; to: string };

/** What the Type column shows (R36). */
export const taskTypeLabel: Bilingual = { EN: 'Info', FR: 'Info' };

/** "Case has been transferred from … to …" (R36), also the text of the notification on the Case Home Page (R33). */
export function transferMessage({ from, to }: Between): Bilingual {
  return {
    EN: `Case has been transferred from ${from} to ${to}`,
    FR: `Le cas a été transféré de ${from} à ${to}`,
  };
}

/** What the Case Home Page tells of a new case manager in the same organization (B9). */
export const reassignedMessage: Bilingual = {
  EN: 'Case has been assigned to another case manager',
  FR: 'Le cas a été attribué à un autre gestionnaire',
};

/** The message of a task (R36). */
export function taskMessage(type: HomepageTaskType, between: Between | null): Bilingual {
  if ((type === 'CASE_RECEIVED' || type === 'CASE_TRANSFERRED') && between !== null)
    return transferMessage(between);
  return otherMessages[type];
}

const otherMessages: Record<HomepageTaskType, Bilingual> = {
  CASE_RECEIVED: { EN: 'A case has been assigned to you', FR: 'Un cas vous a été attribué' },
  CASE_TRANSFERRED: { EN: 'Case has been transferred', FR: 'Le cas a été transféré' },
  REFERRAL_RECEIVED: { EN: 'A referral has been received', FR: 'Un aiguillage a été reçu' },
  REFERRAL_WITHDRAWN: { EN: 'A referral has been withdrawn', FR: 'Un aiguillage a été retiré' },
  REFERRAL_DECLINED: { EN: 'A referral has been declined', FR: 'Un aiguillage a été refusé' },
  REFERRAL_SUPERSEDED: { EN: 'A referral has been superseded', FR: 'Un aiguillage a été remplacé' },
  REFERRAL_EXPIRED: {
    EN: 'A referral has ended because nobody acted on it',
    FR: 'Un aiguillage a pris fin parce que personne n’y a donné suite',
  },
  DELIVERY_FAILED: {
    EN: 'A referral could not be emailed',
    FR: 'Un aiguillage n’a pas pu être envoyé par courriel',
  },
  TRANSFER_STALE: {
    EN: 'A transfer request has been waiting',
    FR: 'Une demande de transfert est en attente',
  },
  CASELOAD_RECEIVED: {
    EN: 'A caseload has been assigned to you',
    FR: 'Une charge de cas vous a été attribuée',
  },
  CASELOAD_TRANSFERRED: {
    EN: 'Your caseload has been transferred',
    FR: 'Votre charge de cas a été transférée',
  },
};

import type { HomepageTaskType, TaskPriority } from '../../generated/prisma/enums.ts';
import { caseReassigned, caseTransferred, referralDeclined } from '../cases/notification-texts.ts';
import type { TextWithBlanks } from '../filled-text.ts';
import type { Bilingual } from '../language.ts';

/** What column P shows. */
export const priorityLabels: Record<TaskPriority, Bilingual> = {
  LOW: { EN: 'Low', FR: 'Basse' },
  NORMAL: { EN: 'Normal', FR: 'Normale' },
  HIGH: { EN: 'High', FR: 'Élevée' },
};

const info: Bilingual = { EN: 'Info', FR: 'Info' };
const action: Bilingual = { EN: 'Action', FR: 'À traiter' };

/** What column Type shows: whether a task tells of something, as in the guide, or asks for something to be done (R36). */
export const typeLabels: Record<HomepageTaskType, Bilingual> = {
  CASE_RECEIVED: info,
  CASE_TRANSFERRED: info,
  REFERRAL_RECEIVED: action,
  REFERRAL_WITHDRAWN: info,
  REFERRAL_DECLINED: info,
  REFERRAL_SUPERSEDED: info,
  REFERRAL_EXPIRED: info,
  DELIVERY_FAILED: action,
  TRANSFER_STALE: action,
  CASELOAD_RECEIVED: info,
  CASELOAD_TRANSFERRED: info,
  CASE_ASSIGNED: info,
  CASE_REASSIGNED: info,
  CLIENT_MAYBE_TWICE: action,
};

/** What each type is called where tasks are counted or chosen by type. */
export const typeNames: Record<HomepageTaskType, Bilingual> = {
  CASE_RECEIVED: { EN: 'Case received', FR: 'Cas reçu' },
  CASE_TRANSFERRED: { EN: 'Case transferred', FR: 'Cas transféré' },
  REFERRAL_RECEIVED: { EN: 'Referral received', FR: 'Aiguillage reçu' },
  REFERRAL_WITHDRAWN: { EN: 'Referral withdrawn', FR: 'Aiguillage retiré' },
  REFERRAL_DECLINED: { EN: 'Referral declined', FR: 'Aiguillage refusé' },
  REFERRAL_SUPERSEDED: { EN: 'Referral superseded', FR: 'Aiguillage remplacé' },
  REFERRAL_EXPIRED: { EN: 'Referral expired', FR: 'Aiguillage expiré' },
  DELIVERY_FAILED: { EN: 'Email failed', FR: 'Échec d’envoi' },
  TRANSFER_STALE: { EN: 'Transfer waiting', FR: 'Transfert en attente' },
  CASELOAD_RECEIVED: { EN: 'Caseload received', FR: 'Charge de cas reçue' },
  CASELOAD_TRANSFERRED: { EN: 'Caseload transferred', FR: 'Charge de cas transférée' },
  CASE_ASSIGNED: { EN: 'Case assigned', FR: 'Cas attribué' },
  CASE_REASSIGNED: { EN: 'Case reassigned', FR: 'Cas réattribué' },
  CLIENT_MAYBE_TWICE: { EN: 'Client on record twice', FR: 'Client inscrit deux fois' },
};

/** The blanks of the messages, in the order in which the database is given what goes into them. */
export const blanks = ['from', 'to', 'organization', 'since', 'days', 'count'] as const;

/** A span of days, as it stands in `{days}`. */
export const daySpans: Record<'one' | 'many', TextWithBlanks> = {
  one: { EN: '{count} day', FR: '{count} jour' },
  many: { EN: '{count} days', FR: '{count} jours' },
};

/** The numbers that go with the singular. */
export const singular = { EN: [1], FR: [0, 1] } as const;

const caseAssigned: Bilingual = { EN: 'A case has been assigned to you', FR: 'Un cas vous a été attribué' };

const caseload: Record<'one' | 'many', TextWithBlanks> = {
  one: {
    EN: '{count} case has been transferred from {from} to {to}',
    FR: '{count} cas a été transféré de {from} à {to}',
  },
  many: {
    EN: '{count} cases have been transferred from {from} to {to}',
    FR: '{count} cas ont été transférés de {from} à {to}',
  },
};

/**
 * The messages (R36). None holds anything of a client. `bare` is for tasks of which it is not on record what they are about,
 * `received` and `sent` for either side of a referral, `one` and `many` for the number of cases.
 */
export const messages: Record<HomepageTaskType, Partial<Record<Variant, TextWithBlanks>>> = {
  CASE_RECEIVED: {
    bare: caseAssigned,
    told: caseTransferred,
  },
  CASE_TRANSFERRED: {
    bare: { EN: 'Case has been transferred', FR: 'Le cas a été transféré' },
    told: caseTransferred,
  },
  REFERRAL_RECEIVED: {
    bare: { EN: 'A referral has been received', FR: 'Un aiguillage a été reçu' },
    told: {
      EN: 'A Case Transfer referral has been received from {organization}',
      FR: 'Un aiguillage de transfert de cas a été reçu de {organization}',
    },
    information: {
      EN: 'A referral for information has been received from {organization}',
      FR: 'Un aiguillage à titre d’information a été reçu de {organization}',
    },
  },
  REFERRAL_WITHDRAWN: {
    bare: { EN: 'A referral has been withdrawn', FR: 'Un aiguillage a été retiré' },
    told: {
      EN: '{organization} has withdrawn a Case Transfer referral',
      FR: '{organization} a retiré un aiguillage de transfert de cas',
    },
  },
  REFERRAL_DECLINED: {
    bare: { EN: 'A referral has been declined', FR: 'Un aiguillage a été refusé' },
    told: referralDeclined,
  },
  REFERRAL_SUPERSEDED: {
    bare: { EN: 'A referral has been superseded', FR: 'Un aiguillage a été remplacé' },
    told: {
      EN: 'The Case Transfer referral to {organization} has been superseded: the case has been transferred from {from} to {to}',
      FR: 'L’aiguillage de transfert de cas vers {organization} a été remplacé : le cas a été transféré de {from} à {to}',
    },
    many: {
      EN: 'Referrals have been superseded: their cases have been transferred from {from} to {to}',
      FR: 'Des aiguillages ont été remplacés : leurs cas ont été transférés de {from} à {to}',
    },
  },
  REFERRAL_EXPIRED: {
    bare: {
      EN: 'A referral has ended because nobody acted on it',
      FR: 'Un aiguillage a pris fin parce que personne n’y a donné suite',
    },
    told: {
      EN: 'The Case Transfer referral to {organization} has ended because nobody acted on it',
      FR: 'L’aiguillage de transfert de cas vers {organization} a pris fin parce que personne n’y a donné suite',
    },
  },
  DELIVERY_FAILED: {
    bare: {
      EN: 'A referral could not be emailed',
      FR: 'Un aiguillage n’a pas pu être envoyé par courriel',
    },
    told: {
      EN: 'A referral to {organization} could not be emailed',
      FR: 'Un aiguillage vers {organization} n’a pas pu être envoyé par courriel',
    },
  },
  TRANSFER_STALE: {
    bare: { EN: 'A transfer request has been waiting', FR: 'Une demande de transfert est en attente' },
    received: {
      EN: 'A Case Transfer referral from {organization} has been waiting since {since} ({days})',
      FR: 'Un aiguillage de transfert de cas de {organization} est en attente depuis le {since} ({days})',
    },
    sent: {
      EN: 'The Case Transfer referral to {organization} has been waiting since {since} ({days})',
      FR: 'L’aiguillage de transfert de cas vers {organization} est en attente depuis le {since} ({days})',
    },
  },
  CASELOAD_RECEIVED: caseload,
  CASELOAD_TRANSFERRED: caseload,
  CASE_ASSIGNED: { bare: caseAssigned },
  CASE_REASSIGNED: { bare: caseReassigned },
  CLIENT_MAYBE_TWICE: {
    bare: {
      EN: 'This client may be on record twice in the network: compare the records, and tell the organizations',
      FR: 'Ce client est peut-être inscrit deux fois dans le réseau : comparez les dossiers et avisez les organismes',
    },
  },
};

/** The forms a message can have. */
export type Variant = 'bare' | 'told' | 'information' | 'received' | 'sent' | 'one' | 'many';

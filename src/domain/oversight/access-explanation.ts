import type { Relation } from '../access-table.ts';
import type { Bilingual } from '../language.ts';
import type { AccessEntry } from './access-on.ts';
import type { Beginning, Ending } from './stretch.ts';

const why: Record<Relation, (caseNumber: string) => Bilingual> = {
  MANAGES: (number) => ({
    EN: `The organization managed case ${number}.`,
    FR: `L’organisme gérait le cas ${number}.`,
  }),
  OPEN_CASE_TRANSFER: (number) => ({
    EN: `A Case Transfer referral of case ${number} to the organization was open.`,
    FR: `Un aiguillage de transfert du cas ${number} vers l’organisme était ouvert.`,
  }),
  INFORMATIONAL: (number) => ({
    EN: `The client was referred to the organization for information, from case ${number}.`,
    FR: `Le client a été aiguillé vers l’organisme à titre d’information, à partir du cas ${number}.`,
  }),
  MANAGED_BEFORE: (number) => ({
    EN: `The organization had managed case ${number} before.`,
    FR: `L’organisme avait géré le cas ${number} auparavant.`,
  }),
  NETWORK_ADMINISTRATOR: () => ({
    EN: 'Administrators of Employment Nova Scotia see every client.',
    FR: 'Les administrateurs d’Emploi Nouvelle-Écosse voient tous les clients.',
  }),
  NONE: () => ({ EN: '', FR: '' }),
};

const beginnings: Record<Beginning, Bilingual> = {
  CASE_OPENED: {
    EN: 'It began when the case was opened.',
    FR: 'Cela a commencé à l’ouverture du cas.',
  },
  CASE_TRANSFERRED_HERE: {
    EN: 'It began when the case was transferred to it.',
    FR: 'Cela a commencé lorsque le cas lui a été transféré.',
  },
  REFERRAL_SUBMITTED: {
    EN: 'It began when the referral was submitted.',
    FR: 'Cela a commencé à la soumission de l’aiguillage.',
  },
  ELIGIBLE_AGAIN: {
    EN: 'It began when the organization had an agreement again that allowed it.',
    FR: 'Cela a commencé lorsque l’organisme a eu de nouveau une entente qui le permettait.',
  },
  ORGANIZATION_OPENED_AGAIN: {
    EN: 'It began when the organization was opened again.',
    FR: 'Cela a commencé à la réouverture de l’organisme.',
  },
  CLIENT_ADDED: {
    EN: 'It began when the client’s record was made.',
    FR: 'Cela a commencé à la création du dossier du client.',
  },
};

const endings: Record<Ending, Bilingual> = {
  TRANSFERRED: {
    EN: 'It ended when the case was transferred to the organization.',
    FR: 'Cela a pris fin lorsque le cas a été transféré à l’organisme.',
  },
  SUPERSEDED: {
    EN: 'It ended when the case was transferred in another way.',
    FR: 'Cela a pris fin lorsque le cas a été transféré d’une autre façon.',
  },
  WITHDRAWN: {
    EN: 'It ended when the sender withdrew the referral.',
    FR: 'Cela a pris fin lorsque l’expéditeur a retiré l’aiguillage.',
  },
  DECLINED: {
    EN: 'It ended when the organization declined the referral.',
    FR: 'Cela a pris fin lorsque l’organisme a refusé l’aiguillage.',
  },
  EXPIRED: {
    EN: 'It ended by itself when its time was over.',
    FR: 'Cela a pris fin de soi-même à l’échéance.',
  },
  CASE_TRANSFERRED_AWAY: {
    EN: 'It ended when the case was transferred to another organization.',
    FR: 'Cela a pris fin lorsque le cas a été transféré à un autre organisme.',
  },
  NO_LONGER_ELIGIBLE: {
    EN: 'It ended when the organization had no agreement any more that allowed it.',
    FR: 'Cela a pris fin lorsque l’organisme n’a plus eu d’entente qui le permettait.',
  },
  ORGANIZATION_CLOSED: {
    EN: 'It ended when the organization was closed.',
    FR: 'Cela a pris fin à la fermeture de l’organisme.',
  },
};

/** Why somebody could see a client, and why that began and ended, in sentences (B10). */
export function explainAccess({ relation, caseNumber, began, ended }: AccessEntry): Bilingual {
  const sentences = [
    why[relation](caseNumber ?? ''),
    beginnings[began.cause],
    ...(ended === null ? [] : [endings[ended.cause]]),
  ];
  return {
    EN: sentences.map(({ EN }) => EN).join(' '),
    FR: sentences.map(({ FR }) => FR).join(' '),
  };
}

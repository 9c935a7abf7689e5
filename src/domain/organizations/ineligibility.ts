import type { Bilingual } from '../language.ts';

/** Why an organization is not among those that a user can refer to (R6). */
export type Ineligibility =
  | 'NOT_FOUND'
  | 'OWN_ORGANIZATION'
  | 'CLOSED'
  | 'NO_ACTIVE_AGREEMENT'
  | 'NO_ECM_PROGRAM'
  | 'NO_CLIENT_TRACKING';

/** Each reason as a sentence for people. */
export const ineligibilityTexts: Record<Ineligibility, Bilingual> = {
  NOT_FOUND: {
    EN: 'There is no such organization in the network.',
    FR: 'Il n’y a pas d’organisme de ce genre dans le réseau.',
  },
  OWN_ORGANIZATION: {
    EN: 'It is your own organization.',
    FR: 'Il s’agit de votre propre organisme.',
  },
  CLOSED: {
    EN: 'It is closed.',
    FR: 'Il est fermé.',
  },
  NO_ACTIVE_AGREEMENT: {
    EN: 'It has no agreement that is active today.',
    FR: 'Il n’a aucune entente en vigueur aujourd’hui.',
  },
  NO_ECM_PROGRAM: {
    EN: 'No agreement of it that is active today has an ECM program enabled.',
    FR: 'Aucune de ses ententes en vigueur aujourd’hui n’a de programme ECM activé.',
  },
  NO_CLIENT_TRACKING: {
    EN: 'Its agreement does not have client tracking enabled.',
    FR: 'Le suivi des clients n’est pas activé dans son entente.',
  },
};

import type { Bilingual } from '../language.ts';
import type { PlaceholderValues } from './fill-placeholders.ts';

/** What each placeholder of a letter's text stands for, told to those who write templates. */
export const placeholderMeanings: Record<keyof PlaceholderValues, Bilingual> = {
  clientName: { EN: 'The client’s full name.', FR: 'Le nom complet de la personne.' },
  caseId: { EN: 'The Case ID.', FR: 'Le numéro de dossier.' },
  programName: {
    EN: 'The full name of the program that the case belongs to.',
    FR: 'Le nom complet du programme auquel appartient le dossier.',
  },
  receivingOrganization: {
    EN: 'The organization that the client is referred to.',
    FR: 'L’organisme vers lequel la personne est aiguillée.',
  },
  contactName: {
    EN: 'Contact Name: the person whom the letter is addressed to.',
    FR: 'La personne-ressource à qui la lettre est adressée.',
  },
  sendingOrganization: {
    EN: 'The organization that refers the client.',
    FR: 'L’organisme qui aiguille la personne.',
  },
  caseManagerName: {
    EN: 'The case manager, who signs the letter.',
    FR: 'La ou le gestionnaire de cas, qui signe la lettre.',
  },
};

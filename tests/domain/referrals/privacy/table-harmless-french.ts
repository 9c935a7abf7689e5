import { blanche, helene, jeanFrancois, rosa } from './client.ts';
import type { Rows } from './read-marked.ts';

/** What case managers write that tells nothing of the client, in French. */
export const harmlessFrench: Rows[] = [
  {
    client: rosa,
    texts: [
      'Bonjour Marie,\n\nVeuillez trouver ci-jointe la lettre. Pourriez-vous confirmer d’ici vendredi qu’il reste une place?\n\nMerci,\nM. LeBlanc\n902 555-0101',
      'Bonjour,\n\nUne personne de notre clientèle cherche un emploi à temps partiel en cuisine. Votre prochain groupe commence le 12 janvier, je crois.\n\nCordialement,\nSam',
      'Nous cherchons une formation à court terme.',
      'Le cours est court et gratuit.',
      'Merci de votre aide et de votre soutien.',
      'Je vous téléphonerai cet après-midi pour assurer la transition.',
      'Le dossier n’est pas encore transféré; nous demeurons gestionnaires du cas.',
      'J’aimerais prendre la parole à la réunion de jeudi.',
      'Elle donne sa parole qu’elle viendra.',
      'L’arrêt d’autobus est en face de l’immeuble.',
      'Qui est en charge de l’accueil à votre bureau?',
      'La phrase en caractères gras de la lettre est importante.',
      'Deux places restent pour la cohorte du printemps.',
      'Nos heures : de 8 h 30 à 16 h 30, du lundi au vendredi.',
      'L’atelier dure 3 jours, du 10 au 12 février.',
      'Subvention salariale : 50 % pendant 26 semaines.',
      'La rose des sables et la rosace sont au mur.',
      'La personne peut se déplacer jusqu’à 30 km.',
      'Un appel ou une rencontre vidéo vous conviendrait-il mieux?',
      'Désolé du retard, j’étais absent jusqu’à aujourd’hui.',
      'La personne aimerait suivre la formation en secourisme.',
      'Voir la page 12 du guide, 2e édition.',
      'Le code du cours est ABC 123, groupe 4.',
      'Objet : Aiguillage de clientèle – programme d’entrepôt, automne 2026',
      'Le 211 et le 811 répondent jour et nuit.',
    ],
  },
  {
    client: blanche,
    texts: [
      'Un petit groupe commence lundi.',
      'Écrivez au tableau blanc ou sur une page blanche.',
      'Le petit déjeuner est offert.',
      'Vous avez carte blanche.',
    ],
  },
  {
    client: jeanFrancois,
    texts: ['Le formulaire blanc est à côté de la porte.', 'Le bureau est à côté, le stationnement aussi.'],
  },
  {
    client: helene,
    texts: ['La région de Clare compte plusieurs employeurs.', 'L’église est à 45 minutes.'],
  },
];

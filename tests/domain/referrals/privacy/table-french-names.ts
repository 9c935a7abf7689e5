import { amal, anne, blanche, helene, jeanFrancois, rosa, wang } from './client.ts';
import type { Rows } from './read-marked.ts';

/** The client's names in French sentences and in other scripts. */
export const frenchNames: Rows[] = [
  {
    client: rosa,
    texts: [
      'Veuillez accueillir [NAME|Rosa Díaz] mardi.',
      'Veuillez accueillir [NAME|DIAZ Rosa] mardi.',
      'Veuillez accueillir Mme [Name|Díaz] mardi.',
      'Veuillez accueillir Mme [NAME|R. Diaz] mardi.',
      'Le dossier de [NAME|Rosa Lucía Díaz] est prêt.',
      'Objet : aiguillage de [NAME|rosa diaz]',
      'Bonjour, [Name|Rosa] souhaite vous rencontrer.',
    ],
  },
  {
    client: helene,
    texts: [
      'Nous aiguillons [NAME|Hélène Comeau] vers vous.',
      'Nous aiguillons [NAME|Helene Comeau] vers vous.',
      'Nous aiguillons [NAME|HÉLÈNE COMEAU] vers vous.',
      'Nous aiguillons [NAME|HELENE COMEAU] vers vous.',
      'Nous aiguillons [NAME|COMEAU, Hélène] vers vous.',
      'Nous aiguillons [NAME|He\u0301le\u0300ne Comeau] vers vous.',
      'L’appel d’[Name|Hélène] était bref.',
      "La lettre d'[NAME|Hélène Comeau] est jointe.",
      'Madame [Name|Comeau] préfère le matin.',
      '«\u00a0[NAME|Hélène Comeau]\u00a0» figure dans la lettre.',
    ],
  },
  {
    client: anne,
    texts: [
      "[NAME|Anne d'Entremont] vous appellera.",
      '[NAME|Anne d’Entremont] vous appellera.',
      "[NAME|ANNE D'ENTREMONT] vous appellera.",
      "Il semble qu'[Name|Anne] soit libre lundi.",
      "[NAME|D'Entremont, Anne] vous appellera.",
    ],
  },
  {
    client: jeanFrancois,
    texts: [
      'M. [NAME|Jean-François Le Blanc-Côté] vous appellera.',
      'M. [Name|Le Blanc-Côté] vous appellera.',
      '[NAME|LE BLANC-CÔTÉ, Jean-François] vous appellera.',
      '[Name|Jean-François] vous appellera.',
    ],
  },
  {
    client: blanche,
    texts: ['Nous aiguillons [NAME|Blanche Petit] vers vous.', 'Mme [NAME|B. Petit] est libre.'],
  },
  {
    client: amal,
    texts: [
      'Please welcome [NAME|أمل الحسن] on Monday.',
      'Please welcome [NAME|أَمَل الحسن] on Monday.',
      'Veuillez accueillir [NAME|الحسن، أمل] lundi.',
    ],
  },
  {
    client: wang,
    texts: [
      'Please welcome [NAME|王小红] on Monday.',
      '请联系[NAME|王小红]。',
      'Please welcome [NAME|小红 王] on Monday.',
    ],
  },
];

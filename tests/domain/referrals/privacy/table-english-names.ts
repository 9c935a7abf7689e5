import { ana, jeanFrancois, kitpu, may, oneLetter, rosa, siobhan } from './client.ts';
import type { Rows } from './read-marked.ts';

/** The client's names in English sentences. */
export const englishNames: Rows[] = [
  {
    client: rosa,
    texts: [
      'Please meet [NAME|Rosa Díaz] on Tuesday.',
      'Please meet [NAME|Rosa Diaz] on Tuesday.',
      'Please meet [NAME|rosa diaz] on Tuesday.',
      'REFERRAL FOR [NAME|ROSA DIAZ]',
      'Referral for [NAME|ROSA DÍAZ], as discussed.',
      'Client: [NAME|Díaz, Rosa]',
      'Client: [NAME|DIAZ, ROSA LUCIA] (new)',
      'Client: [NAME|Diaz Rosa] - intake',
      '[NAME|Rosa Lucía Díaz] would like to meet you.',
      '[NAME|Rosa L. Díaz] would like to meet you.',
      '[NAME|Rosa L Diaz] would like to meet you.',
      'Could you call [NAME|R. Díaz] back?',
      'Could you call [NAME|R Diaz] back?',
      'Could you call [NAME|R. L. Diaz] back?',
      'Could you call [NAME|R.L. Diaz] back?',
      'The file of [NAME|Diaz, R] is attached.',
      'We spoke to [Name|Rosa] this morning.',
      "We are sending [Name|Rosa]'s résumé.",
      'We are sending [Name|Rosa]’s résumé.',
      'Ms. [Name|Diaz] will come in on Friday.',
      'Ms [Name|Díaz] prefers mornings.',
      "Mrs. [Name|Diaz]'s letter is attached.",
      'Attached: [NAME|Rosa_Diaz]_resume.pdf',
      'Attached: [NAME|Rosa-Diaz].pdf',
      'Decomposed: [NAME|Rosa Di\u0301az] is here.',
      'A line of its own:\n[NAME|Rosa Diaz]\nThank you.',
      'Hard space: [NAME|Rosa\u00a0Díaz] is ready.',
      'Both [NAME|Rosa Diaz] and [Name|Rosa] were written.',
      '“[NAME|Rosa Diaz]” (see the letter)',
    ],
  },
  {
    client: kitpu,
    texts: [
      'Please welcome [NAME|Kɨtpu Sɨlɨpay].',
      'Please welcome [NAME|KƗTPU SƗLƗPAY].',
      'Please welcome [NAME|Kitpu Silipay].',
      'We spoke to [Name|Kɨtpu] today.',
    ],
  },
  {
    client: siobhan,
    texts: [
      "[NAME|Siobhán O'Brien] is free on Monday.",
      '[NAME|Siobhan O’Brien] is free on Monday.',
      '[NAME|Siobhan OBrien] is free on Monday.',
      "[NAME|S. O'Brien] is free on Monday.",
      "[NAME|O'BRIEN, Siobhán] is free on Monday.",
      "[NAME|siobhan o'brien] is free on Monday.",
      "Mrs. [Name|O'Brien]'s appointment was moved.",
    ],
  },
  {
    client: ana,
    texts: [
      '[NAME|Ana García Márquez] signed the plan.',
      '[NAME|Ana Garcia Marquez] signed the plan.',
      '[NAME|Ana García] signed the plan.',
      '[NAME|Ana García-Márquez] signed the plan.',
      '[NAME|GARCIA MARQUEZ, Ana] signed the plan.',
      '[NAME|A. García Márquez] signed the plan.',
      'Ms. [Name|García Márquez] signed the plan.',
    ],
  },
  {
    client: jeanFrancois,
    texts: [
      '[NAME|Jean-François Le Blanc-Côté] will call you.',
      '[NAME|Jean-Francois Le Blanc-Cote] will call you.',
      '[NAME|Jean François Le Blanc Côté] will call you.',
      '[NAME|J.-F. Le Blanc-Côté] will call you.',
    ],
  },
  {
    client: may,
    texts: [
      'The client is [NAME|May Will] and we look forward to it.',
      'The client is [NAME|WILL, May] and we look forward to it.',
      'I met Ms. [Name|Will] on May 5.',
    ],
  },
  {
    client: oneLetter,
    texts: ['Please meet [NAME|E Quaye] in room E.', 'Please meet [NAME|E. Quaye] in room E.'],
  },
];

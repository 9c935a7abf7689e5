import { ana, grace, kitpu, may, rosa, rose, siobhan } from './client.ts';
import type { Rows } from './read-marked.ts';

/** What readers may judge otherwise, or only reading for sense can tell: these count towards the figures, and none must be right. */
export const hard: Rows[] = [
  {
    client: rosa,
    texts: [
      'The file of [Name|R. D.] is attached.',
      'We spoke to [Name|Rosa D.] this morning.',
      'The second name is [Name|Lucía].',
      'See #[Name|RosaDiaz] on the board.',
      'See [Name|rosadiaz].docx in the folder.',
      'Zero width: [Name|Ro\u200bsa Díaz].',
      'Our client [Name|Roza Diaz], with a slip of the pen.',
      'Her birthday is [Birth_Date|March 5].',
      'Son anniversaire est le [Birth_Date|5 mars].',
      'She was born in [Birth_Date|1990].',
      'Born on the [Birth_Date|fifth of March, 1990].',
      'Born [Birth_Date|Mar 5 ’90].',
      'The last digits of her SIN are [Sin|286].',
      'SIN [Sin|046 454 268], with two digits exchanged.',
      'Write to [Email|rosa.diaz (at) mail (dot) example].',
      'She lives on [Street_Address|Pine Street].',
      'She lives at [Street_Address|twelve Pine Street].',
      'She lives in [Street_Address|Apt 4], second door.',
      'She is from the [Postal_Code|B3H] area.',
      'Call [Phone|902 555 01 43] any time.',
      'Phone: [Phone|nine zero two 555 0143].',
      'The 2015 tribunal is the name of our theatre club.',
      'Careful with the long sentence in the court of public opinion.',
      'Our Disability Supports program has two openings.',
      'Mental Health First Aid is offered in May.',
      'A criminal record check is asked of all volunteers.',
      'The high school gym is our winter location.',
      'Un diplôme d’études secondaires est exigé pour le poste.',
      'Invoice 130692544 is attached.',
      'She has been [Health|sober] for a year.',
      'She needs a [Health|wheelchair].',
      'He had some [Justice|trouble with the law].',
      'He only went to school [Schooling|until grade 8].',
      'Elle a quitté l’école [Schooling|en 10e année].',
      'Elle vit avec les [Income_Assistance|prestations de la province].',
      'They get a [Income_Assistance|monthly cheque from the province].',
    ],
  },
  { client: kitpu, texts: ['Please welcome [Name|Kitpoo].', 'Please welcome [Name|K. S.] on Monday.'] },
  {
    client: siobhan,
    texts: ["[Name|O' Brien] will come.", 'The [Name|O’Briens] will come.', '[Name|Mary O’Brien] will come.'],
  },
  {
    client: ana,
    texts: [
      '[Name|GarciaMarquez] signed.',
      '[Name|Ana M.] signed.',
      '[Name|Anita] signed.',
      'La luz está apagada.',
    ],
  },
  {
    client: may,
    texts: ['[Name|May] will call you.', 'Tell [Name|May] that we called.', 'In May Will Smith will come.'],
  },
  {
    client: grace,
    texts: [
      '[Name|Grace] called this morning.',
      'We met [Name|Grace] today.',
      'Grace à vous, tout est prêt.',
    ],
  },
  {
    client: rose,
    texts: ['[Name|Rose] is ready.', 'Call Young Street, or the Rose Room.', 'Mrs. [Name|Young] is ready.'],
  },
];

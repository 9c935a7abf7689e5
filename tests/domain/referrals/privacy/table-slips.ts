import { ana, anne, boxed, grace, helene, jeanFrancois, may, rosa, rose, siobhan } from './client.ts';
import type { Rows } from './read-marked.ts';

/** Details let slip in passing, in both languages. */
export const slips: Rows[] = [
  {
    client: rosa,
    texts: [
      'fyi [NAME|rosa diaz] called twice',
      'Re: [NAME|Díaz, Rosa L.] - urgent',
      'Thanks for seeing [Name|ROSA] so soon!!',
      'cc [EMAIL|Rosa.Diaz@mail.example]; thanks',
      'Text her: [PHONE|902.555.0143]',
      'tel:[PHONE|+1-902-555-0143]',
      'Ph [PHONE|9025550143], leave a message.',
      'Her date of birth is the [BIRTH_DATE|5th of March 1990], I think.',
      '([BIRTH_DATE|Mar 5, 1990])',
      '[NAME|Rosa Díaz] [BIRTH_DATE|1990-03-05]',
      'd.o.b. [BIRTH_DATE|05-03-90], female',
      'ddn [BIRTH_DATE|1990-03-05], femme',
      'NAS:[SIN|046454286]',
      'Her SIN ends up as [SIN|046 454 286]; please keep it safe.',
      'Case ID: [Case_Id|50244764].',
      'CASE ID [Case_Id|50244764] / [Case_Id|79778074]',
      'No de dossier : [Case_Id|50244764].',
      'Mail goes to [STREET_ADDRESS|12 Pine St]., as before.',
      'Pick her up at [STREET_ADDRESS|12 Pine Street] at 9.',
      'Halifax, NS, [POSTAL_CODE|B3H 4R2], Canada',
      'She suffers from [health|anxiety] and [health|depression].',
      'He is in [health|rehab] again.',
      'She uses an inhaler for her [health|asthma].',
      'Elle a le [health|diabète].',
      'Elle a été [health|diagnostiquée] en mai.',
      'Elle prend un [health|antidépresseur].',
      'He has two [justice|convictions].',
      'He was charged with [justice|theft].',
      'Elle est en [justice|détention] jusqu’à mardi.',
      'She gets [income_assistance|Income Assistance] each month.',
      'Il touche l’[income_assistance|aide sociale] depuis un an.',
      'Elle a [schooling|abandonné l’école] en mai.',
      'Il n’a pas fini son [schooling|secondaire].',
      'He is [schooling|illiterate].',
    ],
  },
  {
    client: may,
    texts: [
      'Please call [NAME|May Will] back.',
      '[NAME|M. Will] was in today.',
      'Mrs. [Name|Will] was in today.',
    ],
  },
  {
    client: grace,
    texts: [
      '[NAME|G. Summers] was in today.',
      '[NAME|SUMMERS, GRACE] is next.',
      'Ms [Name|Summers] is next.',
    ],
  },
  {
    client: rose,
    texts: ['[NAME|Young, Rose] is next.', '[NAME|rose young] is next.', 'Ms. [Name|Young] is next.'],
  },
  {
    client: ana,
    texts: [
      '[NAME|Ana Márquez] is next.',
      '[NAME|García Márquez, A.] is next.',
      'Sra. [Name|Garcia Marquez] is next.',
    ],
  },
  {
    client: anne,
    texts: ['[NAME|A. d’Entremont] est la suivante.', 'Mme [Name|d’Entremont] est la suivante.'],
  },
  { client: siobhan, texts: ['[NAME|O’Brien S.] is next.', "[NAME|Siobhán Mary O'Brien] is next."] },
  {
    client: jeanFrancois,
    texts: ['[NAME|JF Le Blanc-Côté] est le suivant.', '[NAME|Jean-François LeBlanc-Côté] est le suivant.'],
  },
  {
    client: helene,
    texts: [
      '[NAME|H. Comeau], née le [BIRTH_DATE|1er août 1975]',
      'Écrire à [NAME|Hélène Comeau], [STREET_ADDRESS|45 chemin de l’Église], [POSTAL_CODE|B0W 1M0]',
      'Tél. [PHONE|(902) 555-0177], courriel [EMAIL|h.comeau@courriel.example]',
    ],
  },
  {
    client: boxed,
    texts: ['Mail: [STREET_ADDRESS|P.O. Box 219], [POSTAL_CODE|B0K 1V0]', 'Né le [BIRTH_DATE|1992-07-07].'],
  },
];

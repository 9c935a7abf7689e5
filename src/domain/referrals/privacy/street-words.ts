/** Words of addresses, each line one word with its short forms and its name in the other language. Folded. */
const kinds = [
  'street st str',
  'avenue ave av',
  'road rd',
  'drive dr',
  'lane ln',
  'court crt ct',
  'crescent cres cr',
  'place pl',
  'boulevard blvd boul bd',
  'highway hwy',
  'terrace terr ter',
  'parkway pkwy',
  'circle cir',
  'square sq',
  'trail trl',
  'extension ext',
  'chemin ch',
  'route rte',
  'rang rg',
  'impasse imp',
  'promenade prom',
  'apartment apt app appartement',
  'unit unite',
  'suite bureau',
  'north n nord',
  'south s sud',
  'east e est',
  'west w o ouest',
];

const standard = new Map(
  kinds.flatMap((line) => {
    const words = line.split(' ');
    return words.map((word): [string, string] => [word, words[0] ?? word]);
  }),
);

/** A word of an address in its long form, any other word as it is. */
export function addressWord(folded: string): string {
  return standard.get(folded) ?? folded;
}

/** After the name of a street in English: "123 Main Street". */
export const englishStreets: ReadonlySet<string> = new Set(
  'street avenue road drive lane court crescent place boulevard highway terrace parkway circle square trail way close row loop grove extension'.split(
    ' ',
  ),
);

/** Before the name of a street in French: "123, rue Principale". */
export const frenchStreets: ReadonlySet<string> = new Set(
  'rue avenue boulevard chemin route rang allee impasse ruelle cote montee promenade croissant carre terrasse quai sentier place'.split(
    ' ',
  ),
);

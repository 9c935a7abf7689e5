/**
 * Phrases with a word of history in them that are about courses, services and conditions of employment, and tell nothing of a
 * client; written as `find-history.ts` reads them.
 */
export const serviceWords = `
  (la,sa,ma,ta,leur,de,une,prise,porte) parole; (les,des,ses) paroles;
  mental health (first,awareness,association,week); trauma informed; persons with disabilities;
  people with disabilities; youth with disabilities; personnes handicapées; personnes ayant un handicap;
  personnes en situation de handicap; criminal (record,background,records) check;
  police (record,records) check; police check; vulnerable sector check;
  vérification (de,du) casier judiciaire; vérification (des,d) antécédents judiciaires;
  (effet,route,rue) secondaire; probation(#,ary) period; période de probation;
  wheelchair (access,accessible); accessible by wheelchair; accessible en fauteuil roulant;
  GED (program,programs,course,class,classes,prep,preparation,testing); fraud prevention;
  prévention de la fraude; fraud awareness
`;

/** Words and phrases that tell of schooling, English first; written as `find-history.ts` reads them. */
export const schoolingWords = `
  education history; school history; academic history; high school;
  high school (diploma,dropout,graduate,education); dropped out; drop out; dropout; left school;
  quit school; out of school; failed (school,grade,course,courses,math); grade NUMBER; grades; GED;
  report card; transcript; school record; expelled; suspended from; special education;
  learning (disability,disabilities,disorder,difficulty,difficulties,problem); dyslexi(a,c);
  illitera(te,cy); low literacy; literacy (level,issue,skills); cannot read; unable to read;
  individual program plan; IPP; antécédents scolaires; parcours scolaire; dossier scolaire;
  niveau de scolarité; niveau scolaire; études secondaires; diplôme d études;
  diplôme d études secondaires; diplôme du secondaire; école secondaire; secondaire;
  décroch(é,eur,euse,eurs,age); abandonné l école; abandonné ses études; abandon scolaire; quitté l école;
  NUMBER e année; NUMBER année; échec scolaire; échoué; redoublé; relevé de notes; bulletin scolaire;
  renvoyé de l école; éducation spécialisée; enfance en difficulté; trouble(s) d apprentissage;
  trouble d apprentissage; difficultés d apprentissage; difficulté d apprentissage; dyslex(ie,ique);
  analphab(ète,ètes,étisme); ne sait pas lire; sait à peine lire; faible alphabétisation;
  faible niveau d alphabétisation
`;

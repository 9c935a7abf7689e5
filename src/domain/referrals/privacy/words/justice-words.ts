/** Words and phrases that tell of police, courts, prison and violence, English first; written as `find-history.ts` reads them. */
export const justiceWords = `
  criminal (record,records,charge,charges,history); criminal; convict(ed,ion,ions,s); felony; offender;
  offence; offense; arrest(ed,s); probation(#,er); parole(#,d); parole (officer,board);
  incarcerat(ed,ion); imprisoned; prison(#,s,er,ers); jail(#,s,ed); inmate; correctional; in custody;
  child custody; custody of; police; court (order,date,hearing,case,appearance,dates,orders); in court;
  to court; on bail; out on bail; released on; restraining order; peace bond; record suspension; pardoned;
  sentenced; serving a sentence; impaired driving; drunk driving; DUI; assault(#,ed,s); theft;
  shoplifting; fraud; drug trafficking; domestic (violence,abuse); family violence;
  intimate partner violence; abusive; abused; abuser; sexual (abuse,assault); human trafficking; gang;
  casier judiciaire; antécédents judiciaires; dossier criminel; criminel(#,s,le,les); criminalité;
  condamné; condamnation; détenu; détention; incarcéré; incarcération; emprisonn(é,ée,és,ement); prison;
  pénitencier; établissement correctionnel; probation; libération conditionnelle; suspension du casier;
  délinquan(t,te,ts,ce); infraction; contrevenant; accusé de; accusée de; arrestation; arrêté par;
  arrêtée par; tribunal; tribunaux; ordonnance du tribunal; en cour(#); comparution; agression; agressé;
  voies de fait; vol qualifié; fraude; conduite avec facultés affaiblies;
  violence (conjugale,familiale,domestique,sexuelle); violent; mauvais traitements; garde des enfants;
  garde de ses enfants
`;

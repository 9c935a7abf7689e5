/** Words and phrases that tell of income assistance, and of being in need of it, English first; written as `find-history.ts` reads them. */
export const incomeAssistanceWords = `
  income (assistance,support); social assistance; social worker; welfare; ESIA; on assistance;
  IA (client,recipient,caseworker,worker,clients); on IA;
  disability (benefit,pension,support,benefits,supports); cpp disability; cppd; employment insurance;
  EI (claim,benefit,benefits,eligible,claimant); on EI; receiving EI; workers compensation;
  child tax benefit; food bank; homeless; homelessness; in a shelter; homeless shelter; couch surfing;
  no fixed address; evict(ed,ion,ions); bankrupt(#,cy); in debt; debts; low income; poverty;
  subsidized housing; public housing; aide au revenu; aide sociale; assistance sociale; assisté social;
  assistée sociale; bien être social; soutien du revenu; travailleu(r,se) social; travailleuse sociale;
  prestations d invalidité; pension d invalidité; assurance emploi; prestations d emploi;
  indemnisation des accidentés du travail; banque alimentaire; sans abri; sans domicile fixe;
  itinéran(t,te,ts,ce); refuge(#,s); expulsé; éviction; faillite; dettes; endetté; faible revenu;
  pauvreté; logement (social,subventionné)
`;

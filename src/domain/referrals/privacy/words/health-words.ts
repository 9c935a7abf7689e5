/** Words and phrases that tell of health, English first; written as `find-history.ts` reads them. */
export const healthWords = `
  mental health; mental illness(es); mental breakdown; mentally ill;
  health (problem,issue,condition,concern,history);
  medical (problem,issue,condition,leave,history,appointment,record,reason,note,treatment); medication;
  prescription; diagnos(e,ed,is,tic); psychiatr(ist,ic,y); psycholog(ist,ical); psychos(is,es); psychotic;
  depress(ed,ion); antidepressant; anxiety; panic attack; bipolar; schizophreni(a,c); ptsd; adhd; fasd;
  autis(m,tic); asperger; disabilit(y,ies); disabled; impairment; hearing loss; deaf; wheelchair;
  epilep(sy,tic); seizure; diabet(es,ic); cancer; chemotherapy; hiv; hepatitis; asthma; arthritis;
  fibromyalgia; multiple sclerosis; dementia; stroke; surger(y,ies); hospitali(zed,sed,zation,sation);
  in hospital; in the hospital; chronic (pain,illness,illnesses,condition,disease,fatigue);
  brain injur(y,ies); back injur(y,ies); concussion; injur(y,ies,ed); pregnan(t,cy); miscarriage;
  postpartum; maternity leave; sick leave; suicid(e,al); self harm; eating disorder; anorexi(a,c);
  addict(ed,ion,ions,s); alcoholi(c,cs,sm); drinking problem; substance (use,abuse,misuse);
  drug (use,abuse,user,problem); drugs; overdos(e,ed); opioid; methadone; suboxone; rehab; detox;
  sobriety; in recovery; trauma; traumatized; santé mentale; maladie mentale; maladie; malade;
  problème de santé; problèmes de santé; état de santé; raisons de santé; raison de santé;
  raisons médicales; raison médicale; congé de maladie; congé de maternité; congé médical; suivi médical;
  dossier médical; antécédents médicaux; médicament; ordonnance médicale; diagnostic; diagnostiqué;
  psychiatr(e,ie,ique,iques); psychologue; psychologique; psychose; dépressi(on,ons,f,ve); déprimé;
  antidépresseur; anxiété; anxieu(x,se); trouble bipolaire; bipolaire; troubles anxieux;
  schizophrén(ie,e); autis(me,te); tdah; tspt; handicap; handicapé; invalidité; déficience; surdité;
  malentendant; fauteuil roulant; épilep(sie,tique); diabèt(e); diabétique; vih; hépatite; arthrite;
  asthme; sclérose en plaques; démence; accident vasculaire cérébral; chirurgie; opération chirurgicale;
  hospitalisé; hospitalisation; à l hôpital; douleur(s) chroniques; douleur chronique; maladie chronique;
  traumatisme; traumatisé; commotion cérébrale; blessure; blessé; enceinte; grossesse; fausse couche;
  suicide; suicidaire; automutilation; trouble alimentaire; troubles alimentaires; dépendance;
  toxicomanie; toxicomane; alcoolisme; alcoolique; consommation de drogue; consommation d alcool; drogue;
  surdose; méthadone; cure de désintoxication; désintoxication; sevrage
`;

import type { Row } from './row.ts';

/** Whole emails. */
export const emails: Row[] = [
  [
    'rosa',
    `Good morning,

Please see the attached referral letter about ⟦NAME Rosa Diaz⟧ (DOB ⟦BIRTH_DATE 1990-03-05⟧). She lives at ⟦STREET_ADDRESS 37 Blueberry Ln⟧, Tatamagouche, ⟦POSTAL_CODE B0K 1V0⟧, and you can reach her at ⟦PHONE 902.555.0140⟧ or ⟦EMAIL rosa.diaz@mail.example⟧. ⟦NAME Rosa⟧ is ⟦?INCOME_ASSISTANCE on EI⟧ and has a ⟦?HEALTH disability⟧.

Thank you,
Ian Cameron
North Shore Employment Services
245 Main Street, Tatamagouche NS B0K 1V9
902-555-0113 · ian.cameron@northshore.example`,
  ],
  [
    'namesake',
    `Hi Rosa,

Further to our call on March 5, 2026, please see the attached letter about one of our clients, who may benefit from your job club at Harbour Food Bank. I am in the office on Tuesdays from 9:30 to 4:00; call 902-555-0113 or our main line, 902-555-0101 ext. 12.

There are 3 places left in Room 12, 2nd floor. The agreement number is OFA-204117 and funding runs from 2026-04-01 to 2027-03-31.

Best regards,

Ian Cameron
Case Manager`,
  ],
  [
    'jeanPierre',
    `Bonjour,

Je vous écris au sujet de M. ⟦NAME d’Entremont⟧, né le ⟦BIRTH_DATE 1er mars 1990⟧, qui demeure au ⟦STREET_ADDRESS 123, rue Principale, app. 4⟧. Il reçoit de l’⟦?INCOME_ASSISTANCE aide sociale⟧ depuis son ⟦?HEALTH accident vasculaire cérébral⟧ et n’a pas terminé ses ⟦?SCHOOLING études secondaires⟧.

Son numéro de dossier est le ⟦CASE_ID 42250153⟧ et son NAS le ⟦SIN 123 456 782⟧.

Merci de votre collaboration,
Ian Cameron
902-555-0113`,
  ],
  [
    'jeanPierre',
    `Bonjour,

Veuillez trouver ci-jointe la lettre d’aiguillage concernant une personne de notre clientèle. Elle cherche un emploi à temps partiel et pourrait profiter de vos ateliers. Pourriez-vous m’appeler au 902 555-0113, de préférence le matin? Nous pourrions nous rencontrer le 1er avril 2026, au 245 Main St.

Merci beaucoup, et bonne journée!

Ian Cameron, gestionnaire de cas
ian.cameron@northshore.example`,
  ],
  [
    'may',
    `Hello,

Can we meet in May? I may be late on May 5, as the young workers’ forum ends at noon. Our client would like to start your course in April or May 2026. You may also call Mark, our receptionist.

Grace period: two weeks. Will you need anything else?

Ian`,
  ],
  [
    'may',
    `Hello,

⟦NAME May Young⟧ will call you on Monday. I met with ⟦?NAME May⟧ last week, and Ms. ⟦?NAME Young⟧ is looking forward to your course. She was born on ⟦BIRTH_DATE Dec. 19, 2001⟧.

Ian`,
  ],
  [
    'siobhan',
    `Re: ⟦NAME O’Brien-MacIsaac, S.⟧

Our client finished ⟦?SCHOOLING grade 11⟧ and was ⟦?JUSTICE arrested⟧ in 2019; a ⟦?JUSTICE record suspension⟧ is under way. Please call ⟦PHONE 555-0142⟧.`,
  ],
  [
    'kitpu',
    `Kwe',

⟦NAME Kɨtpu⟧ (case ⟦CASE_ID 79778074⟧) would like to become a fisheries technician. We have the ⟦NAME SYLLIBOY, K.⟧ file ready for you. The band office is at ⟦?STREET_ADDRESS 6 Maple Road⟧.

Wela'lin,
Ian`,
  ],
];

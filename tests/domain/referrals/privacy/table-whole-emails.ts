import { helene, rosa } from './client.ts';
import type { Rows } from './read-marked.ts';

/** Emails with several findings, as they are written in a hurry. */
export const wholeEmails: Rows[] = [
  {
    client: rosa,
    texts: [
      `Hi Marie,

I am referring [NAME|Rosa Diaz] (DOB [BIRTH_DATE|March 5, 1990]) to your kitchen program. Her SIN is [SIN|046 454 286] and you can
reach her at [PHONE|902-555-0143] or [EMAIL|rosa.diaz@mail.example]. She lives at [STREET_ADDRESS|12 Pine Street, Apt 4], Halifax
NS [POSTAL_CODE|B3H 4R2]. The case is [Case_Id|50244764].

Call me at 902-555-0101 if anything is missing.

Sam`,
      `Good afternoon,

Further to our call: [Name|Rosa] is on [income_assistance|income assistance], was [health|diagnosed] in the spring and has a [justice|criminal record] from
years ago. She left [schooling|high school] early. I hope you can help!

M. LeBlanc
210 Creamery Lane
m.leblanc@northshore.example`,
      `Client: [NAME|DIAZ, Rosa]
Birth date: [BIRTH_DATE|1990-03-05]
Phone: [PHONE|(902) 555-0143]
Health card: [HEALTH_CARD_NUMBER|1234 567 890]
Case: #[Case_Id|50244764]`,
      `Bonjour Luc,

Mme [Name|Díaz] (née le [BIRTH_DATE|5 mars 1990]) sera au [PHONE|902 555-0143] mardi à 10 h. Son NAS est le [SIN|046-454-286]. Elle a reçu
de l’[income_assistance|aide sociale] et prend des [health|médicaments].

Merci de confirmer à info@northshore.example avant le 12 mars 2026.`,
      `Hello,

As agreed on the phone, [NAME|R. Diaz] will come to 14 Saltworks Street on March 9, 2026 at 1:30. Please bring the form to room 204. If
you are late call 902-555-0102. [Name|Rosa]’s own number is [PHONE|902 555 0143].`,
    ],
  },
  {
    client: helene,
    texts: [
      `Bonjour,

Nous vous aiguillons [NAME|Hélène Comeau], du [STREET_ADDRESS|45, chemin de l’Église], Clare ([POSTAL_CODE|B0W 1M0]). Cas [Case_Id|10041670]. On peut la joindre à
[EMAIL|h.comeau@courriel.example] ou au [PHONE|902 555-0177]. [Name|Hélène] est [health|enceinte] et préfère le matin.

Cordialement,
M. LeBlanc, 902 555-0101`,
    ],
  },
];

import { grace, may, oneLetter, rosa, rose } from './client.ts';
import type { Rows } from './read-marked.ts';

/** What case managers write that tells nothing of the client, in English. */
export const harmlessEnglish: Rows[] = [
  {
    client: rosa,
    texts: [
      'Hi Marie,\n\nPlease see the attached letter. Could you confirm by Friday that you have a place?\n\nThanks,\nM. LeBlanc\nNorth Shore Employment Services\n902-555-0101',
      'Good morning,\n\nOur client is looking for part-time work in a kitchen. Your next group starts on January 12, I think. Is there room?\n\nBest regards,\nSam',
      'Thank you for your help and support. We appreciate your assistance.',
      'I will call you this afternoon for a soft handoff.',
      'The case has not moved yet; we remain the case manager until the transfer is complete.',
      'Please find the client’s record in LaMPSS under Person Management.',
      'We offer technical assistance to employers, free of charge.',
      'Who is in charge of intake at your office?',
      'The workshop is beside the tennis court at the community centre.',
      'In the long run this will help our client reach their employment goal.',
      'The client would like training in food safety and first aid.',
      'Please read the last sentence of the letter.',
      'The client has the right of way to all your services.',
      'Attached is the release form, signed by all parties.',
      'Let us talk about the next steps in the action plan.',
      'We have a grade A report from the inspectors.',
      'The rosary group meets upstairs.',
      'The diazo printer and the rosaceous plants can go.',
      'Dr. Rosario and Mr. Diazepov will attend.',
      'Our hours are 8:30 to 4:30, Monday to Friday.',
      'Two spots are left in the spring cohort; one is held until the 15th.',
      'Wage subsidy: 50% for 26 weeks, up to 40 hours a week.',
      'They are free most afternoons and can travel 30 km.',
      'Sorry for the delay, I was out of the office until today.',
      'Would a phone call or a video meeting suit you better?',
      'Our new website is at https://northshore.example/programs?id=12345678.',
      'Subject: NSW Client Referral - Warehouse program, fall 2026',
      '',
      ' \n\t ',
      '--',
      '🙂 Thanks a lot! 👍🏽',
    ],
  },
  {
    client: may,
    texts: [
      'We may call you on May 5.',
      'Will you be in the office in May?',
      'If the client may attend, they will let you know.',
      'Someone will call; it may be me.',
      'The group starts May 12 and will run for six weeks.',
      'May we send the letter again?',
    ],
  },
  {
    client: grace,
    texts: [
      'There is a grace period of five days.',
      'Grace period: five days.',
      'Summers are busy here, and winters too.',
      'The program runs in the summers.',
      'The [NAME|Grace Summers] file is attached.',
    ],
  },
  {
    client: rose,
    texts: [
      'The office is in Roseway, near Shelburne.',
      'Attendance rose by 10% this year.',
      'Young people are welcome in the youth program.',
      'Our Primrose location is closed.',
      'A group for young workers starts soon.',
      'Please call [NAME|Rose Young] first.',
    ],
  },
  {
    client: oneLetter,
    texts: ['Meet us in room E at 3.', 'Send an e-mail, or E me a note.', 'See Annex E, page 4.'],
  },
];

import type { LetterContent } from '../../../src/documents/letter/letter-content.ts';

const english: LetterContent = {
  language: 'en',
  title: 'Client Referral – Case Transfer',
  date: '2026-11-22',
  sender: {
    name: 'North Shore Employment Services',
    addressLines: ['123 Prince Street, Suite 400', 'Truro, Nova Scotia  B2N 1G8'],
    phone: '902-555-0142',
    email: 'info@north-shore.example.ca',
  },
  addressee: { contactName: 'Thị Ánh Nguyễn', organizationName: 'South Shore Career Connections' },
  reference: { caseNumber: 'NS-7K3M-Q9TX', clientName: "Zoë O'Brien-Łukasiewicz" },
  paragraphs: [
    'We are writing to let you know that one of our clients may benefit from the programs and services that your organization delivers.',
    'Please contact us if you have any questions about this referral.',
  ],
  signature: {
    name: 'Rosa L. Diaz',
    jobTitle: 'Case Manager',
    officeName: 'Truro Office',
    phone: '902-555-0143',
    email: 'rosa.diaz@north-shore.example.ca',
  },
};

const french: Partial<LetterContent> = {
  language: 'fr',
  title: 'Orientation d’un client – Transfert de dossier',
  paragraphs: ['La présente vise à vous informer qu’une personne pourrait profiter de vos services.'],
};

/** A letter in English with what `changes` says. */
export function englishLetter(changes: Partial<LetterContent> = {}): LetterContent {
  return { ...english, ...changes };
}

/** A letter in French with what `changes` says. */
export function frenchLetter(changes: Partial<LetterContent> = {}): LetterContent {
  return { ...english, ...french, ...changes };
}

/** Distinguishable paragraphs, long enough together for a letter of three pages. */
export function manyParagraphs(): string[] {
  return Array.from({ length: 16 }, (_, index) =>
    `Paragraph ${index + 1} says that the client’s needs have been discussed with staff. `.repeat(5).trim(),
  );
}

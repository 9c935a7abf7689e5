import type { Language, ReferralType } from '../../generated/prisma/enums.ts';
import type { ReferralFacts } from './letter-content.ts';

/** The day on letters made of sample data, so that the same texts give the same bytes. */
export const sampleDay = new Date('2026-03-05T00:00:00Z');

/**
 * An invented referral, to see what a template makes of one (R22). Nobody in it exists; its names have what real ones have:
 * accents, hyphens, apostrophes and letters of Mi’kmaw.
 */
export function sampleReferral(referralType: ReferralType, language: Language): ReferralFacts {
  const outside = referralType === 'INFORMATIONAL_OUTSIDE';
  return {
    language,
    contactName: 'Séamus Sample-O’Leary',
    outsideOrganizationName: outside ? 'Sample Community Kitchen' : null,
    receivingOrganization: outside ? null : { name: 'Sample Coast Employment Services' },
    sendingOrganization: {
      name: 'Sample Valley Career Centre',
      phone: '902-555-0100',
      generalContactEmail: 'info@sample-valley.example',
      addressLine1: '100 Sample Street',
      addressLine2: 'Suite 2',
      city: 'Sampleville',
      province: 'NS',
      postalCode: 'B0B 0B0',
    },
    case: {
      number: '00000000',
      person: { givenName: 'Zoé', middleNames: 'Kɨtpu', familyName: 'Sample' },
      program: { name: 'Sample Employment Program' },
      caseManager: {
        givenName: 'Noël',
        familyName: 'Sample-MacNeil',
        jobTitle: language === 'FR' ? 'Gestionnaire de cas' : 'Case Manager',
        phone: '902-555-0101',
        email: 'noel.sample@sample-valley.example',
        office: { name: 'Sampleville Office' },
      },
    },
  };
}

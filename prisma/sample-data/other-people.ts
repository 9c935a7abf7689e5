import type { SamplePerson } from './sample-person.ts';

/** The clients of the organizations that referrals cannot be sent to. */
export const otherPeople: SamplePerson[] = [
  {
    givenName: 'Basil',
    familyName: 'Doucette',
    birthDate: '1969-07-04',
    phone: '902-555-0158',
    addressLine1: '28 Scallop Street',
    city: 'Digby',
    province: 'NS',
    postalCode: 'B0V 1A0',
    sin: '044369858',
    cases: [
      {
        number: '40987627',
        manager: 'expired.manager',
        status: 'ACTION_PLAN',
        openedAgo: 200,
        employmentGoal: 'Wharf supervisor',
      },
    ],
  },
  {
    givenName: 'Céleste',
    familyName: 'Amirault',
    birthDate: '1994-12-12',
    email: 'celeste.amirault@mail.example',
    preferredLanguage: 'FR',
    cases: [{ number: '58408625', manager: 'expired.manager', status: 'INTAKE', openedAgo: 45 }],
  },
  {
    givenName: 'Effie',
    familyName: 'MacDonald',
    birthDate: '1983-03-29',
    email: 'effie.macdonald@mail.example',
    phone: '902-555-0159',
    addressLine1: '301 Shore Road',
    city: 'Port Hood',
    province: 'NS',
    postalCode: 'B0E 2W0',
    healthCardNumber: '0000038224',
    cases: [
      {
        number: '91397350',
        manager: 'noecm.manager',
        status: 'ASSESSMENT',
        openedAgo: 33,
        program: 'SKILLS',
        employmentGoal: 'Carpentry apprenticeship',
      },
    ],
  },
  {
    givenName: 'Jean-Guy',
    familyName: 'Chiasson',
    birthDate: '1975-11-11',
    phone: '902-555-0160',
    addressLine1: '12 Cabot Trail Side Road',
    city: 'Chéticamp',
    province: 'NS',
    postalCode: 'B0E 1H0',
    sin: '099467573',
    preferredLanguage: 'FR',
    cases: [
      {
        number: '90398323',
        manager: 'untracked.manager',
        status: 'ACTION_PLAN',
        openedAgo: 88,
        employmentGoal: 'Guide touristique et musicien',
      },
    ],
  },
];

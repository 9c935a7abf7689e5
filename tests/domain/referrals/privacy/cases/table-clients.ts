import type {
  CheckedClient,
  ExpectedDetails,
} from '../../../../../src/domain/referrals/privacy/privacy-finding.ts';

const nothing = {
  middleNames: null,
  email: null,
  phone: null,
  addressLine1: null,
  addressLine2: null,
  postalCode: null,
  sin: null,
  healthCardNumber: null,
};

const rosa = {
  givenName: 'Rosa',
  middleNames: 'Lucia',
  familyName: 'Diaz',
  birthDate: new Date('1990-03-05'),
  email: 'rosa.diaz@mail.example',
  phone: '902-555-0140',
  addressLine1: '37 Blueberry Lane',
  addressLine2: null,
  postalCode: 'B0K 1V0',
  sin: '046454286',
  healthCardNumber: '0000051417',
  caseNumbers: ['50244764', '70191001'],
};

/** The invented clients that the table of cases is about. */
export const clients = {
  rosa,
  /** The same client, where the sender's staff has another Rosa. */
  namesake: rosa,
  kitpu: {
    ...nothing,
    givenName: 'Kɨtpu',
    familyName: 'Sylliboy',
    birthDate: new Date('1996-11-02'),
    addressLine1: '5 Eagle Feather Road',
    caseNumbers: ['79778074'],
  },
  siobhan: {
    ...nothing,
    givenName: 'Siobhán',
    familyName: "O'Brien-MacIsaac",
    birthDate: new Date('1979-06-21'),
    phone: '902-555-0142',
    caseNumbers: ['10041670'],
  },
  jeanPierre: {
    ...nothing,
    givenName: 'Jean-Pierre',
    middleNames: 'Édouard',
    familyName: 'd’Entremont',
    birthDate: new Date('1990-03-01'),
    email: 'jp.dentremont@courriel.example',
    addressLine1: '123, rue Principale',
    addressLine2: 'app. 4',
    postalCode: 'B0W 3T0',
    caseNumbers: ['42250153'],
  },
  may: {
    ...nothing,
    givenName: 'May',
    familyName: 'Young',
    birthDate: new Date('2001-12-19'),
    caseNumbers: ['68043887'],
  },
  thi: {
    ...nothing,
    givenName: 'Thi Minh',
    familyName: 'Le',
    birthDate: new Date('1985-05-15'),
    caseNumbers: ['47953643'],
  },
  meiling: {
    ...nothing,
    givenName: '美玲',
    familyName: '陈',
    birthDate: new Date('1985-05-05'),
    caseNumbers: ['79745501'],
  },
  /** Lives where the organization has a place, with the same postal code. */
  wallace: {
    ...nothing,
    givenName: 'Ella',
    familyName: 'Mattinson',
    birthDate: new Date('1990-03-05'),
    addressLine1: '1180 Lighthouse Road',
    postalCode: 'B0K 1Y0',
    caseNumbers: [],
  },
} satisfies Record<string, CheckedClient>;

const ian = { givenName: 'Ian', middleNames: null, familyName: 'Cameron' };
const otherRosa = { givenName: 'Rosa', middleNames: null, familyName: 'Whynot' };

/** What belongs in the emails of the table: they go from North Shore to Harbour Food Bank. */
export function expectedFor(client: keyof typeof clients): ExpectedDetails {
  return {
    people: client === 'namesake' ? [ian, otherRosa] : [ian],
    organizationNames: [
      'North Shore Employment Services',
      'Harbour Food Bank',
      'Tatamagouche Resource Centre',
    ],
    phones: ['902-555-0101', '902-555-0113'],
    emails: ['info@northshore.example', 'ian.cameron@northshore.example', 'intake.harbour@gmail.com'],
    addressLines: ['245 Main Street', '1 Wharf Road'],
    postalCodes: ['B0K 1V9', 'B0K 1Y0'],
  };
}

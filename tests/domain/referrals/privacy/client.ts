import type {
  CheckedClient,
  ExpectedDetails,
} from '../../../../src/domain/referrals/privacy/privacy-finding.ts';

const nothingRecorded = {
  middleNames: null,
  sin: null,
  healthCardNumber: null,
  phone: null,
  email: null,
  addressLine1: null,
  addressLine2: null,
  postalCode: null,
  caseNumbers: [],
};

function named(givenName: string, familyName: string, more: Partial<CheckedClient> = {}): CheckedClient {
  return { ...nothingRecorded, birthDate: new Date('1984-11-23'), givenName, familyName, ...more };
}

/** The client of most rows, of whom everything is recorded. */
export const rosa = named('Rosa', 'Díaz', {
  middleNames: 'Lucía',
  birthDate: new Date('1990-03-05'),
  sin: '046454286',
  healthCardNumber: '1234567890',
  phone: '902-555-0143',
  email: 'rosa.diaz@mail.example',
  addressLine1: '12 Pine Street',
  addressLine2: 'Apt 4',
  postalCode: 'B3H 4R2',
  caseNumbers: ['50244764', '79778074'],
});

/** Lives at a French address; was born on the first of a month. */
export const helene = named('Hélène', 'Comeau', {
  birthDate: new Date('1975-08-01'),
  phone: '902-555-0177',
  email: 'h.comeau@courriel.example',
  addressLine1: "45, chemin de l'Église",
  postalCode: 'B0W 1M0',
  caseNumbers: ['10041670'],
});

/** Has a post office box, and a birth date that is the same with day and month exchanged. */
export const boxed = named('Tomas', 'Weir', {
  birthDate: new Date('1992-07-07'),
  addressLine1: 'PO Box 219',
  postalCode: 'B0K 1V0',
});

export const kitpu = named('Kɨtpu', 'Sɨlɨpay');
export const siobhan = named('Siobhán', "O'Brien", { middleNames: 'Mary' });
export const jeanFrancois = named('Jean-François', 'Le Blanc-Côté');
export const ana = named('Ana', 'García Márquez', { middleNames: 'de la Luz' });
export const anne = named('Anne', "d'Entremont");
export const amal = named('أمل', 'الحسن');
export const wang = named('小红', '王');
export const oneLetter = named('E', 'Quaye');

/** Names that are words of the language too. */
export const may = named('May', 'Will');
export const grace = named('Grace', 'Summers');
export const rose = named('Rose', 'Young');
export const blanche = named('Blanche', 'Petit');

/** The details of the two organizations, the case manager and the contact, which belong in the email. */
export const expectedDetails: ExpectedDetails = {
  phones: ['902-555-0101', '902-555-0102', '1-800-555-0199'],
  emails: ['info@northshore.example', 'm.leblanc@northshore.example', 'intake@harbour.example'],
  addressLines: ['210 Creamery Lane', '14 Saltworks Street', 'Unit 2', '88, rue Principale'],
  postalCodes: ['B0K 1L0', 'B0V 1A0'],
};

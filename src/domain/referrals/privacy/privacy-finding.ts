import type { PersonName } from '../../people/person-name.ts';

/** What a finding tells of the client (B3). */
export type PrivacyFindingKind =
  | 'NAME'
  | 'BIRTH_DATE'
  | 'SIN'
  | 'HEALTH_CARD_NUMBER'
  | 'PHONE'
  | 'EMAIL'
  | 'STREET_ADDRESS'
  | 'POSTAL_CODE'
  | 'CASE_ID'
  | 'HEALTH'
  | 'JUSTICE'
  | 'INCOME_ASSISTANCE'
  | 'SCHOOLING';

/** HIGH: tells who the client is. LOW: may tell something of their history, or may be somebody else's. */
export type PrivacyFindingSeverity = 'HIGH' | 'LOW';

/** The fields that the check reads. */
export type CheckedField = 'emailSubject' | 'emailContent';

/** A place in a text that may tell something of the client, counted in UTF-16 units; its end is the first unit after it. */
export type Span = { start: number; end: number };

/** A finding within one text. */
export type TextFinding = Span & { kind: PrivacyFindingKind; severity: PrivacyFindingSeverity };

/** A finding, and the field whose text it is in. */
export type PrivacyFinding = TextFinding & { field: CheckedField };

/** What the check knows of the client; null where it is not recorded. */
export type CheckedClient = PersonName & {
  birthDate: Date;
  sin: string | null;
  healthCardNumber: string | null;
  phone: string | null;
  email: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  /** The Case IDs of all their cases. */
  caseNumbers: readonly string[];
};

/**
 * Contact details that belong in the text: those of the organizations, the case manager and the contact. What they cover is no
 * finding, unless it is the client's too.
 */
export type ExpectedDetails = {
  phones: readonly string[];
  emails: readonly string[];
  addressLines: readonly string[];
  postalCodes: readonly string[];
  /** The case manager, other staff of the sender, and the contact. */
  people?: readonly PersonName[];
  /** The organizations, their offices and their locations. */
  organizationNames?: readonly string[];
};

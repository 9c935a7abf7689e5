/** The columns of a file of clients and cases, and which of them every line has to fill, where it is for a client of its own. */
export const importColumns = {
  reference: 'needed',
  clientOf: 'optional',
  givenName: 'ofClient',
  middleNames: 'optional',
  familyName: 'ofClient',
  birthDate: 'ofClient',
  email: 'optional',
  phone: 'optional',
  addressLine1: 'optional',
  addressLine2: 'optional',
  city: 'optional',
  province: 'optional',
  postalCode: 'optional',
  sin: 'optional',
  healthCardNumber: 'optional',
  preferredLanguage: 'optional',
  program: 'needed',
  office: 'needed',
  caseManager: 'needed',
  agreement: 'needed',
  serviceDeliveryLocation: 'optional',
  status: 'optional',
  openedOn: 'needed',
  closedOn: 'optional',
  employmentGoal: 'optional',
  somebodyElse: 'optional',
} as const;

/** The name of a column. */
export type ImportColumn = keyof typeof importColumns;

/** All columns, in the order in which docs/importing.md has them. */
export const importColumnNames = Object.keys(importColumns) as ImportColumn[];

/** The columns of a line that describe the client: those of a client's record. */
export const clientColumns = [
  ...(['givenName', 'middleNames', 'familyName', 'birthDate', 'email', 'phone', 'addressLine1'] as const),
  ...(['addressLine2', 'city', 'province', 'postalCode', 'sin', 'healthCardNumber'] as const),
  'preferredLanguage',
] as const satisfies ImportColumn[];

/** A line of a file: where it begins, and what each column holds, blank where nothing. */
export type ImportLine = { line: number; cells: Partial<Record<ImportColumn, string>> };

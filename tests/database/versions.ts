import type { Guard } from './guard.ts';
import { versionGuards } from './version-guards.ts';

/** What keeps the record of what agreements have said, and of what accounts and organizations have been. */
export const versions: Guard[] = [
  ...versionGuards({
    ...{ table: 'AgreementVersion', one: 'agreement_version', all: 'agreement_versions', of: 'an agreement' },
    byHand: 'versions of agreements follow from agreements',
    said: ['agreementId', 'organizationId', 'startsOn', 'endsOn', 'clientTracking', 'ecm'],
    change: `"ecm" = NOT "ecm"`,
    makesOne: `UPDATE "Agreement" SET "clientTracking" = NOT "clientTracking"`,
  }),
  ...versionGuards({
    ...{ table: 'StaffVersion', one: 'staff_version', all: 'staff_versions', of: 'an account' },
    byHand: 'StaffVersion follows from what it is a version of',
    said: ['staffId', 'organizationId', 'roles', 'scopes', 'active'],
    change: `"roles" = '{AUDITOR,ENS_ADMINISTRATOR}'`,
    makesOne: `UPDATE "Staff" SET "disabledAt" = now()`,
  }),
  ...versionGuards({
    ...{ table: 'OrganizationVersion', one: 'organization_version', all: 'organization_versions' },
    of: 'an organization',
    byHand: 'OrganizationVersion follows from what it is a version of',
    said: ['organizationId', 'open'],
    change: `"open" = NOT "open"`,
    makesOne: `UPDATE "Organization" SET "closedAt" = now() WHERE NOT "isEmploymentNovaScotia"`,
  }),
];

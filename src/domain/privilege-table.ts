import type { IntegrationScope, StaffRole } from '../generated/prisma/enums.ts';

/** What somebody may do within their organization, or in the whole network; the access table says with which cases. */
export type Privilege =
  | 'seeCases'
  | 'workOnCases'
  | 'createReferrals'
  | 'answerReferrals'
  | 'handOverCaseload'
  | 'transferAnyCase'
  | 'subscribe'
  | 'manageOwnOrganization'
  | 'manageOwnStaff'
  | 'manageNetwork'
  | 'publishTemplates'
  | 'readOwnAuditTrail'
  | 'readAuditTrail'
  | 'readPastAccess';

/** What a role gives: wherever it is held, and besides where it is held at Employment Nova Scotia. */
type Grant = { anywhere: readonly Privilege[]; atEmploymentNovaScotia: readonly Privilege[] };

/**
 * Which role gives which privileges, after the guide's privilege sets. It is the one place where this is written: use cases
 * enforce it, docs/privileges.md shows it and `viewer.permissions` tells it. A service account has only what its scopes give.
 */
export const privilegeTable: Record<StaffRole, Grant> = {
  CASE_MANAGER: {
    anywhere: ['seeCases', 'workOnCases', 'createReferrals', 'answerReferrals', 'subscribe'],
    atEmploymentNovaScotia: [],
  },
  ORGANIZATION_ADMINISTRATOR: {
    anywhere: [
      'seeCases',
      'workOnCases',
      'createReferrals',
      'answerReferrals',
      'handOverCaseload',
      'subscribe',
      'manageOwnOrganization',
      'manageOwnStaff',
      'readOwnAuditTrail',
    ],
    atEmploymentNovaScotia: [],
  },
  ENS_ADMINISTRATOR: {
    anywhere: [],
    atEmploymentNovaScotia: [
      'seeCases',
      'subscribe',
      'handOverCaseload',
      'transferAnyCase',
      'manageNetwork',
      'publishTemplates',
      'readAuditTrail',
      'readPastAccess',
    ],
  },
  AUDITOR: {
    anywhere: ['seeCases', 'readOwnAuditTrail'],
    atEmploymentNovaScotia: ['readAuditTrail', 'readPastAccess'],
  },
  INTEGRATION: { anywhere: [], atEmploymentNovaScotia: [] },
};

/** What each scope of a service account gives. */
export const scopeTable: Record<IntegrationScope, readonly Privilege[]> = {
  READ_CASES: ['seeCases'],
  CREATE_REFERRALS: ['seeCases', 'createReferrals'],
  SUBSCRIBE: ['subscribe'],
};

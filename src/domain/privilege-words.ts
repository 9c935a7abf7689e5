import type { IntegrationScope, StaffRole } from '../generated/prisma/enums.ts';
import { type Privilege, privilegeTable, scopeTable } from './privilege-table.ts';

/** What each privilege lets somebody do: for docs/privileges.md and for the schema. */
export const privilegeWords: Record<Privilege, string> = {
  seeCases: 'See clients, cases and referrals, as far as docs/access.md lets the organization see them.',
  workOnCases:
    'Add and change clients of the organization, open its cases, change them and their status, acknowledge their notifications.',
  createReferrals:
    'Write, submit, cancel and withdraw referrals, add notes and documents to them, send their emails again.',
  answerReferrals: 'Complete a transfer to the own organization, or decline it.',
  handOverCaseload: 'Hand over whole caseloads, inside an organization or, with manageNetwork, to another.',
  transferAnyCase: 'Transfer any case to any organization, for a reason.',
  subscribe: 'Follow live events.',
  manageOwnOrganization:
    'Change the details, offices and service delivery locations of the own organization.',
  manageOwnStaff: 'Add staff and service accounts to the own organization, change and disable them.',
  manageNetwork:
    'Add and close organizations, add and change agreements, and do for any organization what its administrator may. Sees every case.',
  publishTemplates: 'Publish and retire letter templates.',
  readOwnAuditTrail:
    'Read what the own organization’s people did, and what anybody did with cases while it managed them.',
  readAuditTrail: 'Read the whole audit trail.',
  readPastAccess: 'Ask who could see a client on a day (accessOn).',
};

/** All privileges, in the order in which they are shown. */
export const privileges = Object.keys(privilegeWords) as Privilege[];

/** What each role is called. */
export const roleNames: Record<StaffRole, string> = {
  CASE_MANAGER: 'Case manager',
  ORGANIZATION_ADMINISTRATOR: 'Organization administrator',
  ENS_ADMINISTRATOR: 'Employment Nova Scotia administrator',
  AUDITOR: 'Auditor',
  INTEGRATION: 'Integration',
};

/** Where a role gives a privilege: wherever it is held, only at Employment Nova Scotia, or nowhere. */
export function heldWhere(role: StaffRole, privilege: Privilege): 'ANYWHERE' | 'AT_ENS' | 'NOWHERE' {
  const { anywhere, atEmploymentNovaScotia } = privilegeTable[role];
  if (anywhere.includes(privilege)) return 'ANYWHERE';
  return atEmploymentNovaScotia.includes(privilege) ? 'AT_ENS' : 'NOWHERE';
}

/** The scopes of service accounts that give a privilege. */
export function scopesThatGive(privilege: Privilege): IntegrationScope[] {
  return (Object.keys(scopeTable) as IntegrationScope[]).filter((scope) =>
    scopeTable[scope].includes(privilege),
  );
}

import { StaffRole } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** What a staff member may do. */
export const StaffRoleEnum = builder.enumType('StaffRole', {
  description: 'What a staff member may do.',
  values: {
    [StaffRole.CASE_MANAGER]: { description: 'Works on the cases of their organization.' },
    [StaffRole.ORGANIZATION_ADMINISTRATOR]: {
      description: 'Also looks after the organization’s own data and staff.',
    },
    [StaffRole.ENS_ADMINISTRATOR]: {
      description: 'Administers the network for Employment Nova Scotia; sees every case.',
    },
    [StaffRole.AUDITOR]: { description: 'Reads the audit trail.' },
    [StaffRole.INTEGRATION]: { description: 'A program that acts for an organization.' },
  },
});

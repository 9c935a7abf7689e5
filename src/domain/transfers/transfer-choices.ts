import type { Prisma } from '../../generated/prisma/client.ts';
import { activeAgreement } from '../organizations/eligibility.ts';

/** The offices a case can be put under: those of the organization that takes it over, unless it or they are closed (R29). */
export function officeChoices(organizationId: string): Prisma.OfficeWhereInput {
  return { organizationId, closedAt: null, organization: { closedAt: null } };
}

/** The staff who can become the case manager: active case managers of the organization (R29). */
export function caseManagerChoices(organizationId: string): Prisma.StaffWhereInput {
  return { organizationId, disabledAt: null, roles: { has: 'CASE_MANAGER' } };
}

/** The agreements for Accountability Reporting: those of the organization that are active on the day (R29). */
export function agreementChoices(organizationId: string, day: Date): Prisma.AgreementWhereInput {
  return { organizationId, ...activeAgreement(day) };
}

/** The service delivery locations of the organization that are not closed (R29). */
export function locationChoices(organizationId: string): Prisma.ServiceDeliveryLocationWhereInput {
  return { organizationId, closedAt: null };
}

import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../actor.ts';
import { activeAgreement } from '../organizations/eligibility.ts';

/** The offices a case can be transferred to: those of the actor's organization (R29). */
export function officeChoices(actor: Actor): Prisma.OfficeWhereInput {
  return { organizationId: actor.organizationId };
}

/** The staff who can become the case manager: active case managers of the actor's organization (R29). */
export function caseManagerChoices(actor: Actor): Prisma.StaffWhereInput {
  return { organizationId: actor.organizationId, disabledAt: null, roles: { has: 'CASE_MANAGER' } };
}

/** The agreements for Accountability Reporting: those of the actor's organization that are active on the day (R29). */
export function agreementChoices(actor: Actor, day: Date): Prisma.AgreementWhereInput {
  return { organizationId: actor.organizationId, ...activeAgreement(day) };
}

/** The service delivery locations of the actor's organization (R29). */
export function locationChoices(actor: Actor): Prisma.ServiceDeliveryLocationWhereInput {
  return { organizationId: actor.organizationId };
}

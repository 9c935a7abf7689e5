import type { StaffRole } from '../../generated/prisma/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import {
  inOrder,
  officeProblems,
  rolesProblems,
  subjectProblems,
  usernameProblems,
} from './account-problems.ts';
import { findWhereToAdd } from './find-where-to-add.ts';
import { requireMayGive } from './may-give-roles.ts';
import { readStaff, readUsername, type StaffDetails, type TypedLanguage } from './staff-input.ts';

/** What a new staff member must have, and may have besides. */
export type NewStaffMember = TypedLanguage & {
  organizationId: string;
  username: string;
  givenName: string;
  familyName: string;
  jobTitle?: string | null | undefined;
  email: string;
  phone?: string | null | undefined;
  roles: readonly StaffRole[];
  officeId?: string | null | undefined;
  /** Without one nobody signs in with tokens of an issuer. */
  subject?: string | null | undefined;
};

/**
 * Adds a staff member to an organization. Nobody is told: how they get to sign in is for the issuer.
 * @returns the new member's id.
 * @throws NotFound; NotAllowed, also for a role that the actor may not give; InvalidInput naming every field that is wrong.
 */
export async function addStaffMember(
  actor: Actor,
  platform: Platform,
  input: NewStaffMember,
): Promise<string> {
  const { organizationId, roles, officeId = null, subject = null, language } = input;
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const { isEmploymentNovaScotia } = await findWhereToAdd(
      transaction,
      actor,
      organizationId,
      'manageOwnStaff',
    );
    requireMayGive(actor, roles, isEmploymentNovaScotia);
    const { fields, problems } = readStaff(input);
    problems.push(
      ...(await usernameProblems(transaction, input.username)),
      ...(await subjectProblems(transaction, { subject, needed: false, except: null })),
      ...(await officeProblems(transaction, organizationId, officeId)),
      ...rolesProblems(roles, isEmploymentNovaScotia),
    );
    if (problems.length > 0) throw new InvalidInput(problems);
    const { id } = await transaction.staff.create({
      data: {
        ...(fields as StaffDetails),
        ...{ organizationId, officeId, subject, roles: inOrder(roles) },
        username: readUsername(input.username) ?? '',
        ...(language ? { language } : {}),
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'staff.add',
      entityType: 'Staff',
      entityId: id,
      managingOrganizationId: organizationId,
    });
    return id;
  });
}

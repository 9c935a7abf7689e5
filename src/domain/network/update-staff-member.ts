import type { StaffRole } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type FieldProblem, InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { inOrder, officeProblems, rolesProblems, subjectProblems } from './account-problems.ts';
import { disabling } from './disabling.ts';
import { findAccountToChange, type KnownAccount } from './find-account-to-change.ts';
import { requireMayGive } from './may-give-roles.ts';
import { changesOf, type Typed } from './read-fields.ts';
import { requireNobodyLeftAlone } from './require-nobody-left-alone.ts';
import { readStaff, type StaffDetails, type TypedLanguage } from './staff-input.ts';

/** What can be changed of a staff member: a field left out stays as it is, null empties it where it may be empty. */
export type StaffChange = Typed<StaffDetails> &
  TypedLanguage & {
    roles?: readonly StaffRole[] | null | undefined;
    officeId?: string | null | undefined;
    subject?: string | null | undefined;
    disabled?: boolean | null | undefined;
  };

/**
 * Changes a staff member: the details, the office, the roles, by which token they sign in; or disables them, or lets them in again.
 * What they may not do any more they cannot do from the next request on. The user name stays, for it stands under what they did.
 * @param change.disabled whether they are to be disabled; left out, that stays as it is.
 * @throws NotFound; NotAllowed, also for a role that the actor may not give; InvalidInput naming every field that is wrong;
 * StaffMemberHasOpenCases; LastAdministrator.
 */
export async function updateStaffMember(
  actor: Actor,
  platform: Platform,
  { staffMemberId: id, ...change }: StaffChange & { staffMemberId: string },
): Promise<void> {
  await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const before = await findAccountToChange(transaction, actor, { id, kind: 'person' });
    requireMayGive(actor, change.roles ?? [], before.organization.isEmploymentNovaScotia);
    const { fields, problems } = readStaff(change);
    problems.push(...(await accountProblems(transaction, before, change)));
    if (problems.length > 0) throw new InvalidInput(problems);
    const data = {
      ...changesOf<StaffDetails>(before, fields),
      ...changedAccount(before, change),
      ...disabling(before, change.disabled, platform.now()),
    };
    if (Object.keys(data).length === 0) return;
    await requireNobodyLeftAlone(transaction, actor, before, { ...before, ...data });
    await transaction.staff.update({ where: { id }, data });
    await recordAudit(transaction, actor, {
      action: 'staff.update',
      entityType: 'Staff',
      entityId: id,
      managingOrganizationId: before.organizationId,
      details: Object.keys(data),
    });
  });
}

async function accountProblems(
  transaction: Transaction,
  { id, organizationId, organization: { isEmploymentNovaScotia } }: KnownAccount,
  { roles, officeId, subject }: StaffChange,
): Promise<FieldProblem[]> {
  return [
    ...(await subjectProblems(transaction, { subject, needed: false, except: id })),
    ...(await officeProblems(transaction, organizationId, officeId)),
    ...(roles === undefined ? [] : rolesProblems(roles ?? [], isEmploymentNovaScotia)),
  ];
}

function changedAccount(before: KnownAccount, { roles, officeId, subject, language }: StaffChange) {
  const given = {
    ...(officeId === undefined ? {} : { officeId }),
    ...(subject === undefined ? {} : { subject }),
    ...(language ? { language } : {}),
  };
  const ordered = inOrder(roles ?? []);
  const hasOthers = ordered.length > 0 && ordered.join() !== inOrder(before.roles).join();
  return {
    ...changesOf<Pick<KnownAccount, 'officeId' | 'subject' | 'language'>>(before, given),
    ...(hasOthers ? { roles: ordered } : {}),
  };
}

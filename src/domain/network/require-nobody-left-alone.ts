import type { StaffRole } from '../../generated/prisma/enums.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { hasPrivilege } from '../privileges.ts';
import type { KnownAccount } from './find-account-to-change.ts';
import { LastAdministrator } from './last-administrator.ts';
import { StaffMemberHasOpenCases } from './staff-member-has-open-cases.ts';

/** What decides whether somebody still does the work of a role. */
type Standing = Pick<KnownAccount, 'roles' | 'disabledAt'>;

/**
 * Checks that a change leaves no open case without an active case manager, and nobody without an administrator. The caller holds
 * the network's lock and the staff member's.
 * @throws StaffMemberHasOpenCases naming the cases to be handed over first; LastAdministrator.
 */
export async function requireNobodyLeftAlone(
  transaction: Transaction,
  actor: Actor,
  before: KnownAccount,
  after: Standing,
): Promise<void> {
  if (ceases('CASE_MANAGER', before, after)) await requireNoOpenCases(transaction, before.id);
  const administrator = before.organization.isEmploymentNovaScotia
    ? 'ENS_ADMINISTRATOR'
    : 'ORGANIZATION_ADMINISTRATOR';
  // Employment Nova Scotia looks after an organization that has no administrator of its own.
  const isLookedAfter =
    administrator === 'ORGANIZATION_ADMINISTRATOR' && hasPrivilege(actor, 'manageNetwork');
  if (isLookedAfter || !ceases(administrator, before, after)) return;
  const { id, organizationId } = before;
  const others = await transaction.staff.count({
    where: { organizationId, id: { not: id }, disabledAt: null, roles: { has: administrator } },
  });
  if (others === 0) throw new LastAdministrator();
}

function ceases(role: StaffRole, before: Standing, after: Standing): boolean {
  const does = ({ roles, disabledAt }: Standing) => disabledAt === null && roles.includes(role);
  return does(before) && !does(after);
}

async function requireNoOpenCases(transaction: Transaction, caseManagerId: string): Promise<void> {
  const open = await transaction.case.findMany({
    where: { caseManagerId, status: { not: 'CLOSED' } },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  if (open.length > 0) throw new StaffMemberHasOpenCases(open.map(({ id }) => id));
}

import type { IntegrationScope } from '../../generated/prisma/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { scopesInOrder, scopesProblems, subjectProblems, usernameProblems } from './account-problems.ts';
import { findWhereToAdd } from './find-where-to-add.ts';
import { readServiceAccount, readUsername, type ServiceAccountDetails } from './staff-input.ts';

/** What a new service account must have. */
export type NewServiceAccount = {
  organizationId: string;
  username: string;
  name: string;
  /** Where to write to whoever runs the program. */
  email: string;
  subject: string;
  scopes: readonly IntegrationScope[];
};

/**
 * Adds an account for a program that acts for an organization; it can do what its scopes give, and no more.
 * @returns the account's id.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong.
 */
export async function addServiceAccount(
  actor: Actor,
  platform: Platform,
  input: NewServiceAccount,
): Promise<string> {
  const { organizationId, subject, scopes } = input;
  return await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    await findWhereToAdd(transaction, actor, organizationId, 'manageOwnStaff');
    const { fields, problems } = readServiceAccount(input);
    problems.push(
      ...(await usernameProblems(transaction, input.username)),
      ...(await subjectProblems(transaction, { subject, needed: true, except: null })),
      ...scopesProblems(scopes),
    );
    if (problems.length > 0) throw new InvalidInput(problems);
    const { id } = await transaction.staff.create({
      data: {
        ...(fields as ServiceAccountDetails),
        givenName: '',
        ...{ organizationId, subject, roles: ['INTEGRATION'], scopes: scopesInOrder(scopes) },
        username: readUsername(input.username) ?? '',
      },
      select: { id: true },
    });
    await recordAudit(transaction, actor, {
      action: 'serviceAccount.add',
      entityType: 'Staff',
      entityId: id,
      managingOrganizationId: organizationId,
      details: ['scopes'],
    });
    return id;
  });
}

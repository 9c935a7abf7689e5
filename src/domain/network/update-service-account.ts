import type { IntegrationScope } from '../../generated/prisma/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { InvalidInput } from '../errors.ts';
import { lockNetwork } from '../organizations/lock-organization.ts';
import { scopesInOrder, scopesProblems, subjectProblems } from './account-problems.ts';
import { disabling } from './disabling.ts';
import { findAccountToChange, type KnownAccount } from './find-account-to-change.ts';
import { changesOf, type Typed } from './read-fields.ts';
import { readServiceAccount, type ServiceAccountDetails } from './staff-input.ts';

/** What can be changed of a service account: a field left out stays as it is; none can be emptied, but it may have no scopes. */
export type ServiceAccountChange = Typed<{ name: string; email: string; subject: string }> & {
  scopes?: readonly IntegrationScope[] | null | undefined;
  disabled?: boolean | null | undefined;
};

/**
 * Changes a service account, disables it or lets it in again. A scope that it loses it has not from the next request on, whatever
 * its tokens say.
 * @param change.disabled whether it is to be disabled; left out, that stays as it is.
 * @throws NotFound; NotAllowed; InvalidInput naming every field that is wrong.
 */
export async function updateServiceAccount(
  actor: Actor,
  platform: Platform,
  { serviceAccountId: id, ...change }: ServiceAccountChange & { serviceAccountId: string },
): Promise<void> {
  const { subject, scopes } = change;
  await platform.database.$transaction(async (transaction) => {
    await lockNetwork(transaction);
    const before = await findAccountToChange(transaction, actor, { id, kind: 'service' });
    const { fields, problems } = readServiceAccount(change);
    problems.push(
      ...(await subjectProblems(transaction, { subject, needed: true, except: id })),
      ...scopesProblems(scopes ?? []),
    );
    if (problems.length > 0) throw new InvalidInput(problems);
    const data = {
      ...changesOf<ServiceAccountDetails>(before, fields),
      ...(subject && subject !== before.subject ? { subject } : {}),
      ...changedScopes(before, scopes),
      ...disabling(before, change.disabled, platform.now()),
    };
    if (Object.keys(data).length === 0) return;
    await transaction.staff.update({ where: { id }, data });
    await recordAudit(transaction, actor, {
      action: 'serviceAccount.update',
      entityType: 'Staff',
      entityId: id,
      managingOrganizationId: before.organizationId,
      details: Object.keys(data).map((field) => (field === 'familyName' ? 'name' : field)),
    });
  });
}

function changedScopes(before: KnownAccount, scopes: ServiceAccountChange['scopes']) {
  if (!scopes) return {};
  const ordered = scopesInOrder(scopes);
  return ordered.join() === before.scopes.join() ? {} : { scopes: ordered };
}

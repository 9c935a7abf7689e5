import type { Relation } from '../../../src/domain/access-table.ts';
import type { TestApi, Visitor } from '../../support/api.ts';

/** Somebody who tries everything, and how their organization stands to the case. */
export type Viewer = Visitor & {
  relation: Relation;
  staffId: string;
  organizationId: string;
  /** Somebody of the same organization who may do what only administrators may. */
  administrator: Visitor;
};

/** By user name, how each organization stands to the case. Receivers whose access has ended stand in no relation. */
const cast: Record<string, Relation> = {
  'north.manager': 'MANAGES',
  'south.manager': 'OPEN_CASE_TRANSFER',
  'valley.manager': 'INFORMATIONAL',
  'before.manager': 'MANAGED_BEFORE',
  'ens.admin': 'NETWORK_ADMINISTRATOR',
  auditor: 'NONE',
  'noecm.manager': 'NONE',
  'false.admin': 'NONE',
  'superseded.manager': 'NONE',
  'withdrawn.manager': 'NONE',
  'declined.manager': 'NONE',
  'ranout.manager': 'NONE',
  'ineligible.manager': 'NONE',
};

/** Signs everybody in who tries something. */
export async function signIn(api: TestApi): Promise<Viewer[]> {
  await addFalseAdministrator(api);
  const viewers: Viewer[] = [];
  for (const [username, relation] of Object.entries(cast)) {
    const { id: staffId, organizationId } = await api.database.staff.findUniqueOrThrow({
      where: { username },
    });
    const visitor = await api.as(username);
    const administrator = await administratorOf(api, organizationId);
    viewers.push({ ...visitor, relation, staffId, organizationId, administrator: administrator ?? visitor });
  }
  return viewers;
}

/** Somebody with the role of a network administrator, but not at Employment Nova Scotia. */
async function addFalseAdministrator({ database }: TestApi): Promise<void> {
  const { organizationId } = await database.staff.findUniqueOrThrow({ where: { username: 'noecm.admin' } });
  await database.staff.create({
    data: {
      ...{ username: 'false.admin', subject: 'false.admin', organizationId, email: 'false@test.example' },
      ...{ givenName: 'False', familyName: 'Admin', roles: ['ENS_ADMINISTRATOR', 'CASE_MANAGER'] },
    },
  });
}

/** Somebody who administers the organization; null where nobody does. */
async function administratorOf(api: TestApi, organizationId: string): Promise<Visitor | null> {
  const roles = { has: 'ORGANIZATION_ADMINISTRATOR' as const };
  const found = await api.database.staff.findFirst({ where: { organizationId, roles } });
  return found === null ? null : await api.as(found.username);
}

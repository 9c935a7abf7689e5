import type { Relation } from '../../../src/domain/access-table.ts';
import { type Actor, findActor } from '../../../src/domain/actor.ts';
import type { IntegrationScope, StaffRole } from '../../../src/generated/prisma/enums.ts';
import type { TestApi, Visitor } from '../../support/api.ts';

/** Somebody of one role at one organization, and how that organization stands to the case of the scene. */
export type RoleViewer = Visitor & {
  /** As titles and findings name them: `INTEGRATION READ_CASES at MANAGES`. */
  title: string;
  actor: Actor;
  relation: Relation;
};

type Role = { role: StaffRole; scopes?: IntegrationScope[] };

/** Every role, and an integration with each of its scopes, all of them, and none. */
const roles: Role[] = [
  { role: 'CASE_MANAGER' },
  { role: 'ORGANIZATION_ADMINISTRATOR' },
  { role: 'ENS_ADMINISTRATOR' },
  { role: 'AUDITOR' },
  { role: 'INTEGRATION', scopes: [] },
  { role: 'INTEGRATION', scopes: ['READ_CASES'] },
  { role: 'INTEGRATION', scopes: ['CREATE_REFERRALS'] },
  { role: 'INTEGRATION', scopes: ['SUBSCRIBE'] },
  { role: 'INTEGRATION', scopes: ['READ_CASES', 'CREATE_REFERRALS', 'SUBSCRIBE'] },
];

/** Of integrations, enough where all that matters is that they are no people. */
const fewer = roles.filter(({ scopes = [] }) => scopes.length === 0 || scopes.length === 3);

/** Where the viewers are, by a user name of the scene there, and how it stands to the case. */
const places: Record<string, { standing: Relation; roles: Role[] }> = {
  'north.manager': { standing: 'MANAGES', roles },
  'south.manager': { standing: 'OPEN_CASE_TRANSFER', roles },
  'valley.manager': { standing: 'INFORMATIONAL', roles: fewer },
  'before.manager': { standing: 'MANAGED_BEFORE', roles: fewer },
  'noecm.manager': { standing: 'NONE', roles: fewer },
  'ens.admin': { standing: 'NONE', roles },
};

/** Signs in somebody of each role at the organization of each place. */
export async function signInEveryRole(api: TestApi): Promise<RoleViewer[]> {
  const viewers: RoleViewer[] = [];
  for (const [there, { standing, roles: present }] of Object.entries(places)) {
    const { organizationId } = await api.database.staff.findUniqueOrThrow({ where: { username: there } });
    for (const { role, scopes = [] } of present) {
      const username = [there.split('.')[0], role, ...scopes].join('.').toLowerCase();
      await api.database.staff.create({
        data: {
          ...{ username, subject: username, organizationId, email: `${username}@test.example` },
          ...{ givenName: 'Trying', familyName: username, roles: [role], scopes },
        },
      });
      const actor = await findActor(api.database, { username });
      if (actor === null) throw new Error(`${username} is nobody`);
      const network = role === 'ENS_ADMINISTRATOR' && actor.atEmploymentNovaScotia;
      const relation = network ? 'NETWORK_ADMINISTRATOR' : standing;
      const title = `${[role, ...scopes].join(' ')} at ${there.split('.')[0]} (${relation})`;
      viewers.push({ ...(await api.as(username)), title, actor, relation });
    }
  }
  return viewers;
}

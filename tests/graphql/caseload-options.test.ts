import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { organizations } from '../support/refer.ts';

const document = `query ($from: ID, $to: ID, $search: String) {
  caseloadOptions(fromOrganizationId: $from, organizationId: $to) {
    organization { name }
    organizations(search: $search) { totalCount nodes { name } }
    fromCaseManagers { nodes { username } }
    caseManagers { nodes { username } } offices { nodes { name } } agreements { nodes { number } }
  }
}`;

type Names = { nodes: { username: string }[] };
type Options = {
  organization: { name: string };
  organizations: { totalCount: number; nodes: { name: string }[] };
  fromCaseManagers: Names;
  caseManagers: Names;
};

let api: TestApi;
let ids: Record<keyof typeof organizations, string>;

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  const idOf = async (name: string) =>
    globalId('Organization', (await api.database.organization.findUniqueOrThrow({ where: { name } })).id);
  ids = {
    north: await idOf(organizations.north),
    south: await idOf(organizations.south),
    valley: await idOf(organizations.valley),
  };
});
afterAll(async () => await api.stop());

const optionsFor = async (visitor: Visitor, variables: object = {}) => {
  const { data, errors } = await visitor.ask(document, variables);
  return {
    options: (data as { caseloadOptions: Options } | null)?.caseloadOptions,
    codes: errors?.map(({ extensions }) => extensions?.code),
  };
};
const usernames = (names: Names | undefined) => names?.nodes.map(({ username }) => username).toSorted();

describe('the choices for a caseload', () => {
  it('[B9] are those of one’s own organization for its administrator', async () => {
    const { options } = await optionsFor(await api.as('north.admin'));
    expect(options?.organization.name).toBe(organizations.north);
    expect(options?.organizations.nodes).toEqual([{ name: organizations.north }]);
    expect(usernames(options?.fromCaseManagers)).toEqual(['north.manager', 'north.manager2']);
    expect(usernames(options?.caseManagers)).toEqual(['north.manager', 'north.manager2']);
  });

  it('[B9] have whoever still has cases and is no longer active on the giving side alone', async () => {
    const where = { username: 'valley.manager2' };
    await api.database.staff.update({ where, data: { disabledAt: new Date() } });
    const { options } = await optionsFor(await api.as('valley.admin'));
    await api.database.staff.update({ where, data: { disabledAt: null } });
    expect(usernames(options?.fromCaseManagers)).toContain('valley.manager2');
    expect(usernames(options?.caseManagers)).not.toContain('valley.manager2');
  });

  it('[B9] are between any two organizations for Employment Nova Scotia', async () => {
    const ens = await api.as('ens.admin');
    const { options } = await optionsFor(ens, { from: ids.north, to: ids.south, search: 'career annapolis' });
    expect(options?.organization.name).toBe(organizations.south);
    expect(options?.organizations.nodes).toEqual([{ name: organizations.valley }]);
    expect(usernames(options?.fromCaseManagers)).toEqual(['north.manager', 'north.manager2']);
    expect(usernames(options?.caseManagers)).toEqual(['south.manager', 'south.manager2']);
    const nowhere = globalId('Organization', '00000000-0000-7000-8000-000000000000');
    expect((await optionsFor(ens, { to: nowhere })).codes).toEqual(['NOT_FOUND']);
  });

  it('[B9] are refused to all others, and to an administrator for another organization', async () => {
    for (const username of ['north.manager', 'auditor']) {
      expect((await optionsFor(await api.as(username))).codes).toEqual(['NOT_ALLOWED']);
    }
    const admin = await api.as('north.admin');
    expect((await optionsFor(admin, { from: ids.south })).codes).toEqual(['NOT_ALLOWED']);
    expect((await optionsFor(admin, { to: ids.south })).codes).toEqual(['NOT_ALLOWED']);
  });
});

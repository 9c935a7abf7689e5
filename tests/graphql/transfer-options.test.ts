import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transferCaseMutation } from '../../demo/operations.ts';
import { addDays, programDay } from '../../src/domain/program-day.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { choices, organizations, refer } from '../support/refer.ts';

const number = '50244764';

type Names = { nodes: { name: string }[] };
type Options = {
  transferable: boolean;
  managedBy: { name: string };
  organization: { name: string } | null;
  organizations: Names & { totalCount: number };
  offices: Names;
  caseManagers: { nodes: { username: string }[] };
  agreements: { nodes: { number: string }[] };
  serviceDeliveryLocations: Names;
  serviceDeliveryLocationRequired: boolean;
};

const document = `query ($caseId: ID!, $organizationId: ID, $search: String) {
  transferOptions(caseId: $caseId, organizationId: $organizationId) {
    transferable managedBy { name } organization { name }
    organizations(search: $search) { totalCount nodes { name } }
    offices { nodes { name } } caseManagers { nodes { username } } agreements { nodes { number } }
    serviceDeliveryLocations { nodes { name } } serviceDeliveryLocationRequired
  }
}`;

let api: TestApi;
let ens: Visitor;
let south: Visitor;
let caseId: string;
/** The ids of the organizations, by the first part of their users' names. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  ens = await api.as('ens.admin');
  south = await api.as('south.manager');
  ({ caseId } = await refer(await api.as('north.manager'), { number, type: 'CASE_TRANSFER' }));
  for (const { username, organizationId } of await api.database.staff.findMany()) {
    ids[username.split('.')[0] ?? ''] = globalId('Organization', organizationId);
  }
});
afterAll(async () => await api.stop());

async function options(visitor: Visitor, variables: object = {}): Promise<Options | null> {
  const { data, errors } = await visitor.ask(document, { caseId, ...variables });
  expect(errors).toBeUndefined();
  return (data as { transferOptions: Options | null }).transferOptions;
}
const refused = async (visitor: Visitor, organizationId: string | undefined) =>
  (await visitor.ask(document, { caseId, organizationId })).errors?.map(({ extensions }) => extensions?.code);

const ofSouth = {
  organization: { name: organizations.south },
  offices: { nodes: [{ name: 'Chester Office' }, { name: 'Lunenburg Office' }] },
  agreements: { nodes: [{ number: 'OFA-207358' }] },
  serviceDeliveryLocationRequired: true,
};

describe('the receiver', () => {
  it('[R29] is offered what belongs to its own organization, and told who manages the case', async () => {
    for (const organizationId of [undefined, null, ids.south]) {
      const offered = await options(south, { organizationId });
      expect(offered).toMatchObject({
        ...ofSouth,
        transferable: true,
        managedBy: { name: organizations.north },
        organizations: { totalCount: 1, nodes: [{ name: organizations.south }] },
      });
      expect(offered?.caseManagers.nodes.map(({ username }) => username).toSorted()).toEqual([
        'south.manager',
        'south.manager2',
      ]);
      expect(offered?.serviceDeliveryLocations.nodes).toHaveLength(3);
    }
  });

  it('[D5] is offered nothing of another organization', async () => {
    for (const other of [ids.valley, ids.north]) expect(await refused(south, other)).toEqual(['NOT_ALLOWED']);
  });

  it('[R31] is told that a case in Follow up or Closed cannot be transferred', async () => {
    const setStatus = (status: 'FOLLOW_UP' | 'CLOSED' | 'ACTION_PLAN') =>
      api.database.case.update({
        where: { number },
        data: { status, closedOn: status === 'CLOSED' ? new Date() : null },
      });
    for (const status of ['FOLLOW_UP', 'CLOSED'] as const) {
      await setStatus(status);
      expect(await options(south)).toMatchObject({ transferable: false });
    }
    await setStatus('ACTION_PLAN');
  });

  const today = programDay(new Date(), 'America/Halifax');
  const where = { number: 'OFA-207358' };
  it.each([
    ['its agreement has ended', { endsOn: addDays(today, -1) }],
    ['its agreement has not begun', { startsOn: addDays(today, 1) }],
    ['it has lost client tracking', { clientTracking: false }],
  ])('[D12] has neither options nor a transfer once %s', async (_, change) => {
    const input = { ...(await choices(south, caseId)), confirm: true };
    const { id: __, ...before } = await api.database.agreement.findUniqueOrThrow({ where });
    await api.database.agreement.update({ where, data: change });
    expect(await options(south)).toBeNull();
    const { transferCase } = await south.request(transferCaseMutation, { input });
    expect(transferCase.__typename).toBe('NotFound');
    expect(await refused(ens, ids.south)).toEqual(['ORGANIZATION_NOT_ELIGIBLE']);
    await api.database.agreement.update({ where, data: before });
    expect(await options(south)).not.toBeNull();
  });
});

describe('Employment Nova Scotia', () => {
  it('[D5] is offered the organizations that can receive cases, without the one that manages it, and nothing else yet', async () => {
    expect(await options(ens)).toEqual({
      transferable: true,
      managedBy: { name: organizations.north },
      organization: null,
      organizations: {
        totalCount: 2,
        nodes: [{ name: organizations.valley }, { name: organizations.south }],
      },
      offices: { nodes: [] },
      caseManagers: { nodes: [] },
      agreements: { nodes: [] },
      serviceDeliveryLocations: { nodes: [] },
      serviceDeliveryLocationRequired: false,
    });
    expect(await options(ens, { search: 'south' })).toMatchObject({
      organizations: { totalCount: 1, nodes: [{ name: organizations.south }] },
    });
  });

  it('[D5] [R29] is offered what the organization has that it names', async () => {
    expect(await options(ens, { organizationId: ids.south })).toMatchObject(ofSouth);
  });

  it('[D12] is told why a case cannot be transferred to an organization', async () => {
    for (const name of ['expired', 'noecm', 'untracked', 'ens']) {
      expect(await refused(ens, ids[name]), name).toEqual(['ORGANIZATION_NOT_ELIGIBLE']);
    }
    expect(await refused(ens, ids.north)).toEqual(['CASE_ALREADY_TRANSFERRED']);
  });
});

it('[D5] nobody else has options, whatever organization they name', async () => {
  for (const username of ['north.manager', 'valley.manager', 'valley.admin', 'auditor']) {
    for (const organizationId of [undefined, ids.valley, ids.south]) {
      expect(await options(await api.as(username), { organizationId }), username).toBeNull();
    }
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { trailLeft } from '../support/audit-trail.ts';
import { globalId } from '../support/global-id.ts';
import { type Referred, refer, transfer } from '../support/refer.ts';

const number = '50244764';
const other = '79778074';
const trailQuery = `query ($filter: AuditTrailFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditTrail(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id at action outcome entityType entityId caseId personId details
            actor { username } organization { name } }
    pageInfo { endCursor startCursor hasNextPage hasPreviousPage }
  } }`;

type Event = {
  id: string;
  at: string;
  action: string;
  outcome: string;
  entityType: string | null;
  entityId: string | null;
  caseId: string | null;
  personId: string | null;
  actor: { username: string } | null;
  organization: { name: string } | null;
};
type Trail = {
  nodes: Event[];
  pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
};

let api: TestApi;
let auditor: Visitor;
let referred: Referred;
let personId: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  auditor = await api.as('auditor');
  const north = await api.as('north.manager');
  referred = await refer(north, { number, type: 'CASE_TRANSFER' });
  const found = await api.database.case.findUniqueOrThrow({ where: { number } });
  personId = globalId('Person', found.personId);
  await (await api.as('south.manager')).ask(`{ case(number: "${number}") { number person { birthDate } } }`);
  await (await api.as('valley.manager')).ask(
    'mutation ($input: WithdrawReferralInput!) { withdrawReferral(input: $input) { __typename } }',
    { input: { referralId: referred.referralId, reason: 'Wrong' } },
  );
  const { caseId } = await refer(north, { number: other, type: 'CASE_TRANSFER' });
  await transfer(await api.as('south.manager'), caseId);
});
afterAll(async () => await api.stop());

async function read(visitor: Visitor, filter: object = {}, page: object = { first: 100 }): Promise<Trail> {
  const { data, errors } = await visitor.ask(trailQuery, { filter, ...page });
  expect(errors).toBeUndefined();
  return (data as { auditTrail: Trail }).auditTrail;
}
const told = ({ nodes }: Trail) => nodes.map(({ actor, action }) => `${actor?.username}: ${action}`);

describe('an auditor reads all of it', () => {
  it('[D14] newest first, with who did what to which record', async () => {
    const { nodes } = await read(auditor, { caseId: referred.caseId });
    expect(nodes.map(({ at }) => at)).toEqual(
      nodes
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(nodes).toContainEqual({
      ...{ id: expect.any(String), at: expect.any(String), details: [] },
      ...{ action: 'referral.submit', outcome: 'DONE', actor: { username: 'north.manager' } },
      organization: { name: 'North Shore Employment Services' },
      ...{ entityType: 'Referral', entityId: referred.referralId, caseId: referred.caseId, personId },
    });
  });

  it.each([
    ['caseId', () => ({ caseId: referred.caseId, actions: ['person.view'] }), ['south.manager: person.view']],
    [
      'personId',
      () => ({ personId, outcome: 'VIEWED', actions: ['case.view'] }),
      ['south.manager: case.view'],
    ],
    [
      'entityId and outcome',
      () => ({ entityId: referred.referralId, outcome: 'REFUSED' }),
      ['valley.manager: withdrawReferral'],
    ],
    ['a day without events', () => ({ until: '2020-01-01T00:00:00Z' }), []],
  ])('[D14] by %s', async (_name, filter, expected) => {
    expect(told(await read(auditor, filter()))).toEqual(expected);
  });

  it('[D14] by who did it, for which organization, and when', async () => {
    const south = await api.database.staff.findUniqueOrThrow({ where: { username: 'south.manager' } });
    const byActor = await read(auditor, { actorId: globalId('StaffMember', south.id) });
    expect(byActor.nodes.length).toBeGreaterThan(2);
    expect(new Set(byActor.nodes.map(({ actor }) => actor?.username))).toEqual(new Set(['south.manager']));
    const organizationId = globalId('Organization', south.organizationId);
    expect(told(await read(auditor, { organizationId }))).toEqual(told(byActor));
    const { at } = byActor.nodes[1] ?? { at: '' };
    const since = await read(auditor, { organizationId, from: at });
    expect(since.nodes.every((event) => event.at >= at)).toBe(true);
    const before = await read(auditor, { organizationId, until: at });
    expect(since.nodes.length + before.nodes.length).toBe(byActor.nodes.length);
  });

  it('[D14] page by page, forwards and backwards, each event once', async () => {
    const until = new Date().toISOString();
    const all = (await read(auditor, { until })).nodes.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Trail = await read(auditor, { until }, { first: 3, after });
      seen.push(...page.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(all);
    const last = await read(auditor, { until }, { last: 3 });
    expect(last.nodes.map(({ id }) => id)).toEqual(all.slice(-3));
    const before = await read(auditor, { until }, { last: 3, before: last.pageInfo.startCursor });
    expect(before.nodes.map(({ id }) => id)).toEqual(all.slice(-6, -3));
  });

  it('[D14] in a fixed number of statements, however many events there are', async () => {
    const statements = async (first: number) => {
      api.statements.length = 0;
      await read(auditor, {}, { first });
      return api.statements.length;
    };
    expect(await statements(100)).toBe(await statements(1));
  });
});

describe('an administrator reads what concerns their organization', () => {
  it('[D14] what its people did, and what others did and saw of cases it managed then', async () => {
    const trail = told(await read(await api.as('north.admin')));
    expect(trail).toContain('north.manager: referral.submit');
    expect(trail).toContain('south.manager: person.view');
    expect(trail).toContain('valley.manager: withdrawReferral');
    // That the case was taken over is the last that the organization learns of it.
    expect(trail).toContain('south.manager: case.transfer');
  });

  it('[D14] and no more: neither what came before it managed the case, nor what others did elsewhere', async () => {
    const trail = await read(await api.as('south.admin'));
    expect(told(trail)).toContain('south.manager: case.transfer');
    const strangers = trail.nodes.filter(({ organization }) => !organization?.name.startsWith('South'));
    expect(strangers).toEqual([]);
  });

  it('[D14] does not learn from a refusal whether another organization’s record exists', async () => {
    const valley = await api.as('valley.admin');
    const refusals = await read(valley, { outcome: 'REFUSED' });
    expect(refusals.nodes).toMatchObject([
      { action: 'withdrawReferral', entityId: referred.referralId, caseId: null, personId: null },
    ]);
    expect((await read(valley, { caseId: referred.caseId })).nodes).toEqual([]);
    expect((await read(valley, { personId })).nodes).toEqual([]);
    expect((await read(auditor, { outcome: 'REFUSED', personId })).nodes).toMatchObject([
      { action: 'withdrawReferral', caseId: referred.caseId, personId },
    ]);
  });

  it('[D14] [B10] is not told that an auditor asks about a client', async () => {
    const query = 'query ($id: ID!) { accessOn(personId: $id, date: "2026-01-05") { date } }';
    expect((await auditor.ask(query, { id: personId })).errors).toBeUndefined();
    expect(told(await read(auditor, { personId }))).toContain('auditor: person.accessOn');
    expect(told(await read(await api.as('north.admin')))).not.toContain('auditor: person.accessOn');
  });
});

it('[D14] nobody else reads it', async () => {
  for (const username of ['north.manager', 'south.manager2']) {
    const left = await trailLeft(api.database, async () => {
      const { errors } = await (await api.as(username)).ask(trailQuery);
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    });
    expect(left).toMatchObject([{ action: 'auditTrail', outcome: 'REFUSED', details: ['NOT_ALLOWED'] }]);
  }
});

it('[D14] that it is read is on record, with what was looked for', async () => {
  const filter = { personId, outcome: 'VIEWED', from: '2026-01-05T00:00:00Z' };
  const { personId: client } = await api.database.case.findUniqueOrThrow({ where: { number } });
  expect(await trailLeft(api.database, () => read(auditor, filter))).toMatchObject([
    {
      ...{ action: 'auditTrail.read', outcome: 'VIEWED', entityId: null, personId: null },
      details: ['from', 'outcome', `personId:${client}`],
    },
  ]);
});

it('[D14] refuses what is no id', async () => {
  const { errors } = await auditor.ask(trailQuery, { filter: { entityId: 'junk' } });
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
});

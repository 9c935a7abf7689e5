import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReferralType } from '../../demo/generated/graphql.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { everyField, everything, fieldsOf } from '../support/every-field.ts';
import { globalId } from '../support/global-id.ts';
import { draft, submit } from '../support/refer.ts';

let api: TestApi;
let north: Visitor;
/** Everybody who can sign in, by user name. */
const everybody = new Map<string, Visitor>();

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  const staff = await api.database.staff.findMany({
    where: { disabledAt: null, organization: { closedAt: null } },
  });
  for (const { username } of staff) everybody.set(username, await api.as(username));
  north = visitor('north.manager');
});
afterAll(async () => await api.stop());

function visitor(username: string): Visitor {
  const found = everybody.get(username);
  if (found === undefined) throw new Error(`the sample data has no ${username}`);
  return found;
}

type Fields = Record<string, unknown>;
type View = { person: Fields | null; case: Fields | null };
type Sight = { node: Fields | null; case: Fields | null; cases: Fields; people: Fields };

const viewDocument = `query ($referralId: ID!) { node(id: $referralId) { ... on Referral { receiverView {
  person { ${everything('ReceiverPerson')} }
  case { ${everything('ReceiverCase')} }
} } } }`;

const sightDocument = `query ($personId: ID!, $number: String!, $search: String!) {
  node(id: $personId) { ... on Person { ${everyField('Person')} cases { totalCount nodes { ...Found } } } }
  case(number: $number) { ...Found }
  cases(search: $search, first: 5) { totalCount nodes { ...Found } }
  people(search: $search, first: 2) { totalCount nodes { ${everyField('Person')} cases { totalCount nodes { ...Found } } } }
}
fragment Found on Case { ${everyField('Case')} summary { ${everything('CaseSummary')} } }`;

/** A client with nothing left out, so that no empty field passes for a hidden one, and a draft of a type. */
async function draftAbout(number: string, type: ReferralType) {
  const { personId, person } = await api.database.case.findUniqueOrThrow({
    where: { number },
    include: { person: true },
  });
  const empty = Object.entries(person).filter(([, value]) => value === null);
  const textFor = (field: string) => (field === 'province' ? 'NS' : `Qvist-${field}`);
  await api.database.person.update({
    where: { id: personId },
    data: Object.fromEntries(empty.map(([field]) => [field, textFor(field)])),
  });
  await api.database.case.update({ where: { number }, data: { employmentGoal: 'To sail' } });
  const { referralId } = await draft(north, { number, type });
  const client = { personId: globalId('Person', personId), number, search: person.familyName };
  return { referralId, client };
}

async function viewBy(viewer: Visitor, referralId: string): Promise<View> {
  const { data, errors } = await viewer.ask(viewDocument, { referralId });
  expect(errors).toBeUndefined();
  return (data as { node: { receiverView: View } }).node.receiverView;
}

async function sightOf(username: string, client: object): Promise<Sight> {
  const { data, errors } = await visitor(username).ask(sightDocument, client);
  expect(errors).toBeUndefined();
  return data as Sight;
}

/** What somebody sees for whom all there is is what the view shows: every field of Case and Person that it does not show is null. */
function asSeen(view: View): Sight {
  const hidden = Object.fromEntries(fieldsOf('Case').map((field) => [field, null]));
  // What they can do is told of every case they find, and tells nothing of it (B6).
  const nothing = { ...hidden, allowedActions: expect.any(Array) };
  const found = view.case && { ...nothing, ...named(view.case, 'caseId'), person: { __typename: 'Person' } };
  const cases = { totalCount: found === null ? 0 : 1, nodes: found === null ? [] : [found] };
  const person = view.person && {
    ...named(view.person, 'personId'),
    // For who may change the record: its version, and whether they may.
    ...{ allowedActions: expect.any(Array), version: expect.any(Number) },
    cases: { __typename: 'PersonCasesConnection', ...cases },
  };
  return {
    node: person,
    case: found,
    cases,
    people: { totalCount: person === null ? 0 : 1, nodes: person === null ? [] : [person] },
  };
}

/** A record with its id under the name that it has everywhere else. */
function named(record: Fields, idField: string): Fields {
  const { [idField]: id, ...rest } = record;
  return { id, ...rest };
}

const outsiders = () => [...everybody.keys()].filter((username) => !/^(north\.|ens\.admin$)/.test(username));
const unseen = asSeen({ person: null, case: null });

describe('receiverView before submit', () => {
  it.each([
    { type: 'INFORMATIONAL_WITHIN', number: '79778074', rule: '[R24] the person record and no case' },
    { type: 'CASE_TRANSFER', number: '10041670', rule: '[R26] the person record and the summary' },
  ] as const)('[B7] $rule: is, field for field, what the receiver’s people get', async ({ type, number }) => {
    const { referralId, client } = await draftAbout(number, type);
    const view = await viewBy(north, referralId);
    expect(Object.values(view.person ?? { person: null })).not.toContain(null);
    expect(view.case === null).toBe(type !== 'CASE_TRANSFER');
    for (const username of outsiders()) expect(await sightOf(username, client)).toEqual(unseen);

    await submit(north, referralId);
    for (const username of outsiders()) {
      const received = username.startsWith('south.');
      expect(await sightOf(username, client)).toEqual(received ? asSeen(view) : unseen);
    }
    expect(await viewBy(north, referralId)).toEqual(view);
    expect(await viewBy(visitor('ens.admin'), referralId)).toEqual(view);
  });

  it('[B7] [R25] outside LaMPSS: shows nothing, and nobody gets anything', async () => {
    const { referralId, client } = await draftAbout('50244764', 'INFORMATIONAL_OUTSIDE');
    expect(await viewBy(north, referralId)).toEqual({ person: null, case: null });
    await submit(north, referralId);
    for (const username of outsiders()) expect(await sightOf(username, client)).toEqual(unseen);
    expect(await viewBy(north, referralId)).toEqual({ person: null, case: null });
  });
});

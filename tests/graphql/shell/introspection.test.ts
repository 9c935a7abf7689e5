import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../../support/api.ts';
import { type ProductionService, startProductionService } from '../../support/production-service.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

type Told = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/** What a service answers a document, to whoever this is. */
async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as Told;
}

const codes = ({ errors = [] }: Told) => errors.map(({ extensions }) => extensions?.code);

/** Ways to ask for the schema. */
const questions = [
  '{ __schema { queryType { name } } }',
  '{ harmless: __type(name: "Person") { fields { name } } }',
  'query { ...all } fragment all on Query { ... on Query { __schema { types { name } } } }',
  'query ($no: Boolean = true) { __schema @include(if: $no) { types { name } } }',
];

/** Slips beside which there is something that could be meant, and what each is told without it. */
const slips = [
  ['{ viewr { username } }', 'Cannot query field "viewr" on type "Query".'],
  ['{ viewer { usernam } }', 'Cannot query field "usernam" on type "Viewer".'],
  ['{ cases(frst: 1) { totalCount } }', 'Unknown argument "frst" on field "Query.cases".'],
  ['{ ... on Persn { id } }', 'Unknown type "Persn".'],
  [
    'mutation { addReferral(input: { caseIdd: "x" }) { __typename } }',
    'Field "caseIdd" is not defined by type "AddReferralInput".',
  ],
] as const;

const slipOfValue = 'query ($due: DueWindow!) { homepageTasks(due: $due) { totalCount } }';

describe('in production', () => {
  let service: ProductionService;
  let authorization: string;
  beforeAll(async () => {
    service = await startProductionService();
    authorization = `Bearer ${await service.tokenFor('north.manager')}`;
  });
  afterAll(async () => await service.stop());

  it('whoever is signed in may read the schema, the one that is served', async () => {
    const { data, errors } = await ask(service.url, getIntrospectionQuery(), { authorization });
    expect(errors).toBeUndefined();
    const told = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(Object.keys(told.getTypeMap()).toSorted()).toEqual(Object.keys(schema.getTypeMap()).toSorted());
  });

  it.each(questions)('nobody else may: %s', async (question) => {
    for (const headers of [{}, { authorization: 'Bearer forged' }]) {
      const answer = await ask(service.url, question, { ...headers, 'accept-language': 'fr' });
      expect(codes(answer)).toEqual(['INTROSPECTION_NOT_ALLOWED']);
      expect(answer.errors?.[0]?.message).toBe('Connectez-vous pour lire le schéma.');
      expect(answer.data ?? null).toBeNull();
    }
  });

  it('on a socket that nobody is signed in on they may not, either', async () => {
    const query = '{ __schema { queryType { name } } }';
    for (const [parameters, expected] of [
      [{}, { errors: [{ extensions: { code: 'INTROSPECTION_NOT_ALLOWED' } }] }],
      [{ authorization }, { data: { __schema: { queryType: { name: 'Query' } } } }],
    ] as const) {
      const socket = await openRawSocket(service.url, parameters);
      socket.send({ id: '1', type: 'subscribe', payload: { query } });
      expect(await nextOf(socket, 'next')).toMatchObject(expected);
    }
  });

  it('everybody may ask what type they have got, which tells nothing', async () => {
    expect(await ask(service.url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  it.each(slips)('no slip is answered with what might be meant: %s', async (slip, message) => {
    for (const headers of [{}, { authorization }]) {
      const { errors } = await ask(service.url, slip, headers);
      expect(errors?.map((error) => error.message)).toContain(message);
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
    }
  });

  it('no slip in a variable is, either', async () => {
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: slipOfValue, variables: { due: 'ALL_OVERDU' } }),
    });
    const { errors } = (await answer.json()) as Told;
    expect(errors?.[0]?.message).toBe('Variable "$due" does not fit at "due": DueWindow! is expected.');
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  it('what is said with "Did you mean" in it by somebody else is left as it is', async () => {
    const slip = '{ viewer(text: "Did you mean x?") { username } }';
    const { errors } = await ask(service.url, slip, { authorization });
    expect(errors?.[0]?.message).toBe('Unknown argument "text" on field "Query.viewer".');
  });
});

describe.each([
  ['open', 'development'],
  ['off', 'production'],
])('INTROSPECTION=%s', (introspection) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ worker: false, env: { INTROSPECTION: introspection } });
  });
  afterAll(async () => await api.stop());

  it('counts for everybody alike', async () => {
    const { authorization } = await api.as('north.manager');
    for (const headers of [{}, { authorization }]) {
      for (const question of questions) {
        const answer = await ask(api.url, question, headers);
        expect(codes(answer)).toEqual(introspection === 'open' ? [] : ['INTROSPECTION_NOT_ALLOWED']);
      }
      for (const [slip] of slips)
        expect(JSON.stringify(await ask(api.url, slip, headers)).includes('Did you mean')).toBe(
          introspection === 'open',
        );
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socketLimits } from '../../../src/graphql/sockets/socket-limits.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { globalId } from '../../support/global-id.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';
import { hostileDocuments, many, nested } from './hostile-documents.ts';

let api: TestApi;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

type Told = { message: string; extensions: { code: string; limit?: string } };

describe('a document made to take time or memory is refused by what it holds, before anything is read', () => {
  it.each(hostileDocuments)('%s', async (_name, document, code, limit) => {
    const { errors = [], data } = await north.ask(document);
    expect(data).toBeUndefined();
    const [{ extensions }] = errors as [Told];
    expect(extensions).toMatchObject({ code, ...(limit !== undefined && { limit }) });
    // Whoever sends much that is wrong is not sent as much back.
    expect(errors.length).toBeLessThanOrEqual(101);
    expect(Math.max(...errors.map(({ message }) => message.length))).toBeLessThanOrEqual(1_001);
  });

  it('on a socket, too, which stays open', async () => {
    const socket = await openRawSocket(api.url, { authorization: north.authorization });
    for (const [_name, query, code, limit] of hostileDocuments) {
      const message = { id: '1', type: 'subscribe', payload: { query } };
      if (JSON.stringify(message).length > socketLimits.messageBytes) continue;
      socket.send(message);
      const [{ extensions }] = (await nextOf(socket, 'error')) as [Told];
      expect(extensions).toMatchObject({ code, ...(limit !== undefined && { limit }) });
    }
    socket.send({ id: '2', type: 'subscribe', payload: { query: '{ viewer { username } }' } });
    expect(await nextOf(socket, 'next')).toMatchObject({ data: { viewer: { username: 'north.manager' } } });
  });
});

describe('variables made to take time or memory', () => {
  /** As it is: what nests this deep cannot be made into JSON, and can be read from it. */
  const post = async (query: string, variables: string) => {
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: north.authorization },
      body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
    });
    return (await answer.json()) as { data?: unknown; errors?: Told[] };
  };
  const id = globalId('Case', '00000000-0000-4000-8000-000000000000');
  const ids = (count: number) => JSON.stringify(Array.from({ length: count }, () => id));

  const search = 'query ($a: String!) { cases(search: $a) { totalCount } }';

  it.each([
    ['100,000 levels of lists', search, `{"a":${nested(100_000, '[', '', ']')}}`],
    ['100,000 levels of objects', search, `{"a":${nested(100_000, '{"a":', '1', '}')}}`],
    ['300,000 values where one is asked for', search, `{"a":[${many(300_000, () => '1', ',')}]}`],
    ['80,000 variables that nobody asks for', search, `{${many(80_000, (place) => `"v${place}":1`, ',')}}`],
    ['30,000 ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', `{"ids":${ids(30_000)}}`],
    [
      '6,000 ids in an input',
      'mutation ($input: CompleteHomepageTasksInput!) { completeHomepageTasks(input: $input) { __typename } }',
      `{"input":{"taskIds":${ids(6_000)}}}`,
    ],
  ])('are refused: %s', async (_name, query, variables) => {
    const { errors = [], data } = await post(query, variables);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'QUERY_TOO_LARGE', limit: 'variableValues', most: 6_000 },
    ]);
  });

  it('are refused where they are as many as there may be, and not what is asked for', async () => {
    const { errors = [] } = await post(search, `{"a":[${many(5_000, () => '"Diaz"', ',')}]}`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors).length).toBeLessThan(2_000);
  });

  it('are refused where so many records are asked for much', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Case { referrals { nodes { id } } } } }';
    const { errors = [] } = await post(query, `{"ids":${ids(5_000)}}`);
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'QUERY_TOO_LARGE', limit: 'complexity' },
    ]);
  });

  it('are let pass where they are the ids of the largest caseload', async () => {
    const query =
      'mutation ($input: TransferCaseloadInput!) { transferCaseload(input: $input) { __typename } }';
    const to = { toCaseManagerId: id, fromCaseManagerId: id, toOfficeId: id };
    const asked = await post(query, `{"input":${JSON.stringify(to).slice(0, -1)},"caseIds":${ids(5_000)}}}`);
    expect(asked).toMatchObject({ data: { transferCaseload: { __typename: 'InvalidId' } } });
  });
});

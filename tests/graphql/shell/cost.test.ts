import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryLimits } from '../../../src/graphql/query-limits.ts';
import { startTestApi, type TestApi, type Visitor } from '../../support/api.ts';
import { startProductionService } from '../../support/production-service.ts';
import { nextOf, openRawSocket } from '../../support/raw-socket.ts';

const page = 'query Page($first: Int) { cases(first: $first) { nodes { id number } } }';

describe('what an operation has cost', () => {
  let api: TestApi;
  let north: Visitor;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
    north = await api.as('north.manager');
  });
  afterAll(async () => await api.stop());

  const costOf = async (document: string, variables: object = {}) => {
    const { extensions } = (await north.ask(document, variables)) as { extensions?: { cost?: object } };
    return extensions?.cost;
  };

  it('is told beside its answer, with what it may, by the pages that it asks for', async () => {
    const limits = queryLimits;
    // The list, and for each of its records the list of nodes with two fields.
    expect(await costOf(page, { first: 10 })).toEqual({
      depth: 3,
      breadth: 4,
      complexity: 1 + 10 * 3,
      limits,
    });
    expect(await costOf(page)).toMatchObject({ complexity: 1 + 25 * 3 });
  });

  it('is that of the operation that was run alone', async () => {
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: north.authorization },
      body: JSON.stringify({ query: `${page} query Who { viewer { username } }`, operationName: 'Who' }),
    });
    expect(await answer.json()).toMatchObject({
      extensions: { cost: { depth: 2, breadth: 2, complexity: 2 } },
    });
  });

  it('is told where it was too much, and not where the variables are wrong', async () => {
    expect(
      await costOf(
        '{ cases { nodes { referrals(first: 100) { nodes { notes(first: 100) { nodes { id } } } } } } }',
      ),
    ).toMatchObject({
      complexity: expect.toSatisfy((cost: number) => cost > queryLimits.complexity),
    });
    expect(await costOf(page, { first: 'ten' })).toBeUndefined();
  });

  it('is told on a socket, too', async () => {
    const socket = await openRawSocket(api.url, { authorization: north.authorization });
    socket.send({ id: '1', type: 'subscribe', payload: { query: page, variables: { first: 1 } } });
    expect(await nextOf(socket, 'next')).toMatchObject({ extensions: { cost: { complexity: 1 + 3 } } });
  });
});

it('in production nobody is told what an operation has cost', async () => {
  const service = await startProductionService();
  try {
    const authorization = `Bearer ${await service.tokenFor('north.manager')}`;
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: page, variables: { first: 1 } }),
    });
    expect(Object.keys((await answer.json()) as object)).toEqual(['data']);
  } finally {
    await service.stop();
  }
}, 60_000);
